/** `outdial facts`: facts about persons and numbers are set, listed, withdrawn and exported. */
import { resolve } from 'node:path';
import { complianceFact, countOf, defined } from '@outdial/core';
import {
  exportFacts as exportList,
  readFacts,
  setFacts,
  withdrawFact,
  type FactOnFile,
  type Store,
} from '@outdial/store';
import Table from 'cli-table3';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import { zonedText, zoneName } from '../../local-time/instant-in-zone.js';
import { pastInstantOf } from '../clock.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { readFactName, readFactValues, readSubject, readSubjectToState, settled } from '../fact-values.js';
import { writeData } from '../guarded-io.js';
import type { CommandIo } from '../io.js';
import type {
  FactsExportGiven,
  FactsListGiven,
  FactsRemoveGiven,
  FactsSetGiven,
} from '../syntax/facts-commands.js';
import { withStore } from '../with-store.js';
import { writeOutput } from '../write-output.js';

/** `outdial facts set`. */
export async function setFactOf(io: CommandIo, options: FactsSetGiven): Promise<ExitCode> {
  const kind = readFactName(options.fact);
  return withStore(
    io,
    options.campaign,
    async (store, { file }) => {
      const country = file.countries[0] ?? 'US';
      const details = readFactValues(kind, options.value, country);
      const subject = settled(await readSubjectToState(store, options.who, country), kind, options.all);
      const at = pastInstantOf(options.at, file.timeZone, store.clock());
      const { source } = options;
      const facts = details.map((detail) => ({ subject, fact: defined({ kind, at, source, detail }) }));
      const added = await setFacts(store, facts);
      const of = complianceFact(kind).about;
      io.out.write(
        added === 0
          ? `It was on file already: the ${of} ${complianceFact(kind).says}.\n`
          : `Set for ${subject.persons.length} person(s), journaled: ` +
              `the ${of} ${complianceFact(kind).says}.\n`,
      );
      return EXIT.done;
    },
    options.by,
  );
}

/** `outdial facts remove`. */
export async function removeFact(io: CommandIo, options: FactsRemoveGiven): Promise<ExitCode> {
  const kind = readFactName(options.fact);
  return withStore(
    io,
    options.campaign,
    async (store, { file }) => {
      const subject = await readSubject(store, options.who, file.countries[0]);
      const one = complianceFact(kind).about === 'number' ? subject : settled(subject, kind, options.all);
      const { withdrawn, reopened } = await withdrawFact(store, one, { kind, why: options.why });
      io.out.write(
        withdrawn === 0
          ? `No fact '${kind}' is on file there.\n`
          : `Withdrawn, and on record with the reason. ` +
              `${countOf(reopened, 'lead that it closed is', 'leads that it closed are')} open again.\n`,
      );
      return withdrawn === 0 ? EXIT.findings : EXIT.done;
    },
    options.by,
  );
}

/** `outdial facts list`: shows numbers, because that is what was asked for. */
export async function listFacts(io: CommandIo, options: FactsListGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, { file }) => {
    const subject = await readSubject(store, options.who, file.countries[0]);
    const facts = await readFacts(store, subject);
    if (options.json) io.out.write(`${JSON.stringify({ subject, facts }, null, 2)}\n`);
    else io.out.write(facts.length === 0 ? 'No facts on file.\n' : `${tableOf(facts, file.timeZone)}\n`);
    return EXIT.done;
  });
}

function tableOf(facts: readonly FactOnFile[], timeZone: string): string {
  const table = new Table({
    head: ['fact', 'value', `since (${zoneName(timeZone)})`, 'number', 'source', 'call', 'withdrawn'],
    style: { head: [], border: [], compact: true },
  });
  for (const fact of facts)
    table.push([
      fact.kind,
      fact.value,
      fact.at === null ? '' : zonedText(fact.at, timeZone, 'minute'),
      fact.phone ?? 'all',
      fact.source,
      fact.attemptId ?? '',
      fact.withdrawnAt === null
        ? ''
        : `${zonedText(fact.withdrawnAt, timeZone, 'minute')}: ${fact.withdrawnWhy ?? ''}`,
    ]);
  return table.toString();
}

/** `outdial facts export`. */
export async function exportFacts(io: CommandIo, options: FactsExportGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const text = factsOfLists(store, campaign);
    if (options.out !== undefined) {
      const path = resolve(io.cwd, options.out);
      await writeOutput(path, campaign, text);
      io.out.write(`The facts on record were written to ${path}: the lists of the campaign.\n`);
    } else
      for await (const part of text) {
        if (io.out.isClosed === true) break;
        writeData(io.out, part);
      }
    return EXIT.done;
  });
}

/** One header for all lists. */
async function* factsOfLists(store: Store, { file }: LoadedCampaign): AsyncGenerator<string> {
  for (const [index, { id }] of file.lists.entries()) {
    let isHeader = true;
    for await (const part of exportList(store, id)) {
      if (!isHeader || index === 0) yield part;
      isHeader = false;
    }
  }
}
