/** Everything decided and done about one number, as one HTML page for a regulator. */
import type { RuleInfo } from '@outdial/compliance';
import type { FactOnFile, NumberTrail } from '@outdial/store';
import { escapeHtml } from '../report/html-text.js';
import { callHtml, recordedCalls, type RecordedCall } from './page/calls-of-number.js';
import { eventsOfNumber } from './page/events-of-number.js';
import { factsOfNumber } from './page/facts-of-number.js';
import { facts, instant, NONE } from './page/page-parts.js';
import { PAGE_STYLE } from './page/page-style.js';
import { rulesNamed } from './page/rules-named.js';
import type { CallRecord } from './records.js';

/** What the page on one number shows. */
export interface AuditPage {
  /** E.164. */
  readonly phone: string;
  /** Epoch ms of the export. */
  readonly at: number;
  readonly records: readonly CallRecord[];
  readonly trail: NumberTrail;
  /** Facts on file of the number and its persons; absent: none are shown. */
  readonly facts?: readonly FactOnFile[];
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
  const calls = recordedCalls(page.records);
  const zone = page.records.find((record) => record.verdict.timeZones.length > 0)?.verdict.timeZones[0];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Calls to ${escapeHtml(page.phone)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<h1>Calls to ${escapeHtml(page.phone)}</h1>
<p class="note">Exported ${instant(page.at, zone)}. ${NOTE}</p>
${summary(page, calls)}
<h2>Consent and requests</h2>
${eventsOfNumber(page.trail, zone)}
${factsOfNumber(page.facts, zone)}
<h2>Decisions and calls</h2>
${calls.map((call) => callHtml(call, page.trail.attempts, zone)).join('\n') || NONE}
<h2>Rules named on this page</h2>
${rulesNamed(page.records, page.rules)}
<footer>${escapeHtml(page.verified)}</footer>
</body>
</html>
`;
}

const NOTE =
  'Every decision whether to call this number, what the law was asked and answered, and what became of ' +
  'the call. Personal data. Not legal advice.';

function summary({ trail, period }: AuditPage, calls: readonly RecordedCall[]): string {
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
