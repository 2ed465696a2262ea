/** The rules that the decisions on a page name, with citation, link and value. */
import type { RuleInfo } from '@outdial/compliance';
import { escapeHtml } from '../../report/html-text.js';
import type { CallRecord } from '../records.js';
import { isExempt } from './exempt-rules.js';
import { table } from './page-parts.js';

/** Every rule that refused or allowed a call. `rules`: by id; rules without an entry are left out. */
export function rulesNamed(records: readonly CallRecord[], rules: ReadonlyMap<string, RuleInfo>): string {
  const named = new Set(
    records.flatMap(({ verdict, trace }) => [
      ...verdict.refusals.map(({ rule }) => rule),
      ...trace.filter((entry) => entry.verdict === 'allows' && !isExempt(entry)).map(({ rule }) => rule),
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
