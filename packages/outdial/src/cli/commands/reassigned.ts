/** `outdial reassigned`: the query file of a reassigned-numbers database out, its answers in. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { countOf, isoInstant, isOutdialError } from '@outdial/core';
import { readReassignedWords } from '@outdial/lists';
import {
  findFactSubject,
  readReassignedQueries,
  setFacts,
  type FactOfSubject,
  type Store,
} from '@outdial/store';
import type { CampaignFile } from '../../campaign-file/types.js';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import { pastInstantOf } from '../clock.js';
import { CommandError } from '../command-errors.js';
import { readCsvTable, type CsvTableRow } from '../csv-table.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { writeData } from '../guarded-io.js';
import type { CommandIo } from '../io.js';
import { lineProblem } from '../line-problem.js';
import { reading } from '../outside-faults.js';
import { readStoredPhone } from '../read-phone.js';
import type { ReassignedImportGiven, ReassignedQueryGiven } from '../syntax/law-commands.js';
import { withStore } from '../with-store.js';
import { writeOutput } from '../write-output.js';

/** `outdial reassigned query`: ten digits and a day a line, for numbers of the United States. */
export async function queryReassigned(io: CommandIo, options: ReassignedQueryGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const counts = { numbers: 0 };
    const text = queryLines(store, campaign, counts);
    if (options.out === undefined) for await (const line of text) writeData(io.out, line);
    else {
      const path = resolve(io.cwd, options.out);
      await writeOutput(path, campaign, text);
      io.out.write(
        `${countOf(counts.numbers, 'number')} of open leads with consent in force written to ${path}\n`,
      );
    }
    return EXIT.done;
  });
}

async function* queryLines(
  store: Store,
  { file }: LoadedCampaign,
  counts: { numbers: number },
): AsyncGenerator<string> {
  yield 'number,date\r\n';
  for (const { id } of file.lists)
    for await (const { phone, consentAt } of readReassignedQueries(store, id, store.clock())) {
      if (!/^\+1\d{10}$/.test(phone)) continue;
      counts.numbers += 1;
      yield `${phone.slice(2)},${isoInstant(consentAt).slice(0, 10)}\r\n`;
    }
}

/** Numbers set in one transaction. */
const BATCH = 200;

/** `outdial reassigned import`. Where a line cannot be read, no answer is taken. */
export async function importReassigned(io: CommandIo, options: ReassignedImportGiven): Promise<ExitCode> {
  const path = resolve(io.cwd, options.file);
  const text = await reading(path, () => readFile(path, 'utf8'));
  const certificate = options.certificate === undefined ? null : resolve(io.cwd, options.certificate);
  const certificateHash =
    certificate === null ? null : hashOf(await reading(certificate, () => readFile(certificate)));
  const rows = await readCsvTable(text, { needed: ['number', 'answer'] });
  return withStore(
    io,
    options.campaign,
    async (store, { file }) => {
      const at = pastInstantOf(options.queried, file.timeZone, store.clock());
      const answers = readAnswers(path, rows, file.countries[0]);
      const counts = { yes: 0, no: 0, 'no-data': 0 };
      const asked = await askedAbout(store, file, at);
      const notAsked = answers.filter(({ phone }) => !asked.has(phone)).map(({ line }) => line);
      for (let start = 0; start < answers.length; start += BATCH) {
        const facts: FactOfSubject[] = [];
        for (const { phone, answer } of answers.slice(start, start + BATCH)) {
          const subject = await findFactSubject(store, { phone });
          const fact = {
            kind: 'reassigned',
            at,
            source: 'reassigned numbers database',
            detail: { answer },
          } as const;
          facts.push({ subject, fact });
          counts[answer] += 1;
        }
        await setFacts(store, facts);
      }
      const detail = { sha256: hashOf(text), certificateSha256: certificateHash, queriedAt: at, ...counts };
      await store.audit.record({ at: store.clock(), campaignId: '', kind: 'reassigned.imported', detail });
      io.out.write(
        `${countOf(answers.length, 'answer')} of ${options.queried}: ${counts.yes} reassigned, ` +
          `${counts.no} not, ` +
          `${counts['no-data']} without data. File ${detail.sha256} is in the audit trail.\n`,
      );
      if (notAsked.length > 0) io.out.write(notAskedText(notAsked));
      return EXIT.done;
    },
    options.by,
  );
}

/** Numbers that a query of that day was about: of open leads of the campaign, with consent in force. */
async function askedAbout(store: Store, { lists }: CampaignFile, at: number): Promise<ReadonlySet<string>> {
  const phones = new Set<string>();
  for (const { id } of lists)
    for await (const { phone } of readReassignedQueries(store, id, at)) phones.add(phone);
  return phones;
}

/** Lines that are named one by one. */
const LINES_SHOWN = 20;

function notAskedText(lines: readonly number[]): string {
  const shown = lines.slice(0, LINES_SHOWN).join(', ');
  const more = lines.length > LINES_SHOWN ? ` and ${lines.length - LINES_SHOWN} more` : '';
  return (
    `${countOf(lines.length, 'answer is', 'answers are')} about numbers that no open lead with consent ` +
    `in force on that day has: 'outdial reassigned query' does not ask about them ` +
    `(lines ${shown}${more}). They are kept.\n`
  );
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

interface NumberAnswer {
  readonly line: number;
  readonly phone: string;
  readonly answer: 'yes' | 'no' | 'no-data';
}

function readAnswers(
  path: string,
  rows: readonly CsvTableRow[],
  country: string | undefined,
): readonly NumberAnswer[] {
  const problems: string[] = [];
  const answers = rows.flatMap(({ line, cell }): readonly NumberAnswer[] => {
    const answer = readReassignedWords(cell('answer'));
    if (answer === null) {
      problems.push(`line ${line}: '${cell('answer')}' is not an answer: give yes, no or no data`);
      return [];
    }
    try {
      return [{ line, phone: readStoredPhone(cell('number'), country), answer }];
    } catch (error) {
      if (!isOutdialError(error)) throw error;
      problems.push(lineProblem(line, error));
      return [];
    }
  });
  if (problems.length > 0) throw new CommandError('lines-unusable', { path, problems: problems.join('\n') });
  return answers;
}
