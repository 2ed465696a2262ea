/** `outdial rules diff`: what changed in the law between two tables. */
import { countOf } from '@outdial/core';
import { compareLaw, type LawChange } from '@outdial/compliance';
import Table from 'cli-table3';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { findJurisdiction } from '../find-jurisdiction.js';
import type { CommandIo } from '../io.js';
import { lawOfArgument } from '../law-of-argument.js';
import type { RulesDiffGiven } from '../syntax/rules-commands.js';
import { fittingWidths } from '../table-width.js';

/** `outdial rules diff`. */
export async function diff(io: CommandIo, options: RulesDiffGiven): Promise<ExitCode> {
  const [before, now] = [await lawOfArgument(io, options.old), await lawOfArgument(io, options.new)];
  const known = new Set([...before.rules, ...now.rules].map(({ jurisdiction }) => jurisdiction));
  const where =
    options.jurisdiction === undefined ? undefined : findJurisdiction(options.jurisdiction, known);
  const all = compareLaw(before, now).filter(({ place }) => where === undefined || place === where);
  const changes = all.filter(({ kind }) => options.sources || kind !== 'source');
  if (options.json) {
    io.out.write(`${JSON.stringify({ before: before.version, now: now.version, changes }, null, 2)}\n`);
    return EXIT.done;
  }
  const sources = all.filter(({ kind }) => kind === 'source').length;
  io.out.write(
    `${changes.length === 0 ? '' : `${tableText(changes, io.out.columns)}\n`}` +
      `${countOf(changes.length, 'change')} from ${before.version} to ${now.version}` +
      (options.sources
        ? ''
        : `; ${countOf(sources, 'value has', 'values have')} another source or a later comparison ` +
          `(--sources)`) +
      '.\nCalls of the period are judged by what stands under now. Exemptions that leave a value as it was ' +
      'are in CHANGELOG.md, Law. Not legal advice.\n',
  );
  return EXIT.done;
}

function tableText(changes: readonly LawChange[], width: number | undefined): string {
  const head = ['place', 'rule', 'calls', 'before', 'now', 'source'];
  const rows = changes.map((change) => [
    change.place,
    change.rule,
    periodText(change),
    change.before ?? 'no rule',
    change.now ?? 'no rule',
    `${change.source.title}, ${change.source.pinpoint}`,
  ]);
  const table = new Table({
    head,
    colWidths: fittingWidths(width, [head, ...rows], { 3: 40, 4: 40, 5: 40 }),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows);
  return table.toString();
}

function periodText({ from, until }: LawChange): string {
  if (from === null && until === null) return 'all dates';
  if (from === null) return `until ${until ?? ''}`;
  return until === null ? `from ${from}` : `${from} until ${until}`;
}
