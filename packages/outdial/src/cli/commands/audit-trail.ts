/** `outdial audit verify`, `heads` and `baseline`: checks the trail, tells its ends, states the rows anew. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readHeads, readStoreId, writeBaseline } from '@outdial/store';
import { headsLine, parseHeads, type KeptLine } from '../../audit/heads-line.js';
import { summaryOf, verdictText } from '../../audit/verdict-text.js';
import { verifyTrail } from '../../audit/verify-records.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import { reading } from '../outside-faults.js';
import type { AuditBaselineGiven, AuditHeadsGiven, AuditVerifyGiven } from '../syntax/audit-commands.js';
import { withStore } from '../with-store.js';

/** `outdial audit verify`: does the trail hold? */
export async function verify(io: CommandIo, options: AuditVerifyGiven): Promise<ExitCode> {
  const kept = options.heads === undefined ? [] : await readKept(resolve(io.cwd, options.heads));
  return withStore(io, options.campaign, async (store) => {
    const verdict = await verifyTrail(store, kept);
    io.out.write(options.json ? `${JSON.stringify(verdict, null, 2)}\n` : verdictText(verdict));
    return verdict.ok ? EXIT.done : EXIT.findings;
  });
}

async function readKept(path: string): Promise<readonly KeptLine[]> {
  const read = parseHeads(await reading(path, () => readFile(path, 'utf8')));
  if (!read.ok) throw new CommandError('heads-unreadable', { path, line: read.line, text: read.text });
  if (read.lines.length === 0) throw new CommandError('heads-empty', { path });
  return read.lines;
}

/** `outdial audit heads`: where every chain ends, as one line to keep elsewhere. */
export async function heads(io: CommandIo, options: AuditHeadsGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store) => {
    const about = { store: await readStoreId(store), at: store.clock() };
    io.out.write(`${headsLine(await readHeads(store), about)}\n`);
    return EXIT.done;
  });
}

/** `outdial audit baseline`: states the tables anew, after the check that tells how they stood before. */
export async function baseline(io: CommandIo, options: AuditBaselineGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store) => {
    const before = await verifyTrail(store);
    io.out.write(`before: ${summaryOf(before)}\n`);
    const found = before.ok ? 'the trail held before' : `${before.events.broken} breaks before`;
    await writeBaseline(store, { reason: `${options.why} (${found})`, by: 'cli' });
    io.out.write('A baseline was written. Rows are compared with the trail from here on.\n');
    return EXIT.done;
  });
}
