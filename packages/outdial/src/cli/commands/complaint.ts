/** `outdial complaint`: everything on file about one number, for a regulator or a lawyer. */
import { resolve } from 'node:path';
import { createCompliance } from '@outdial/compliance';
import { findFactSubject, readConsents, readFacts, readNumberTrail, type Store } from '@outdial/store';
import { auditPage } from '../../audit/audit-page.js';
import { withIsoInstants } from '../../audit/iso-instants.js';
import { readCallRecords, type CallRecord } from '../../audit/records.js';
import { summaryOf } from '../../audit/verdict-text.js';
import { verifyTrail } from '../../audit/verify-records.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { writeData } from '../guarded-io.js';
import type { CommandIo } from '../io.js';
import { readStoredPhone } from '../read-phone.js';
import type { ComplaintGiven } from '../syntax/audit-commands.js';
import { withStore } from '../with-store.js';
import { writeOutput } from '../write-output.js';

/** `outdial complaint`. The file is readable by its owner only. */
export async function complaint(io: CommandIo, options: ComplaintGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const phone = readStoredPhone(options.number, campaign.file.countries[0]);
    const text = options.format === 'json' ? await jsonOf(store, phone) : await pageOf(store, phone);
    if (options.out === undefined) writeData(io.out, text);
    else {
      const path = resolve(io.cwd, options.out);
      await writeOutput(path, campaign, [text]);
      io.out.write(`Everything on file about the number was written to ${path}\n`);
    }
    return EXIT.done;
  });
}

async function recordsOf(store: Store, phone: string): Promise<readonly CallRecord[]> {
  const records: CallRecord[] = [];
  for await (const { row, record } of readCallRecords(store, { phone })) {
    if (row.erasedAt !== null) continue;
    if (!record) throw new CommandError('record-unreadable', { writer: row.writer, sequence: row.n });
    records.push(record);
  }
  return records;
}

async function pageOf(store: Store, phone: string): Promise<string> {
  const records = await recordsOf(store, phone);
  const at = store.clock();
  const rules = createCompliance().listRules(records.at(-1)?.request.at ?? at);
  return auditPage({
    phone,
    at,
    records,
    trail: await readNumberTrail(store, phone),
    facts: await readFacts(store, await findFactSubject(store, { phone })),
    verified: summaryOf(await verifyTrail(store)),
    rules: new Map(rules.map((rule) => [rule.id, rule])),
  });
}

/**
 * Calls with answers and recordings, decisions with rules and citations, facts, consent and requests.
 * Instants are ISO 8601; the records as they were hashed, in epoch ms, are those of `outdial audit export`.
 */
async function jsonOf(store: Store, phone: string): Promise<string> {
  const subject = await findFactSubject(store, { phone });
  const { attempts, doNotCall } = await readNumberTrail(store, phone);
  const file = {
    number: phone,
    exportedAt: store.clock(),
    persons: subject.persons,
    calls: attempts,
    doNotCall,
    consents: await readConsents(store, subject),
    facts: await readFacts(store, subject),
    decisions: await recordsOf(store, phone),
    verified: summaryOf(await verifyTrail(store)),
  };
  return `${JSON.stringify(withIsoInstants(file), null, 2)}\n`;
}
