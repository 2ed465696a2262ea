/** The page docs/reference/metrics.md, written from the tables of outcomes, counts and metrics of core. */

const HEAD = `# Metrics: every figure with its formula and denominator

<!-- Generated from packages/core/src/metrics/metrics.ts by packages/core/tools/generate-metrics.mjs. -->

Every figure that outdial shows (live view, \`outdial status\`, \`outdial report\`, statistics of the
embedding API) is defined here, once. Rates and shares are 0..1 in JSON and CSV; tables and pages for
people show them as percentages. Durations are milliseconds in JSON and CSV.`;

const OUTCOMES_TEXT = `Every attempt ends in exactly one outcome. The table \`OUTCOMES\` of \`@outdial/core\`
says of each whether it used up an attempt of the lead, rang, and was a live answer.`;

/** When each outcome is noted. */
const WHEN = {
  'no-answer': 'rang until the ring time-out, or the network gave up',
  busy: 'Q.850 17; SIP 486, 600',
  rejected: "the called party declined (Q.850 21 or SIP 603 without a network's mark)",
  'invalid-number': 'no such number (Q.850 1, 2, 3, 22, 28; SIP 404, 410, 484, 604): the number is closed',
  blocked: 'a network or an analytics engine blocked it (SIP 403, 607, 608, 603+)',
  congestion: 'trunk fault: no ringing within the set-up time, or no circuit',
  failed: 'any other failure before ringing',
  machine: 'machine detection said machine; hung up',
  voicemail: 'a message was left after the beep',
  'message-delivered': 'an automated flow was heard by a person',
  conversation: 'agent and called party talked',
  abandoned: 'see Counts',
  reneged: 'see Counts',
  cancelled: 'dropped before it reached the network',
  unknown: 'its result was lost in a crash: it counts as a call for every cap',
};

const TAIL = `## Abandonment by a legal limit

The governor counts (abandoned + f x machines) / (live answers + f x machines) within one period of the
limit, where f is the measured false-positive share, 0 before the first sample. The report's section on
limits shows abandoned / live answers of the calls on record in each period, without f. Both count all calls
of the campaign, whatever their country.

A period of a legal limit begins where the rule says (for 47 CFR 64.1200(a)(7): successive 30-day
periods from the first call; for Canada: calendar months) and counts alone. Days and months are those of
the place whose limit it is: London for the United Kingdom, Toronto for Canada (six zones, none named by
the rule: an assumption). Each call is judged by the figures of its own country's limits. Counters are
read from the journal, so they survive a restart. The report shows each period.

## Abandonment as each regulator counts it

\`outdial report\` has a section of this name, and one with the formulas and their sources; JSON has both as
\`abandonment\`. Each regulator counts calls into its place alone (states by the number's area code), by its
own periods. Formula, share and source stand with the rules, from which the report takes them:
[FCC](../compliance/us.md#ustcpaabandon3), [FTC](../compliance/us.md#ustsrabandon),
[California](../compliance/us-ca.md#uscaabandon), [Canada](../compliance/ca.md#capdd5),
[United Kingdom](../compliance/gb.md#ukofcomabandon).

Where a formula asks for an estimate of persons taken for machines, it is the machine verdicts that ended a
call or left a message x the share that you give: \`--detection-errors 0.02\`, from the sampled verdicts
(\`false-positive share\`) or from a test. Without it the estimate is 0, and the section says that none was
given. Ofcom's deduction of calls abandoned to machines without detection is not made: the rate can only be
too high by it.

## Times

| figure | formula |
|---|---|
| connect time | \`connectedAt\` - instant of the live verdict, over connected calls |
| ring time | \`answeredAt\` - \`ringingAt\`, over answered calls |
| talk time | end of the call - \`connectedAt\`, over connected calls |
| wrap-up time | disposition (or its time-out) - end of the call |
| handle time | talk time + wrap-up time |
| wait per agent | time *ready* before a call came, mean over calls that came |

The report computes talk and wrap-up of calls from the attempts. Staffed and busy time come from the
agents' states: a running campaign writes them to the audit trail every ten minutes and at its end
(\`agents.staffed\`), so a crash loses at most ten minutes of both. Where a run journaled none,
occupancy stays empty. The same entries hold each agent's pauses by their code; log-ins are entries of
their own (\`agent.logged-in\`).

## Supply

\`dialableNow\` counts leads that could be claimed at this instant. The rest is counted by reason
(\`retry-busy\`, \`callback\`, \`outside-calling-window\`, \`claimed\`, \`sale\` ...) with the first instant at which
some of them become dialable; null where waiting does not help. The sum of all is the number of leads.
What is due where nobody may be called at this hour is \`outside-calling-window\`. A callback of an agent
who is not logged in is \`callback for <agent>\`, until \`callbacks.anybodyAfterMinutes\` gives it to anybody.
\`outdial status\` and \`outdial report\` count the same way, also before the first run; which agents are
logged in is known to the running campaign alone, so they count every agent as away.

## Refusals

A refused call counts once, under the first rule of its decision, in the live statistics and in the
report alike. The number of refused *leads* is given apart. Refusals are no attempts, and enter no rate.
The decision record of the call names every rule that refused it.
`;

const UNITS = { share: '0..1' };

/** The page as Markdown, from the three tables. */
export function renderMetrics({ counts, metrics, outcomes }) {
  return [
    HEAD,
    '## Counts',
    table(
      ['count', 'unit', 'meaning'],
      Object.values(counts).map(({ name, unit, sentence }) => [name, unitText(unit), sentence]),
    ),
    '## Outcomes',
    OUTCOMES_TEXT,
    outcomeTable(outcomes),
    '## Rates',
    table(
      ['figure', 'formula', 'unit', 'meaning'],
      Object.values(metrics).map(({ name, numerator, denominator, unit, sentence }) => [
        name,
        `${counts[numerator].name} / ${counts[denominator].name}`,
        unitText(unit),
        sentence,
      ]),
    ),
    TAIL,
  ].join('\n\n');
}

function outcomeTable(outcomes) {
  return table(
    ['outcome', 'uses an attempt', 'rang', 'live answer', 'when'],
    Object.entries(outcomes).map(([outcome, { countsAsAttempt, rang, liveAnswer }]) => [
      outcome,
      yesOrNo(countsAsAttempt),
      yesOrNo(rang),
      yesOrNo(liveAnswer),
      whenOf(outcome),
    ]),
  );
}

function whenOf(outcome) {
  const when = WHEN[outcome];
  if (when === undefined)
    throw new Error(`render-metrics.mjs does not say when the outcome '${outcome}' is noted`);
  return when;
}

const yesOrNo = (holds) => (holds ? 'yes' : 'no');
const unitText = (unit) => UNITS[unit] ?? unit;

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}
