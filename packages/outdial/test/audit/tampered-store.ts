/** Tampers with a store within a transaction, looks at it in three ways, and takes everything back. */
import { expect } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readHeads, readStoreId, type Store } from '@outdial/store';
import { sql } from 'kysely';
import { headsLine, parseHeads, type KeptLine } from '../../src/audit/heads-line.js';
import { verifyTrail, type TrailVerdict } from '../../src/audit/verify-records.js';
import { statementFor, type FoundBy, type TamperingCase } from './tampering-cases.js';

/** Where the chains of a store end, as a line kept elsewhere. */
export async function headsNow(of: Store): Promise<KeptLine> {
  const read = parseHeads(headsLine(await readHeads(of), { store: await readStoreId(of), at: of.clock() }));
  const line = read.ok ? read.lines[0] : undefined;
  if (!line) throw new Error('the line was not read');
  return line;
}

/** Runs work on the store as tampered; everything is taken back afterwards. */
export async function tampered<Result>(
  store: Store,
  one: TamperingCase,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  return store.engine.db.connection().execute(async (db) => {
    const engine = {
      ...store.engine,
      db,
      snapshot: <Read>(read: (within: typeof db) => Promise<Read>) => read(db),
    };
    const within: Store = { ...store, engine };
    await sql`begin`.execute(db);
    try {
      let changed = 0n;
      for (const statement of one.sql)
        changed +=
          (await sql.raw(statementFor(store.engine.kind, statement)).execute(db)).numAffectedRows ?? 0n;
      expect([one.title, changed > 0n]).toEqual([one.title, true]);
      if (one.rehash) await rehash(within);
      return await work(within);
    } finally {
      await sql`rollback`.execute(db);
    }
  });
}

/** What a forger does who has the database and knows how entries are hashed, but has not the key. */
async function rehash({ engine: { db } }: Store): Promise<void> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('writer').orderBy('n').execute();
  let previous = { writer: '', hash: '' };
  for (const row of rows) {
    const before = row.writer === previous.writer ? previous.hash : '';
    const text =
      `{"at":${row.at},"campaignId":${JSON.stringify(row.campaign_id)},"detail":${row.detail},` +
      `"kind":${JSON.stringify(row.kind)},"n":${row.n},"writer":${JSON.stringify(row.writer)}}`;
    const hash = createHash('sha256')
      .update(before + text)
      .digest('hex');
    const place = db.updateTable('audit').where('writer', '=', row.writer).where('n', '=', row.n);
    await place.set({ prev_hash: before, hash }).execute();
    previous = { writer: row.writer, hash };
  }
}

/** Verdicts on one store: without anything else, with heads kept elsewhere, with the key. */
export interface Verdicts {
  readonly trail: TrailVerdict;
  readonly heads: TrailVerdict;
  readonly key: TrailVerdict;
}

/** Looks at a store in all three ways. */
export async function verdictsOn(store: Store, kept: readonly KeptLine[]): Promise<Verdicts> {
  const unkeyed = { ...store, auditKey: null };
  return {
    trail: await verifyTrail(unkeyed),
    heads: await verifyTrail(unkeyed, kept),
    key: await verifyTrail(store),
  };
}

/** What finds it. What the trail itself shows is not looked for in the other ways, which show it as well. */
export async function foundBy(store: Store, kept: readonly KeptLine[]): Promise<FoundBy> {
  const unkeyed = { ...store, auditKey: null };
  if (!(await verifyTrail(unkeyed)).ok) return 'trail';
  const isShownByHeads = !(await verifyTrail(unkeyed, kept)).ok;
  const isShownByKey = !(await verifyTrail(store)).ok;
  if (isShownByHeads) return isShownByKey ? 'heads or key' : 'heads';
  return isShownByKey ? 'key' : 'nothing';
}
