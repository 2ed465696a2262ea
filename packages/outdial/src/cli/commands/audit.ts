/** `outdial audit export` and `replay`: recorded decisions for a regulator, and the law asked again. */
import { resolve } from 'node:path';
import { createCompliance } from '@outdial/compliance';
import { countOf, defined } from '@outdial/core';
import { readNumberTrail, type DecisionRecordFilter, type Store } from '@outdial/store';
import { auditTable } from '../../audit/audit-csv.js';
import { auditPage } from '../../audit/audit-page.js';
import { readCallRecords, type CallRecord } from '../../audit/records.js';
import { replay, replayText } from '../../audit/replay.js';
import { summaryOf } from '../../audit/verdict-text.js';
import { verifyTrail } from '../../audit/verify-records.js';
import { loadFlows } from '../../campaign-file/load-flows.js';
import { createCampaignCompliance } from '../../gate/campaign-compliance.js';
import { boundOf } from '../clock.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { writeData } from '../guarded-io.js';
import type { CommandIo } from '../io.js';
import type { AuditExportGiven, AuditReplayGiven } from '../syntax/audit-commands.js';
import { readStoredPhone } from '../read-phone.js';
import { withStore } from '../with-store.js';
import { writeOutput } from '../write-output.js';

/** `outdial audit export`: decisions for a regulator. */
export async function exportAudit(io: CommandIo, options: AuditExportGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const { file } = campaign;
    const phone =
      options.number === undefined ? undefined : readStoredPhone(options.number, file.countries[0]);
    if (options.format === 'page' && phone === undefined) throw new CommandError('page-needs-number', {});
    const filter: DecisionRecordFilter = defined({
      phone,
      from: boundary(options.from, file.timeZone),
      to: boundary(options.to, file.timeZone),
    });
    const count = { records: 0 };
    const records = counted(store, filter, count);
    const text =
      options.format === 'csv'
        ? auditTable(records)
        : options.format === 'records'
          ? lines(records)
          : page(store, phone ?? '', records, periodOf(options));
    if (options.out === undefined) for await (const part of text) writeData(io.out, part);
    else {
      const path = resolve(io.cwd, options.out);
      await writeOutput(path, campaign, text);
      io.out.write(`${countOf(count.records, 'record')} written to ${path}\n`);
    }
    return EXIT.done;
  });
}

/** A bound of the export: an instant, or a date, whose day begins at midnight of the agency. */
function boundary(text: string | undefined, timeZone: string): number | undefined {
  return text === undefined ? undefined : boundOf(text, timeZone, 'begins');
}

async function* counted(
  store: Store,
  filter: DecisionRecordFilter,
  count: { records: number },
): AsyncGenerator<CallRecord> {
  for await (const { row, record } of readCallRecords(store, filter)) {
    // What was erased has no content any more; the audit trail says when and why.
    if (row.erasedAt !== null) continue;
    if (!record) throw new CommandError('record-unreadable', { writer: row.writer, sequence: row.n });
    count.records += 1;
    yield record;
  }
}

/** One record a line as JSON: what `verifyAudit` of @outdial/compliance reads, writer by writer. */
async function* lines(records: AsyncIterable<CallRecord>): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`;
}

async function* page(
  store: Store,
  phone: string,
  source: AsyncIterable<CallRecord>,
  period: string | undefined,
): AsyncGenerator<string> {
  const records: CallRecord[] = [];
  for await (const record of source) records.push(record);
  const at = store.clock();
  const rules = new Map(
    createCompliance()
      .listRules(records.at(-1)?.request.at ?? at)
      .map((rule) => [rule.id, rule] as const),
  );
  yield auditPage({
    phone,
    at,
    records,
    trail: await readNumberTrail(store, phone),
    verified: summaryOf(await verifyTrail(store)),
    rules,
    ...defined({ period }),
  });
}

function periodOf({ from, to }: { readonly from?: string; readonly to?: string }): string | undefined {
  return from === undefined && to === undefined
    ? undefined
    : [from === undefined ? '' : `from ${from}`, to === undefined ? '' : `before ${to}`].join(' ').trim();
}

/** `outdial audit replay [id]`: the recorded questions put to the law again. */
export async function replayAudit(io: CommandIo, options: AuditReplayGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const { compliance } = createCampaignCompliance(campaign.file, await loadFlows(campaign));
    const counts = { replayed: 0, same: 0, otherLaw: 0, interlocks: 0 };
    const attemptId = options.id.replace(/\/\d+$/, '');
    const filter: DecisionRecordFilter = {
      campaignId: campaign.file.id,
      ...(options.id === 'all' ? {} : { attemptId }),
    };
    for await (const { record } of readCallRecords(store, filter)) {
      if (!record || (options.id !== 'all' && options.id !== attemptId && record.id !== options.id)) continue;
      const again = replay(record, compliance);
      if (!again) {
        counts.interlocks += 1;
        continue;
      }
      counts.replayed += 1;
      if (again.same) counts.same += 1;
      if (!again.sameLaw) counts.otherLaw += 1;
      if (!again.same || options.id !== 'all')
        io.out.write(
          `${
            again.same
              ? `${record.id}: the same verdict again, ` + `${record.verdict.allowed ? 'allowed' : 'refused'}`
              : replayText(again, compliance)
          }\n`,
        );
    }
    return outcome(io, options.id, counts);
  });
}

function outcome(
  io: CommandIo,
  id: string,
  counts: {
    readonly replayed: number;
    readonly same: number;
    readonly otherLaw: number;
    readonly interlocks: number;
  },
): ExitCode {
  const { replayed, same, otherLaw, interlocks } = counts;
  if (replayed + interlocks === 0 && id !== 'all') {
    throw new CommandError('decision-unknown', { id });
  }
  const law =
    otherLaw === 0
      ? 'rule set and zone data are those on record'
      : `${otherLaw} were made under another rule set, policies or zone data than today's`;
  io.out.write(
    `${countOf(replayed, 'decision')} replayed, ${same} with the same verdict, ` +
      `${replayed - same} with another; ` +
      `${law}${interlocks === 0 ? '' : `; ${interlocks} were interlocks, which are not law`}.\n`,
  );
  return replayed === same ? EXIT.done : EXIT.findings;
}
