/** How the answer of `outdial check` reads. */
import type { TraceEntry } from '@outdial/compliance';
import Table from 'cli-table3';
import type { FactInForce, NumberCheck } from '../gate/check-number.js';
import { titleOfRule } from '../gate/rule-title.js';
import { instantText, zonedText } from '../local-time/instant-in-zone.js';
import { localHour } from '../local-time/local-time.js';
import { fittingWidths } from './table-width.js';

/** How an answer is shown. */
interface Shown {
  /** Width of the terminal in characters. */
  readonly width: number | undefined;
  /** True: rules that bind the campaign and not the call are listed, too. */
  readonly all: boolean;
  /** IANA name of the zone in which people read instants. */
  readonly timeZone: string;
}

/** The answer as text: what was found, the verdict of every rule, and the next legal time. */
export function checkText(answer: NumberCheck, shown: Shown): string {
  const { timeZone } = shown;
  const { lead, timeZones, lists, requests, interlock } = answer;
  const zones = timeZones.map((zone) => `${zone} (${localHour(answer.at, zone)})`).join(', ');
  const lines: (readonly [string, string])[] = [
    ...(answer.question === null ? [] : [['asked', answer.question] as const]),
    [
      'lead',
      lead === null
        ? answer.question === null
          ? 'not in the store: judged by the number and what is known of it, ' +
            `${answer.earlierContacts} earlier contacts; --region names the state`
          : 'none: judged by the number and what the options say of the place'
        : `${lead.account === null ? lead.leadId : `account ${lead.account}`} in list ` +
          `${lead.listId}, ${lead.state}; ${answer.earlierContacts} earlier contacts`,
    ],
    ['zones', zones || 'none known'],
    ['jurisdictions', answer.jurisdictions.join(', ') || 'none known'],
    ['do-not-call', doNotCallWords(lists, requests, timeZone)],
    ...(answer.facts.length === 0
      ? []
      : [['facts', answer.facts.map((fact) => factWords(fact, timeZone)).join('; ')] as const]),
    ...(interlock === null ? [] : [['interlock', interlock.message] as const]),
    ...(answer.store === null ? [] : [['store', answer.store] as const]),
    ['next legal', nextText(answer.nextByLaw, answer, timeZone)],
    ...(interlock === null && answer.store === null
      ? []
      : [['next in all', inAllText(answer, timeZone)] as const]),
  ];
  const notes = shown.all
    ? 0
    : answer.verdicts.flatMap(({ decision }) => decision.trace).filter(isDuty).length;
  return [
    `${answer.phone} at ${instantText(answer.at, timeZone)}: ` +
      `${answer.allowed ? 'may be called' : 'must not be called'}`,
    ...lines.map(([name, words]) => `${name.padEnd(15)}${words}`),
    tableText(answer, shown),
    ...(notes > 0 ? [`${notes} further rules bind the campaign, not this call: --all lists them.`] : []),
    'The law is asked again at each call. Not legal advice.',
    '',
  ].join('\n');
}

function factWords({ kind, value, at, source }: FactInForce, timeZone: string): string {
  const since = at === null ? '' : ` since ${zonedText(at, timeZone, 'day')}`;
  return `${kind}${value === '' ? '' : ` ${value}`}${since} (${source})`;
}

function doNotCallWords(
  lists: NumberCheck['lists'],
  requests: NumberCheck['requests'],
  timeZone: string,
): string {
  const asked = requests.map(
    ({ at, source }) => `asked not to be called on ${instantText(at, timeZone)} (${source})`,
  );
  const held = lists.holding.length > 0 ? [`on the list ${lists.holding.join('; ')}`] : [];
  const looked = lists.lookedIn.length === 0 ? 'no list is loaded' : `looked in ${lists.lookedIn.join('; ')}`;
  return `${[...asked, ...held].join('; ') || 'no request, on no list'}; ${looked}`;
}

function nextText(next: number | null, answer: NumberCheck, timeZone: string): string {
  if (next === null) return 'never by waiting: see what refuses';
  if (next <= answer.at) return 'now';
  const [zone] = answer.timeZones;
  const there = zone === undefined ? '' : `, ${localHour(next, zone)} in ${zone}`;
  return `${instantText(next, timeZone)}${there}`;
}

/** What ends an interlock is a change of yours, not the hour. */
function inAllText(answer: NumberCheck, timeZone: string): string {
  if (answer.nextAllowedAt === null) return 'never by waiting: see what holds it back above';
  return (
    `${nextText(answer.nextAllowedAt, answer, timeZone)}, when the lead is looked at again; the ` +
    'interlock ends when you mend it'
  );
}

/** Rules that say what the campaign owes, not whether this call is allowed. */
function isDuty({ rule, verdict }: TraceEntry): boolean {
  return verdict === 'notes' && !rule.startsWith('policy.');
}

function tableText(answer: NumberCheck, { width, all, timeZone }: Shown): string {
  const several = answer.verdicts.length > 1;
  const rows = [
    ...answer.refusals.map((refusal) => [
      ...(several ? [''] : []),
      refusal.rule,
      'refuses',
      titleOfRule(refusal.rule) ?? '',
      `${refusal.message} ${refusal.citation}. ${untilText(refusal.nextAllowedAt, timeZone)}`,
    ]),
    ...answer.verdicts.flatMap(({ voice, decision }) =>
      decision.trace
        .filter((entry) => entry.verdict !== 'refuses' && (all || !isDuty(entry)))
        .map((entry) => [
          ...(several ? [voice as string] : []),
          entry.rule,
          verdictWord(entry),
          titleOfRule(entry.rule) ?? '',
          entry.detail === titleOfRule(entry.rule) ? '' : (entry.detail ?? ''),
        ]),
    ),
  ];
  const head = [...(several ? ['voice'] : []), 'rule', 'verdict', 'title', 'detail'];
  const table = new Table({
    head,
    colWidths: fittingWidths(width, [head, ...rows], { [head.length - 2]: 50, [head.length - 1]: 90 }),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows);
  return table.toString();
}

/** A rule that does not reach the call has not allowed it. */
function verdictWord({ verdict, detail }: TraceEntry): string {
  return verdict === 'allows' && detail?.startsWith('does not reach') === true ? 'outside' : verdict;
}

function untilText(nextAllowedAt: number | null, timeZone: string): string {
  return nextAllowedAt === null
    ? 'Waiting does not cure it.'
    : `Until ${instantText(nextAllowedAt, timeZone)}.`;
}
