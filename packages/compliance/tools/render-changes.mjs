/** Renders docs/compliance/changes.md: what changed in the law from one table to the next. Pure. */

const HEAD = [
  '# Changes of law',
  '',
  'This page is generated from the tables of law in `packages/compliance/law`. **It is not legal advice.** Each part',
  'says what the table of one rule-set version says and the one before did not: place, rule, the local dates of the',
  'calls that are judged in another way, and the source. `outdial rules diff OLD NEW` compares any two versions or',
  'exported tables. A change of who is exempt from a rule can leave its value as it was: [CHANGELOG.md](../../CHANGELOG.md)',
  'says those in words, under *Law*.',
  '',
];

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function periodText({ from, until }) {
  if (from === null && until === null) return 'all dates';
  if (from === null) return `until ${until}`;
  return until === null ? `from ${from}` : `${from} until ${until}`;
}

function row(change) {
  const cells = [
    change.place,
    `\`${change.rule}\` ${cell(change.title)}`,
    periodText(change),
    cell(change.before ?? 'no rule'),
    cell(change.now ?? 'no rule'),
    `[${cell(change.source.title)}](${change.source.href}), ${cell(change.source.pinpoint)}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * @param steps from one version to the next, newest first: { before, now, changes } with changes as
 *   compareLaw
 *   gives them
 */
export function renderChanges(steps) {
  const parts = steps.flatMap(({ before, now, changes }) => {
    const law = changes.filter(({ kind }) => kind !== 'source');
    const sources = changes.length - law.length;
    return [
      `## From ${before} to ${now}`,
      '',
      `${law.length} changes; ${sources} values have another source or were compared again.`,
      '',
      '| place | rule | calls | before | now | source |',
      '|---|---|---|---|---|---|',
      ...law.map(row),
      '',
    ];
  });
  return [...HEAD, ...parts].join('\n');
}
