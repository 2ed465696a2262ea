/** Everything decided and done about one number, as one HTML page for a regulator. */
import { ruleTitle, type RuleInfo } from '@outdial/compliance';
import { titledRule } from '../report/titled-rule.js';
import type { NumberTrail } from '@outdial/store';
import { utcText } from '@outdial/core';
import { localClock } from '../local-time/local-time.js';
import { escapeHtml } from '../report/html-text.js';
import type { CallRecord } from './records.js';

/** What the page on one number shows. */
export interface AuditPage {
  /** E.164. */
  readonly phone: string;
  /** Epoch ms of the export. */
  readonly at: number;
  readonly records: readonly CallRecord[];
  readonly trail: NumberTrail;
  /** Words on the check of the audit trail that went with the export. */
  readonly verified: string;
  /** The period that was asked for, in words; absent: everything on record. */
  readonly period?: string;
  /** Rules by id, for titles and links, as in force at the last decision. */
  readonly rules: ReadonlyMap<string, RuleInfo>;
}

/**
 * Everything decided and done about one number as one HTML page, in the order of time; it loads nothing from
 * elsewhere and prints on A4.
 */
export function auditPage(page: AuditPage): string {
  const calls = byCall(page.records);
  const zone = page.records.find((record) => record.verdict.timeZones.length > 0)?.verdict.timeZones[0];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Calls to ${escapeHtml(page.phone)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Calls to ${escapeHtml(page.phone)}</h1>
<p class="note">Exported ${instant(page.at, zone)}. ${NOTE}</p>
${summary(page, calls)}
<h2>Consent and requests</h2>
${events(page.trail, zone)}
<h2>Decisions and calls</h2>
${calls.map((call) => callHtml(call, page, zone)).join('\n') || NONE}
<h2>Rules named on this page</h2>
${ruleTable(page)}
<footer>${escapeHtml(page.verified)}</footer>
</body>
</html>
`;
}

const STYLE = `
@page { margin: 16mm; }
body {
  font: 14px/1.5 system-ui, "DejaVu Sans", sans-serif; color: #22303c;
  max-width: 900px; margin: 2rem auto; padding: 0 1rem;
}
h1 { margin-bottom: 0; }
h2 { margin: 2rem 0 .6rem; font-size: 1.15rem; }
h3 { margin: 0; font-size: 1rem; }
.note, footer, .place { color: #5c6b78; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid #dde3e8; text-align: left; vertical-align: top; }
th { font-weight: 600; }
table.facts th { width: 11rem; font-weight: 400; color: #5c6b78; }
.call {
  border: 1px solid #dde3e8; border-left: 5px solid #2c7a4b; border-radius: 4px;
  padding: .7rem 1rem; margin: .8rem 0; break-inside: avoid;
}
.call.refused { border-left-color: #b3412e; }
.call p { margin: .3rem 0; }
ul { margin: .3rem 0; padding-left: 1.2rem; }
.place { font-size: .82rem; overflow-wrap: anywhere; }
footer { margin: 2.5rem 0 1rem; font-size: .9rem; border-top: 1px solid #dde3e8; padding-top: .6rem; }`;

const NOTE =
  'Every decision whether to call this number, what the law was asked and answered, and what became of ' +
  'the call. Personal data. Not legal advice.';
const NONE = '<p class="note">None on record.</p>';

interface Call {
  readonly attemptId: string;
  readonly records: readonly CallRecord[];
}

/** Records by the call they are about, in the order of time. */
function byCall(records: readonly CallRecord[]): readonly Call[] {
  const calls = new Map<string, CallRecord[]>();
  for (const record of records)
    calls.set(record.call.attemptId, [...(calls.get(record.call.attemptId) ?? []), record]);
  return [...calls]
    .map(([attemptId, own]) => ({ attemptId, records: own }))
    .sort((a, b) => (a.records[0]?.request.at ?? 0) - (b.records[0]?.request.at ?? 0));
}

function summary({ trail, period }: AuditPage, calls: readonly Call[]): string {
  const refused = calls.filter(({ records }) => records[0]?.call.allowed === false).length;
  const placed = trail.attempts.filter(({ dialedAt }) => dialedAt !== null).length;
  const abandoned = trail.attempts.filter(({ abandonedAt }) => abandonedAt !== null).length;
  const spoken = trail.attempts.filter(({ outcome }) => outcome === 'conversation').length;
  return facts([
    ...(period === undefined ? [] : [['decisions of', period] as const]),
    ['decisions', `${calls.length}: ${calls.length - refused} allowed, ${refused} refused`],
    ['calls placed in all', `${placed}, of them ${spoken} with a conversation, ${abandoned} abandoned`],
  ]);
}

function events({ consents, doNotCall, learned }: NumberTrail, zone: string | undefined): string {
  const rows = [
    ...consents.map(({ type, at, scope, sellers, evidence, source }) => ({
      at,
      what: type === 'revocation' ? 'consent revoked' : `consent given, ${type}`,
      detail: [
        scope ? `for ${scope.join(', ')}` : 'for every purpose',
        sellers ? `to ${sellers.join(', ')}` : '',
        evidence === null ? '' : `evidence: ${evidence}`,
        `source: ${source}`,
      ]
        .filter((part) => part !== '')
        .join('; '),
    })),
    ...doNotCall.map(({ at, of, scope, source }) => ({
      at,
      what: 'asked not to be called',
      detail: [
        of === 'number' ? 'this number' : 'all numbers of the person',
        scope === 'company' ? 'in every campaign' : `in campaign ${scope}`,
        `source: ${source}`,
      ].join('; '),
    })),
    ...learned.map(({ at, kind, source }) => ({
      at,
      what: 'learned on a call or entered',
      detail: `${kind.replaceAll('-', ' ')}; source: ${source}`,
    })),
  ].sort((a, b) => a.at - b.at);
  return rows.length === 0
    ? '<p class="note">None on record.</p>'
    : table(
        ['when', 'what', 'detail'],
        rows.map(({ at, what, detail }) => [instant(at, zone), escapeHtml(what), escapeHtml(detail)]),
      );
}

function callHtml({ attemptId, records }: Call, page: AuditPage, zone: string | undefined): string {
  const [first] = records;
  if (!first) return '';
  const { call, request } = first;
  const { campaign } = request;
  const attempt = page.trail.attempts.find((one) => one.attemptId === attemptId);
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
  ...factsOfLead(first),
  ...(attempt ? [['what became of it', endOf(attempt, zone)] as const] : []),
])}
${records.map((record) => answerHtml(record)).join('\n')}
${unexplained(records)}
</div>`;
}

function factsOfLead({ request, verdict }: CallRecord): readonly (readonly [string, string])[] {
  const { lead, history } = request;
  const revokedAt = lead.consent?.revokedAt;
  const revoked = revokedAt === undefined ? '' : `, revoked ${iso(revokedAt)}`;
  const consent = lead.consent ? `${lead.consent.type}, ${iso(lead.consent.at)}${revoked}` : 'none on file';
  const address = [lead.country, lead.region, lead.city, lead.postalCode].filter(
    (part) => part !== undefined,
  );
  const listed = [
    lead.doNotCall?.national === true ? 'national registry' : '',
    ...(lead.doNotCall?.lists ?? []),
    lead.doNotCall?.internal ? `own list since ${iso(lead.doNotCall.internal.requestedAt)}` : '',
  ].filter((part) => part !== '');
  return [
    [
      'place',
      [
        address.join(', ') || 'by the number',
        `law of ${verdict.jurisdictions.join(', ') || 'no place'}`,
        `zones ${verdict.timeZones.join(', ') || 'none'}`,
      ].join('; '),
    ],
    ['line', lead.lineType ?? 'unknown'],
    ['consent', consent],
    ['do-not-call lists', listed.join(', ') || 'on none'],
    ['earlier contacts told', String(history.length)],
  ];
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
  const allowing = record.trace.filter((entry) => entry.verdict === 'allows');
  const told = allowing.flatMap(({ rule, inputs }) =>
    inputs === undefined
      ? []
      : [
          `<li>${escapeHtml(titledRule(rule))} was told ${escapeHtml(
            Object.entries(inputs)
              .map(([name, value]) => `${wordsOf(name)} ${value === null ? 'none' : String(value)}`)
              .join(', '),
          )}</li>`,
        ],
  );
  const names = allowing.map(({ rule }) => escapeHtml(titledRule(rule))).join('; ');
  return (
    `<p>${asked}: allowed by all ${allowing.length} rules that apply: ` +
    `${names}.</p>${told.length === 0 ? '' : `<ul>${told.join('')}</ul>`}${place}`
  );
}

function againText(nextAllowedAt: number | null): string {
  return nextAllowedAt === null ? 'waiting does not cure it' : `earliest again ${iso(nextAllowedAt)}`;
}

/** 'liveAnswers' as 'live answers'; zones keep their names. */
function wordsOf(name: string): string {
  return name.includes('/') ? name : name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function refusalList({ verdict }: CallRecord): string {
  return `<ul>${verdict.refusals
    .map(
      ({ rule, citation, message }) =>
        `<li><b>${escapeHtml(rule)}</b> ` +
        `${escapeHtml(ruleTitle(rule) ?? '')} (${escapeHtml(citation)}): ${escapeHtml(message)}</li>`,
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

function ruleTable({ records, rules }: AuditPage): string {
  const named = new Set(
    records.flatMap(({ verdict, trace }) => [
      ...verdict.refusals.map(({ rule }) => rule),
      ...trace.filter((entry) => entry.verdict === 'allows').map(({ rule }) => rule),
    ]),
  );
  const rows = [...named].sort().flatMap((id) => {
    const rule = rules.get(id);
    return rule ? [[escapeHtml(id), escapeHtml(rule.title), linked(rule), escapeHtml(rule.value)]] : [];
  });
  return rows.length === 0
    ? '<p class="note">None.</p>'
    : table(['rule', 'title', 'citation', 'value at the last decision'], rows);
}

function linked({ citation, source }: RuleInfo): string {
  return source.href.startsWith('https://')
    ? `<a href="${escapeHtml(source.href)}">${escapeHtml(citation)}</a>`
    : escapeHtml(citation);
}

function facts(rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(
    ([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return `<table class="facts">${lines.join('')}</table>`;
}

/** Cells are HTML already. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const names = head.map((name) => `<th>${escapeHtml(name)}</th>`).join('');
  const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${names}</tr></thead><tbody>${lines}</tbody></table>`;
}

/** An instant that no calendar holds, as a fact on file may have, is shown as its number. */
function iso(at: number): string {
  if (Number.isNaN(new Date(at).getTime())) return String(at);
  return `${utcText(at, 'second')} UTC`;
}

/** The instant in UTC, and the local hour in the zone of the called party. */
function instant(at: number, zone: string | undefined): string {
  return escapeHtml(zone === undefined ? iso(at) : `${iso(at)} (${clock(at, zone)} ${zone})`);
}

function clock(at: number, zone: string | undefined): string {
  return localClock(at, zone ?? 'UTC');
}
