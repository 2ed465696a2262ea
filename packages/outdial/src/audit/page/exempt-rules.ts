/** Rules that were looked at and do not reach a call: they stand apart from those that allow it. */
import { escapeHtml } from '../../report/html-text.js';
import { titledRule } from '../../report/titled-rule.js';
import type { CallRecord } from '../records.js';

/** A rule whose limits leave the call out: its detail says by which facts. */
export function isExempt({ verdict, detail }: CallRecord['trace'][number]): boolean {
  return verdict === 'allows' && detail !== undefined;
}

/** The rules that do not reach the call, each reason once. */
export function exemptHtml({ trace }: CallRecord): string {
  const byReason = new Map<string, string[]>();
  for (const { rule, detail = '' } of trace.filter(isExempt))
    byReason.set(detail, [...(byReason.get(detail) ?? []), titledRule(rule)]);
  return [...byReason]
    .map(
      ([reason, names]) =>
        `<p class="note">Exempt; ${escapeHtml(reason.replace('this call', 'it'))}: ` +
        `${escapeHtml(names.join('; '))}.</p>`,
    )
    .join('');
}
