/** What an import did, in words: how the file was read, what each column is, what became of the rows. */
import { countOf, countText } from '@outdial/core';
import type { ImportReport, ImportedColumn } from '@outdial/store';
import type { ListImport } from '../leads/import-list.js';
import { numberFileText } from './number-file-text.js';

/** What an import did, in words. `keepsRejects`: false where the file of rejected rows does not stay. */
export function importText(done: ListImport, keepsRejects = true): string {
  const { report } = done;
  const { rejected, valuesDropped, duplicatesInFile, duplicatesInList, inOtherLists } = report;
  const lines = [
    `${headline(done)}: ${countOf(report.rows, 'row')}, ${formatText(report)}`,
    ...report.columns.map(columnText),
    ...report.warnings.map((warning) => terminalText(`  warning: ${warning}`)),
    `  added ${countText(report.added)}, updated ${countText(report.updated)}, duplicates ` +
      `${countText(duplicatesInFile)} in the file and ${countText(duplicatesInList)} in the list`,
    ...(inOtherLists === 0
      ? []
      : [
          `  also in another list of the campaign, and called through one of them: ` +
            `${countText(inOtherLists)}`,
        ]),
    `  not to be called ${countText(report.doNotCall)}, rejected ${countText(rejected)}, ` +
      `single values dropped ${countText(valuesDropped)}`,
    ...doNotCallText(done),
  ];
  if (rejected + valuesDropped + duplicatesInFile + duplicatesInList + inOtherLists > 0)
    lines.push(
      keepsRejects
        ? `  these rows, with line, status, problem and remedy: ${done.rejectedFile}`
        : "  'outdial import' writes these rows, with line, problem and remedy, to a file",
    );
  if (report.isDryRun)
    lines.push('  dry run: nothing was written to the store, and no do-not-call file was read');
  else if (keepsRejects && report.added + report.updated > 0)
    lines.push(`  to take it back before it is dialed: outdial import --undo ${report.importId}`);
  return `${lines.join('\n')}\n`;
}

function headline({ file, listId, report }: ListImport): string {
  const resumed = report.resumed ? ' (went on where an earlier import stood)' : '';
  return `${terminalText(file)} into list ${listId}${resumed}`;
}

function formatText({ format, encoding, delimiter }: ImportReport): string {
  if (!format.startsWith('CSV')) return terminalText(format);
  return `${format}, ${encoding}, delimiter '${delimiter === '\t' ? '\\t' : delimiter}'`;
}

function columnText({ header, target, samples }: ImportedColumn): string {
  const name = header === '' ? '(no header)' : header.slice(0, 80);
  const shown = samples.map((sample) => `'${sample}'`).join(', ');
  return terminalText(`  ${name} -> ${target}: ${shown === '' ? '(empty)' : shown}`);
}

function doNotCallText({ doNotCall }: ListImport): string[] {
  if (!doNotCall) return [];
  const read = numberFileText(doNotCall.file, doNotCall.report, doNotCall.rejectedFile);
  return [`  do-not-call list: ${countOf(doNotCall.added, 'number')} newly on it, from ${read}`];
}

/** Text of a file without signs that would steer a terminal. */
function terminalText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}
