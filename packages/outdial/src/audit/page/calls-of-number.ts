/** Each call to a number with what the law was asked and answered, and what became of it. */
import type { NumberTrail } from '@outdial/store';
import { titleOfRule } from '../../gate/rule-title.js';
import { escapeHtml } from '../../report/html-text.js';
import { titledRule } from '../../report/titled-rule.js';
import { factsOfDecision, inputsText } from '../facts-of-decision.js';
import type { CallRecord } from '../records.js';
import { exemptHtml, isExempt } from './exempt-rules.js';
import { clock, facts, instant, iso } from './page-parts.js';

/** One call with every question that was put to the law about it. */
export interface RecordedCall {
  readonly attemptId: string;
  readonly records: readonly CallRecord[];
}

/** Records by the call they are about, in the order of time. */
export function recordedCalls(records: readonly CallRecord[]): readonly RecordedCall[] {
  const calls = new Map<string, CallRecord[]>();
  for (const record of records)
    calls.set(record.call.attemptId, [...(calls.get(record.call.attemptId) ?? []), record]);
  return [...calls]
    .map(([attemptId, own]) => ({ attemptId, records: own }))
    .sort((a, b) => (a.records[0]?.request.at ?? 0) - (b.records[0]?.request.at ?? 0));
}

/** One call as HTML. `attempts`: of the number; `zone`: IANA name of the called party's zone. */
export function callHtml(
  { attemptId, records }: RecordedCall,
  attempts: NumberTrail['attempts'],
  zone: string | undefined,
): string {
  const [first] = records;
  if (!first) return '';
  const { call, request } = first;
  const { campaign } = request;
  const attempt = attempts.find((one) => one.attemptId === attemptId);
  const verdict = call.allowed
    ? attempt
      ? 'the call was allowed'
      : 'the call was allowed, and not placed'
    : 'the call was refused';
  return `<div class="call${call.allowed ? '' : ' refused'}">
<h3>${instant(request.at, zone)}: ${verdict}</h3>
${facts([
  [
    'campaign',
    `${call.campaignId}; ${campaign.purpose}, ` +
      `${campaign.mode}${campaign.seller === undefined ? '' : `, for ${campaign.seller}`}`,
  ],
  ['voices asked about', [...new Set(records.map((record) => record.request.campaign.voice))].join(', ')],
  ...factsOfDecision(first),
  ...(attempt ? [['what became of it', endOf(attempt, zone)] as const] : []),
  ...(attempt && attempt.recordings.length > 0
    ? [['recordings', attempt.recordings.map((one) => one.location ?? one.recordingId).join(', ')] as const]
    : []),
])}
${records.map((record) => answerHtml(record)).join('\n')}
${unexplained(records)}
</div>`;
}

const ASKED: Readonly<Record<CallRecord['when'], string>> = {
  now: '',
  closing: ', at the end of the margin before the calling hours close',
  interlock: '',
  unreadable: '',
};

function answerHtml(record: CallRecord): string {
  const { verdict, request, when } = record;
  const place =
    `<p class="place">record ${escapeHtml(record.id)}, writer ` +
    `${escapeHtml(record.writer)} ${record.sequence}, SHA-256 ` +
    `${escapeHtml(record.hash)}; rule set ${escapeHtml(record.ruleSetVersion)}, zone ` +
    `data ${escapeHtml(record.zoneData.knows)}</p>`;
  if (when === 'interlock')
    return `<p>Held back by a safety interlock before the law was asked:</p>${refusalList(record)}${place}`;
  if (when === 'unreadable')
    return `<p>Not called, because the facts on file could not be read:</p>${refusalList(record)}${place}`;
  const asked = `Voice ${escapeHtml(request.campaign.voice)}, ${iso(request.at)}${ASKED[when]}`;
  if (!verdict.allowed)
    return `<p>${asked}: refused, ${againText(verdict.nextAllowedAt)}.</p>${refusalList(record)}${place}`;
  const allowing = record.trace.filter((entry) => entry.verdict === 'allows' && !isExempt(entry));
  const told = allowing.flatMap(({ rule, inputs }) =>
    inputs === undefined
      ? []
      : [`<li>${escapeHtml(titledRule(rule))} was told ${escapeHtml(inputsText(inputs))}</li>`],
  );
  const names = allowing.map(({ rule }) => escapeHtml(titledRule(rule))).join('; ');
  return (
    `<p>${asked}: allowed by all rules that apply (${allowing.length}): ` +
    `${names}.</p>${told.length === 0 ? '' : `<ul>${told.join('')}</ul>`}${exemptHtml(record)}${place}`
  );
}

function againText(nextAllowedAt: number | null): string {
  return nextAllowedAt === null ? 'waiting does not cure it' : `earliest again ${iso(nextAllowedAt)}`;
}

function refusalList({ verdict }: CallRecord): string {
  return `<ul>${verdict.refusals
    .map(
      ({ rule, citation, message }) =>
        `<li><b>${escapeHtml(rule)}</b> ` +
        `${escapeHtml(titleOfRule(rule) ?? '')} (${escapeHtml(citation)}): ${escapeHtml(message)}</li>`,
    )
    .join('')}</ul>`;
}

/**
 * Refusals that come from the store and not from the law: an opt-out, also for purposes in which the law
 * would allow the call.
 */
function unexplained(records: readonly CallRecord[]): string {
  const said = new Set(records.flatMap(({ verdict }) => verdict.refusals.map(({ rule }) => rule)));
  const others = (records[0]?.call.rules ?? []).filter((rule) => !said.has(rule));
  return others.length === 0
    ? ''
    : `<p>Also refused by ${escapeHtml(others.join(', '))}: what the store ` +
        'knows of the number or the person.</p>';
}

function endOf(attempt: NumberTrail['attempts'][number], zone: string | undefined): string {
  if (attempt.dialedAt === null) return `never dialed (${attempt.outcome ?? 'still open'})`;
  const steps: readonly (readonly [string, number | null])[] = [
    ['dialed', attempt.dialedAt],
    ['rang', attempt.ringingAt],
    ['answered', attempt.answeredAt],
    ['agent connected', attempt.connectedAt],
    ['abandoned', attempt.abandonedAt],
    ['ended', attempt.endedAt],
  ];
  const course = steps
    .filter((step): step is readonly [string, number] => step[1] !== null)
    .map(([name, at]) => `${name} ${clock(at, zone)}`);
  const result = [
    attempt.outcome ?? 'still open',
    ...(attempt.disposition === null ? [] : [`disposition ${attempt.disposition}`]),
    ...(attempt.agentId === null ? [] : [`agent ${attempt.agentId}`]),
  ];
  const late = attempt.lateEnds.map((end) => lateEndText(end, zone));
  return [`${result.join(', ')}: ${course.join(', ')}`, ...late].join('; ');
}

/** An end that came when the attempt had ended already: both are shown. */
function lateEndText(
  end: NumberTrail['attempts'][number]['lateEnds'][number],
  zone: string | undefined,
): string {
  const disposition = end.disposition === null ? '' : `, disposition ${end.disposition}`;
  const result = `${end.outcome}${disposition}, ended ${clock(end.endedAt, zone)}`;
  return `told later, by ${end.node} at ${iso(end.at)}: ${result}`;
}
