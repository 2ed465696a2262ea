/** `outdial facts import`: sets the facts of a file, all or none. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defined, isOutdialError } from '@outdial/core';
import { setFacts, type FactOfSubject, type Store } from '@outdial/store';
import type { CampaignFile } from '../../campaign-file/types.js';
import { pastInstantOf } from '../clock.js';
import { CommandError } from '../command-errors.js';
import { readCsvTable, type CsvColumns, type CsvTableRow } from '../csv-table.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { readFactName, readFactValues, readSubjectToState, settled } from '../fact-values.js';
import type { CommandIo } from '../io.js';
import { lineProblem } from '../line-problem.js';
import { reading } from '../outside-faults.js';
import type { FactsImportGiven } from '../syntax/facts-commands.js';
import { withStore } from '../with-store.js';

/** The headers of the export of facts, which the import reads. */
const COLUMNS: CsvColumns = {
  needed: ['fact'],
  oneOf: ['number', 'lead'],
  further: ['value', 'date', 'source', 'withdrawn', 'withdrawn why'],
};

/** `outdial facts import`. Lines of facts that were withdrawn are left out. */
export async function importFacts(io: CommandIo, options: FactsImportGiven): Promise<ExitCode> {
  const path = resolve(io.cwd, options.file);
  const rows = await readCsvTable(await reading(path, () => readFile(path, 'utf8')), COLUMNS);
  return withStore(
    io,
    options.campaign,
    async (store, { file }) => {
      const binding = rows.filter(({ cell }) => cell('withdrawn') === '');
      const facts: FactOfSubject[] = [];
      const problems: string[] = [];
      for (const row of binding)
        try {
          facts.push(...(await factsIn(store, file, row, options.source)));
        } catch (error) {
          if (!isOutdialError(error)) throw error;
          problems.push(lineProblem(row.line, error));
        }
      if (problems.length > 0)
        throw new CommandError('lines-unusable', { path, problems: problems.join('\n') });
      const added = await setFacts(store, facts);
      io.out.write(
        `${facts.length} facts read, ${added} new and in force; ` +
          `${rows.length - binding.length} withdrawn ones left out.\n`,
      );
      return EXIT.done;
    },
    options.by,
  );
}

async function factsIn(
  store: Store,
  file: CampaignFile,
  { cell }: CsvTableRow,
  otherwise: string | undefined,
): Promise<readonly FactOfSubject[]> {
  const kind = readFactName(cell('fact'));
  const country = file.countries[0] ?? 'US';
  const source = cell('source') || otherwise;
  if (source === undefined) throw new CommandError('fact-without-source', {});
  // The lead says which of several persons; a fact about a number needs the number, too.
  const named = await readSubjectToState(store, cell('lead') || cell('number'), country);
  const phone =
    cell('number') === '' ? named.phone : (await readSubjectToState(store, cell('number'), country)).phone;
  const subject = settled({ ...named, phone: named.phone ?? phone }, kind, false);
  const at = pastInstantOf(cell('date') || undefined, file.timeZone, store.clock());
  return readFactValues(kind, cell('value'), country).map((detail) => ({
    subject,
    fact: defined({ kind, at, source, detail }),
  }));
}
