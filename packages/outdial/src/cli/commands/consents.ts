/** `outdial consents`: the consent ledger of a person, out and in. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PURPOSES } from '@outdial/compliance';
import { countOf, defined, isOutdialError } from '@outdial/core';
import {
  exportConsents as exportList,
  exportUnlistedConsents,
  readConsents,
  recordConsents,
  type ConsentEntry,
  type ConsentOnFile,
  type OtherEnd,
  type Store,
} from '@outdial/store';
import Table from 'cli-table3';
import type { CampaignFile } from '../../campaign-file/types.js';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import { zonedText, zoneName } from '../../local-time/instant-in-zone.js';
import { boundOf, pastInstantOf } from '../clock.js';
import { CommandError } from '../command-errors.js';
import { readCsvTable, type CsvColumns, type CsvTableRow } from '../csv-table.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { readPurposes, readSubject, readSubjectToState } from '../fact-values.js';
import { writeData } from '../guarded-io.js';
import type { CommandIo } from '../io.js';
import { lineProblem } from '../line-problem.js';
import { reading } from '../outside-faults.js';
import { choiceText } from '../syntax/command-syntax.js';
import type { ConsentsExportGiven, ConsentsImportGiven, ConsentsShowGiven } from '../syntax/law-commands.js';
import { withStore } from '../with-store.js';
import { writeOutput } from '../write-output.js';

/** `outdial consents show`: shows numbers and evidence, because that is what was asked for. */
export async function showConsents(io: CommandIo, options: ConsentsShowGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, { file }) => {
    const consents = await readConsents(store, await readSubject(store, options.who, file.countries[0]));
    if (options.json) io.out.write(`${JSON.stringify(consents, null, 2)}\n`);
    else if (consents.length === 0) io.out.write('No consent and no revocation on file.\n');
    else io.out.write(`${tableOf(consents, file.timeZone, store.clock())}\n`);
    return EXIT.done;
  });
}

function tableOf(consents: readonly ConsentOnFile[], timeZone: string, now: number): string {
  const day = (at: number): string => zonedText(at, timeZone, 'minute');
  const table = new Table({
    head: ['what', `when (${zoneName(timeZone)})`, 'for', 'number', 'evidence', 'source', 'standing'],
    style: { head: [], border: [], compact: true },
  });
  for (const consent of consents) {
    const { expiresAt, withdrawnAt } = consent;
    const evidence = [consent.form, consent.address, consent.certificateId].filter((part) => part !== null);
    const isOver = expiresAt !== null && expiresAt <= now;
    table.push([
      consent.type,
      day(consent.at),
      [consent.scope?.join(', ') ?? 'every purpose', consent.sellers?.join(', ') ?? '']
        .filter(Boolean)
        .join('; '),
      consent.phone ?? 'all',
      evidence.join('; '),
      consent.source,
      withdrawnAt !== null
        ? `withdrawn ${day(withdrawnAt)}: ${consent.withdrawnWhy ?? ''}`
        : expiresAt === null
          ? ''
          : `${isOver ? 'expired' : 'expires'} ${day(expiresAt)}`,
    ]);
  }
  return table.toString();
}

/** `outdial consents export`. */
export async function exportConsents(io: CommandIo, options: ConsentsExportGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const text = ledgerOf(store, campaign);
    if (options.out !== undefined) {
      const path = resolve(io.cwd, options.out);
      await writeOutput(path, campaign, text);
      io.out.write(
        `The consent ledger was written to ${path}: the lists of the campaign, and numbers without a lead.\n`,
      );
    } else
      for await (const part of text) {
        if (io.out.isClosed === true) break;
        writeData(io.out, part);
      }
    return EXIT.done;
  });
}

/** One header for all lists; entries of numbers that no lead has come last. */
async function* ledgerOf(store: Store, { file }: LoadedCampaign): AsyncGenerator<string> {
  for (const [index, { id }] of file.lists.entries()) {
    let isHeader = true;
    for await (const part of exportList(store, id)) {
      if (!isHeader || index === 0) yield part;
      isHeader = false;
    }
  }
  yield* exportUnlistedConsents(store);
}

/** The headers of the ledger's export, which the import reads. */
const COLUMNS: CsvColumns = {
  needed: ['type', 'date'],
  oneOf: ['number', 'lead'],
  further: [
    'purposes',
    'sellers',
    'form',
    'address',
    'certificate',
    'expires',
    'source',
    'withdrawn',
    'withdrawn why',
  ],
};

/** `outdial consents import`. Lines of entries that were withdrawn are left out. */
export async function importConsents(io: CommandIo, options: ConsentsImportGiven): Promise<ExitCode> {
  const path = resolve(io.cwd, options.file);
  const rows = await readCsvTable(await reading(path, () => readFile(path, 'utf8')), COLUMNS);
  return withStore(
    io,
    options.campaign,
    async (store, { file }) => {
      const binding = rows.filter(({ cell }) => cell('withdrawn') === '');
      const entries: ConsentEntry[] = [];
      const lines = new Map<ConsentEntry, number>();
      const problems: string[] = [];
      for (const row of binding)
        try {
          for (const entry of await entriesIn(store, file, row, options)) {
            entries.push(entry);
            lines.set(entry, row.line);
          }
        } catch (error) {
          if (!isOutdialError(error)) throw error;
          problems.push(lineProblem(row.line, error));
        }
      if (problems.length > 0)
        throw new CommandError('lines-unusable', { path, problems: problems.join('\n') });
      const ends: string[] = [];
      const day = (at: number): string => zonedText(at, file.timeZone, 'minute');
      const onOtherEnd = ({ entry, before, now }: OtherEnd): void => {
        const was = before === null ? 'without an end' : `until ${day(before)}`;
        const is = before === now ? 'which stays: it is the earlier' : `from now on until ${day(now)}`;
        ends.push(`  line ${lines.get(entry) ?? '?'}: on file already ${was}, ${is}\n`);
      };
      const added = await recordConsents(store, entries, { onOtherEnd });
      io.out.write(
        `${countOf(entries.length, 'entry')} read, ${added} new; ` +
          `${rows.length - binding.length} withdrawn ones left out.\n`,
      );
      for (const end of ends) io.out.write(end);
      return EXIT.done;
    },
    options.by,
  );
}

const TYPES = ['written', 'express', 'revocation'] as const;

async function entriesIn(
  store: Store,
  file: CampaignFile,
  { cell }: CsvTableRow,
  options: ConsentsImportGiven,
): Promise<readonly ConsentEntry[]> {
  const type = TYPES.find((each) => each === cell('type'));
  if (!type)
    throw new CommandError('consent-unusable', {
      what: 'type of entry',
      text: cell('type'),
      wanted: choiceText(TYPES),
    });
  const purposes = cell('purposes');
  const scope = purposes === '' ? undefined : readPurposes(purposes);
  if (scope === null)
    throw new CommandError('consent-unusable', {
      what: 'list of purposes',
      text: purposes,
      wanted: choiceText(PURPOSES),
    });
  const source = cell('source') || options.source;
  if (source === undefined) throw new CommandError('fact-without-source', {});
  const at = pastInstantOf(cell('date'), file.timeZone, store.clock());
  const subject = await readSubjectToState(store, cell('lead') || cell('number'), file.countries[0]);
  const phone =
    cell('number') === ''
      ? undefined
      : (await readSubjectToState(store, cell('number'), file.countries[0])).phone;
  const sellers = cell('sellers')
    .split(/[;|]/)
    .map((seller) => seller.trim())
    .filter((seller) => seller !== '');
  const entry = defined({
    type,
    at,
    source,
    scope,
    phone: phone ?? undefined,
    sellers: sellers.length === 0 ? undefined : sellers,
    evidence: cell('form') || undefined,
    address: cell('address') || undefined,
    certificateId: cell('certificate') || undefined,
    expiresAt:
      type === 'revocation' ? undefined : expiryOf(cell('expires'), at, file.timeZone, options.expires),
  });
  return subject.persons.map(({ personId }) => ({ personId, ...entry }));
}

/** The day in the file, else so many years after the grant. */
function expiryOf(text: string, at: number, timeZone: string, years: number | undefined): number | undefined {
  if (text !== '') return boundOf(text, timeZone, 'begins');
  if (years === undefined) return undefined;
  const date = new Date(at);
  date.setUTCMonth(date.getUTCMonth() + Math.round(years * 12));
  return date.getTime();
}
