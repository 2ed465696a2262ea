/**
 * Renders the documentation of the rules: one page a jurisdiction. Pure: takes the packs, gives file names
 * and texts.
 */

const STATEMENT =
  'This page is generated from the rules in `packages/compliance`. **It is not legal advice.** ' +
  'The rules are a working reading of the law by engineers, ' +
  'with the confidence shown; have a lawyer read the sources before you rely on any of them.';
const STATUS = { primary: 'primary text read', secondary: 'secondary source', memory: 'from memory, check' };
const EFFECTS = {
  refusal: 'refuses calls',
  duty: 'duty',
  review: 'campaign review',
  definition: 'definition',
};

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

// The days themselves, so that a reader can compare them with the statute. The years are those around the
// last comparison of the table.
function renderHolidays(calendar) {
  if (!calendar) return [];
  return [2026, 2027].flatMap((year) => [
    `Days kept in ${year}: ${calendar
      .ofYear(year)
      .map(({ day, name }) => `${new Date(day * 86_400_000).toISOString().slice(5, 10)} ${name}`)
      .join(', ')}.`,
    '',
  ]);
}

// The figure that the regulator asks for, from the measure that reports compute it by.
function renderMeasures(rule) {
  const texts = rule.periods
    .flatMap(({ dated }) => rule.duties?.({}, Date.parse(dated.from ?? dated.verifiedOn)) ?? [])
    .filter(({ kind }) => kind === 'abandonment')
    .map(
      ({ measure, window }) =>
        `- Abandonment as ${measure.regulator} counts it: ${measure.formula}; over ${window}`,
    );
  return [...new Set(texts)];
}

function renderRule(rule, valueText) {
  const effects = rule.effects.map((effect) => EFFECTS[effect]).join(', ');
  const { purposes, voices } = rule.audience;
  const lines = [
    `## ${rule.id}`,
    '',
    `${rule.title}.`,
    '',
    `- Citation: ${rule.citation}`,
    `- Effect: ${effects}${rule.check ? `; scope ${rule.scope}` : ''}`,
    `- Purposes: ${[...purposes].join(', ')}${voices === 'any' ? '' : `; ${voices} voices`}`,
    ...renderMeasures(rule),
    ...(rule.watch ? [`- Read again about ${rule.watch.on}: ${rule.watch.what}`] : []),
    ...(rule.remarks
      ? [`- ${rule.check ? 'Remarks' : 'Why not call by call, and remarks'}: ${rule.remarks}`]
      : []),
    '',
    '| From | Until | Value | Source | Status | Compared on |',
    '|---|---|---|---|---|---|',
    ...rule.periods.map(({ dated, untilDay }, index) => {
      const next = rule.periods[index + 1]?.dated.from;
      const until = dated.until ?? (Number.isFinite(untilDay) ? next : undefined) ?? '';
      const { title, href, pinpoint } = dated.source;
      const value = `${valueText(dated.value, rule.unit)}${rule.unit === 'consent' ? ' consent' : ''}`;
      const cells = [
        dated.from ?? 'not recorded',
        until,
        cell(value),
        `[${cell(title)}](${href}), ${cell(pinpoint)}`,
        STATUS[dated.verification],
        dated.verification === 'memory' ? 'no text yet' : dated.verifiedOn,
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
    ...renderHolidays(rule.periods.at(-1)?.dated.value?.holidays),
  ];
  return lines.join('\n');
}

const PURPOSES = [
  'telemarketing',
  'debt-collection',
  'political',
  'charity',
  'informational',
  'healthcare',
  'financial-alert',
  'research',
];

// A purpose without law of the whole country may have law in some states or provinces.
function renderOwnStates(pack, regions, purposes, isModelled) {
  return purposes.flatMap((purpose) => {
    const own = regions.filter((region) => isModelled(purpose, 'live', [region]));
    return own.length === 0
      ? []
      : [
          `- Modelled in ${own.map((region) => `${pack.country}-${region}`).join(', ')} alone: ${purpose}; ` +
            'elsewhere it refuses by the name of the place',
        ];
  });
}

// What a country's rules do not cover refuses: a reader must see it first.
function renderCoverage(pack, regions) {
  // A gap that concerns single calls, such as those of creditors themselves, leaves the others modelled.
  const isModelled = (purpose, voice, states = []) =>
    pack.unmodelled(purpose, voice, states).every((gap) => gap.concerns !== undefined);
  const inPart = PURPOSES.flatMap((purpose) => pack.unmodelled(purpose, 'live', [])).filter(
    (gap) => gap.concerns !== undefined,
  );
  const by = { both: [], live: [], none: [] };
  for (const purpose of PURPOSES) {
    if (isModelled(purpose, 'prerecorded')) by.both.push(purpose);
    else if (isModelled(purpose, 'live')) by.live.push(purpose);
    else by.none.push(purpose);
  }
  return [
    '## What is modelled',
    '',
    `- Live and recorded calls: ${by.both.join(', ') || 'none'}`,
    ...(by.live.length > 0 ? [`- Live calls only: ${by.live.join(', ')}`] : []),
    ...(by.none.length > 0
      ? [
          '- Not modelled, refused by `policy.unmodelled` until the client accepts it by name ' +
            `(such as \`${pack.country}:${by.none[0]}:live\`): ${by.none.join(', ')}`,
        ]
      : []),
    ...(inPart.length > 0
      ? [
          '- Not modelled for calls that the name tells, refused until the client accepts it: ' +
            inPart.map(({ name }) => `\`${name}\``).join(', '),
        ]
      : []),
    ...renderOwnStates(pack, regions, by.none, isModelled),
    ...renderStateGaps(regions, isModelled),
    '- Emergency calls are not held up by any rule here',
    '',
  ].join('\n');
}

// Purposes that the country models and single states do not, with the names of these states.
function renderStateGaps(regions, isModelled) {
  return PURPOSES.flatMap((purpose) =>
    [
      ['live', 'live'],
      ['prerecorded', 'recorded'],
    ].flatMap(([voice, word]) => {
      const gaps = regions.filter(
        (region) =>
          isModelled(purpose, voice) &&
          !isModelled(purpose, voice, [region]) &&
          (voice === 'live' || isModelled(purpose, 'live', [region])),
      );
      const calls = voice === 'live' ? purpose : `${word} ${purpose}`;
      return gaps.length === 0 ? [] : [`- Not modelled in single states, ${calls} calls: ${listed(gaps)}`];
    }),
  );
}

// How a rule is known: by its weakest value, in words that a lawyer sorts by.
const WEAKEST = ['memory', 'secondary', 'primary'];
const KNOWN_FROM = {
  primary: 'From the text itself',
  secondary: 'From a secondary page',
  memory: 'From memory alone, to be checked before it is relied on',
};
const knownFrom = (rule) =>
  WEAKEST.find((status) => rule.periods.some(({ dated }) => dated.verification === status));

function renderHowKnown(rules) {
  const rows = ['primary', 'secondary', 'memory'].flatMap((status) => {
    const ids = [...new Set(rules.filter((rule) => knownFrom(rule) === status).map(({ id }) => `\`${id}\``))];
    return ids.length === 0 ? [] : [`- ${KNOWN_FROM[status]}: ${ids.join(', ')}`];
  });
  const days = rules
    .flatMap(({ periods }) => periods)
    .filter(({ dated }) => dated.verification !== 'memory')
    .map(({ dated }) => dated.verifiedOn)
    .sort();
  return [
    '## How it is known',
    '',
    'A rule with several values stands where the weakest of them belongs.',
    '',
    ...rows,
    ...(days.length === 0 ? [] : [`- Compared with the sources between ${days[0]} and ${days.at(-1)}`]),
    '',
  ].join('\n');
}

const listed = (names) => [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
const nameOf = (pack, jurisdiction, regionNames) =>
  jurisdiction === pack.country
    ? pack.name
    : `${pack.name}: ${regionNames[pack.country]?.[jurisdiction.slice(3)] ?? jurisdiction}`;
const fileOf = (jurisdiction) => `${jurisdiction.toLowerCase()}.md`;

// Law without a first date binds on all dates: by name, with the reason, and the values that came later.
function renderUndated(packs, regionNames) {
  const rows = packs.flatMap((pack) =>
    pack.rules.flatMap((rule) =>
      rule.periods
        .filter(({ dated }) => dated.from === null)
        .map(({ dated }) => {
          const place = nameOf(pack, rule.jurisdiction, regionNames);
          const reason = dated.undated ?? 'Its date was not looked for.';
          return `| [${place}](${fileOf(rule.jurisdiction)}) | \`${rule.id}\` | ${cell(rule.citation)} | ${reason} |`;
        }),
    ),
  );
  return [
    '# Law without a first date',
    '',
    STATEMENT,
    '',
    'No date could be established from which these values are in force. They bind on all dates, also where an old',
    'call is judged again: a wrong guess would read an illegal call as allowed. Where a text gives the year of an',
    'act and not its day, the rule begins on the first day of that year, and its remarks say so.',
    '',
    '| Place | Rule | Citation | Why |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/**
 * @param regionNames by country: names of its states, provinces, territories and cities by code
 * @returns a map of file name to text
 */
export function renderPages(packs, valueText, regionNames) {
  const pages = new Map();
  const index = [];
  for (const pack of packs) {
    const jurisdictions = [...new Set(pack.rules.map((rule) => rule.jurisdiction))].sort(
      (a, b) => a.length - b.length || (a < b ? -1 : 1),
    );
    for (const jurisdiction of jurisdictions) {
      const rules = pack.rules.filter((rule) => rule.jurisdiction === jurisdiction);
      const name = nameOf(pack, jurisdiction, regionNames);
      pages.set(
        fileOf(jurisdiction),
        [
          `# ${name}`,
          '',
          STATEMENT,
          '',
          ...(jurisdiction === pack.country
            ? [renderCoverage(pack, Object.keys(regionNames[pack.country] ?? {}).sort())]
            : []),
          renderHowKnown(rules),
          ...rules.map((rule) => renderRule(rule, valueText)),
        ].join('\n'),
      );
      const refusing = rules.filter((rule) => rule.check).length;
      const counts = ['primary', 'secondary', 'memory'].map(
        (status) => rules.filter((rule) => knownFrom(rule) === status).length,
      );
      index.push(
        `| [${name}](${fileOf(jurisdiction)}) | ${rules.length} | ${refusing} | ${counts.join(' | ')} |`,
      );
    }
  }
  pages.set('undated.md', renderUndated(packs, regionNames));
  pages.set(
    'jurisdictions.md',
    [
      '# Jurisdictions',
      '',
      STATEMENT,
      '',
      '| Jurisdiction | Rules | that refuse calls | from the text | from a secondary page | from memory |',
      '|---|---|---|---|---|---|',
      ...index,
      '',
    ].join('\n'),
  );
  return pages;
}
