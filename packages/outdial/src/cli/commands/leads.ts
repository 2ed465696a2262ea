/** `outdial leads`: lists, closes and exports leads. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { countOf, defined, visibleText } from '@outdial/core';
import { readLeadReferences, type UnreadableReference } from '@outdial/lists';
import {
  closeLeads,
  exportLeads as exportList,
  listLeads as listOf,
  type ListedLead,
  type Store,
} from '@outdial/store';
import Table from 'cli-table3';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import { zonedText, zoneName } from '../../local-time/instant-in-zone.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { writeData } from '../guarded-io.js';
import type { CommandIo } from '../io.js';
import { moreText } from '../more-text.js';
import type { LeadsCloseGiven, LeadsExportGiven, LeadsListGiven } from '../syntax/list-commands.js';
import { reading } from '../outside-faults.js';
import { withStore } from '../with-store.js';
import { writeOutput } from '../write-output.js';

/** `outdial leads list`: shows numbers, because that is what was asked for. */
export async function listLeads(io: CommandIo, options: LeadsListGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const { timeZone } = campaign.file;
    const table = new Table({
      head: [
        ...['lead', 'account', 'numbers', 'state', 'why'],
        `dialable from (${zoneName(timeZone)})`,
        ...['attempts', 'last outcome'],
      ],
      style: { head: [], border: [], compact: true },
    });
    // One more than is shown says whether there are more.
    let left = options.limit + 1;
    for (const list of campaign.file.lists) {
      const leads =
        left > 0 ? await listOf(store, defined({ listId: list.id, limit: left, state: options.state })) : [];
      left -= leads.length;
      const shown = left === 0 ? leads.slice(0, -1) : leads;
      for (const lead of shown) table.push(rowOf(lead, timeZone).map(visibleText));
    }
    io.out.write(`${table.toString()}\n`);
    if (left === 0) io.out.write(moreText(options.limit));
    return EXIT.done;
  });
}

function rowOf(lead: ListedLead, timeZone: string): string[] {
  const numbers = lead.phones.map(({ phone, open }) => (open ? phone : `${phone} (closed)`)).join(', ');
  const from = lead.nextDialableAt === null ? '' : zonedText(lead.nextDialableAt, timeZone, 'minute');
  return [
    lead.leadId,
    lead.account ?? '',
    numbers,
    lead.state,
    lead.why,
    from,
    String(lead.attempts),
    lead.lastDisposition ?? lead.lastOutcome ?? '',
  ];
}

/** Lines of a file that are named when they cannot be used. */
const NAMED_MOST = 20;

/** `outdial leads close --file`. */
export async function closeLeadsFromFile(io: CommandIo, options: LeadsCloseGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const path = resolve(io.cwd, options.file);
    const unreadable: UnreadableReference[] = [];
    let lines = 0;
    const done = await reading(path, () => {
      const references = readLeadReferences(createReadStream(path), {
        defaultCountry: countryOf(campaign),
        onUnreadable: (line) => {
          lines += 1;
          if (unreadable.length < NAMED_MOST) unreadable.push(line);
        },
      });
      return closeLeads(store, references, { reason: options.why });
    });
    io.out.write(
      `${countOf(done.references, 'reference')}: ${countOf(done.closed, 'lead')} closed, ` +
        `${done.already} were closed already, ` +
        `${countOf(done.unknown, 'reference names', 'references name')} no lead, ` +
        `${countOf(lines, 'line')} cannot be used.\n`,
    );
    for (const { line, problem } of unreadable) io.out.write(`  line ${line}: ${problem}\n`);
    if (lines > unreadable.length) io.out.write(`  and ${lines - unreadable.length} more\n`);
    return done.closed + done.already > 0 ? EXIT.done : EXIT.findings;
  });
}

function countryOf(campaign: LoadedCampaign): string {
  return campaign.file.lists[0]?.defaultCountry ?? campaign.file.countries[0] ?? 'US';
}

/** `outdial leads export`: one list after the other. */
export async function exportLeads(io: CommandIo, options: LeadsExportGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const text = exportOf(store, campaign);
    if (options.out === undefined) await printEach(io, text);
    else {
      const path = resolve(io.cwd, options.out);
      await writeOutput(path, campaign, text);
      io.out.write(`The leads of the campaign's lists were written to ${path}\n`);
    }
    return EXIT.done;
  });
}

/** Writes while somebody reads: a million leads are not fetched for `| head`. */
async function printEach(io: CommandIo, text: AsyncIterable<string>): Promise<void> {
  for await (const part of text) {
    if (io.out.isClosed === true) return;
    writeData(io.out, part);
  }
}

async function* exportOf(store: Store, campaign: LoadedCampaign): AsyncGenerator<string> {
  for (const list of campaign.file.lists) yield* exportList(store, list.id);
}
