/** The facts of the law on file about a number and its persons. */
import type { FactOnFile } from '@outdial/store';
import { escapeHtml } from '../../report/html-text.js';
import { instant, table } from './page-parts.js';

/** Facts with value, source, and withdrawal; nothing where none is on file. */
export function factsOfNumber(facts: readonly FactOnFile[] | undefined, zone: string | undefined): string {
  if (facts === undefined || facts.length === 0) return '';
  const rows = facts.map(({ kind, value, at, source, withdrawnAt, withdrawnWhy }) => [
    at === null ? '' : instant(at, zone),
    escapeHtml(kind.replaceAll('-', ' ')),
    escapeHtml(value),
    escapeHtml(source),
    withdrawnAt === null ? '' : `${instant(withdrawnAt, zone)}: ${escapeHtml(withdrawnWhy ?? '')}`,
  ]);
  return `<h2>Facts on file</h2>\n${table(['since', 'fact', 'value', 'source', 'withdrawn'], rows)}`;
}
