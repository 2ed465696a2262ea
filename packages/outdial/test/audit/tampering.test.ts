import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, readHeads, readStoreId, writeBaseline, type Store } from '@outdial/store';
import { sql } from 'kysely';
import { headsLine, parseHeads, type KeptLine } from '../../src/audit/heads-line.js';
import { verdictText } from '../../src/audit/verdict-text.js';
import { verifyTrail, type TrailVerdict } from '../../src/audit/verify-records.js';
import { dialCampaign } from './dialed-campaign.js';
import { TAMPERING, type FoundBy, type TamperingCase } from './tampering-cases.js';

const KEY = 'a key that stands in the environment';
const NOW = Date.UTC(2026, 5, 11);

let folder: string;
let store: Store;
let kept: readonly KeptLine[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-tampering-'));
  const url = `sqlite:${join(folder, 'store.db')}`;
  store = await openStore({ url, clock: () => NOW, auditKey: KEY });
  await dialCampaign(store);
  kept = [await headsNow(store)];
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function headsNow(of: Store): Promise<KeptLine> {
  const read = parseHeads(headsLine(await readHeads(of), { store: await readStoreId(of), at: NOW }));
  const line = read.ok ? read.lines[0] : undefined;
  if (!line) throw new Error('the line was not read');
  return line;
}

/** Runs work on the database as tampered; everything is taken back afterwards. */
async function tampered<Result>(
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
        changed += (await sql.raw(statement).execute(db)).numAffectedRows ?? 0n;
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

interface Verdicts {
  readonly trail: TrailVerdict;
  readonly heads: TrailVerdict;
  readonly key: TrailVerdict;
}

async function verdictsOn(within: Store): Promise<Verdicts> {
  const unkeyed = { ...within, auditKey: null };
  return {
    trail: await verifyTrail(unkeyed),
    heads: await verifyTrail(unkeyed, kept),
    key: await verifyTrail(within),
  };
}

function foundBy({ trail, heads, key }: Verdicts): FoundBy {
  if (!trail.ok) return 'trail';
  if (!heads.ok) return key.ok ? 'heads' : 'heads or key';
  return key.ok ? 'nothing' : 'key';
}

describe('a database that was tampered with', () => {
  test('holds before, in every way of looking, and has of everything something to tamper with', async () => {
    const verdicts = await verdictsOn(store);
    for (const verdict of [verdicts.trail, verdicts.heads, verdicts.key])
      expect([verdict.ok, verdict.events.breaks, verdict.records.broken]).toEqual([true, [], []]);
    expect(verdicts.key.events.key).toMatchObject({ keyed: verdicts.key.events.entries });
    for (const table of [
      'attempts',
      'decisions',
      'consents',
      'do_not_call',
      'learned',
      'contacts',
    ] as const) {
      const { n } = await store.engine.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      expect([table, n > 0]).toEqual([table, true]);
    }
    const { db } = store.engine;
    expect(
      await db.selectFrom('attempts').where('abandoned_at', 'is not', null).selectAll().execute(),
    ).not.toEqual([]);
    expect(
      await db.selectFrom('attempts').where('disposition', '=', 'callback').selectAll().execute(),
    ).not.toEqual([]);
    expect(await db.selectFrom('decisions').where('allowed', '=', 0).selectAll().execute()).not.toEqual([]);
  });

  test('says who gave orders', async () => {
    const entries = await store.engine.db.selectFrom('audit').select(['kind', 'detail']).execute();
    const authors = (kind: string): readonly unknown[] =>
      entries
        .filter((entry) => entry.kind === kind)
        .map(({ detail }) => JSON.parse(detail) as { by?: string; order?: string })
        .map(({ by, order }) => [order, by]);
    expect(authors('order.given')).toContainEqual(['campaign.stop', 'program']);
    expect(authors('order.given')).toContainEqual(['agent.login', 'program']);
    for (const kind of ['kill-switch.on', 'do-not-call.added', 'import.began'])
      expect(new Set(authors(kind).map(String))).toEqual(new Set([',store']));
    expect(authors('attempt.closed').map(String)).not.toContain(',store');
  });

  test('shows rows removed before a baseline only by the key, and names the baseline', async () => {
    const [one] = TAMPERING.filter(({ baseline }) => baseline);
    const path = join(folder, 'copy.db');
    await sql.raw(`vacuum into '${path}'`).execute(store.engine.db);
    const copy = await openStore({ url: `sqlite:${path}`, clock: () => NOW + 1_000 });
    try {
      for (const statement of one?.sql ?? []) await sql.raw(statement).execute(copy.engine.db);
      expect((await verifyTrail(copy)).ok).toBe(false);
      await writeBaseline(copy, { reason: 'cleaned up', by: 'forger' });
      const verdicts = await verdictsOn({ ...copy, auditKey: store.auditKey });
      expect(foundBy(verdicts)).toBe(one?.by);
      const shown = verdictText(verdicts.heads);
      expect(shown).toContain('by forger: cleaned up');
      expect(shown).toContain('note: baseline 2 is newer than the heads');
    } finally {
      await copy.close();
    }
  });

  test('is told from another database by the heads', async () => {
    const other = await openStore({ url: 'sqlite::memory:', clock: () => NOW });
    try {
      expect((await verifyTrail(other, [await headsNow(other)])).ok).toBe(true);
      expect(verdictText(await verifyTrail(other, kept))).toContain(
        'lines are of another database than this one',
      );
    } finally {
      await other.close();
    }
  });

  const cases = TAMPERING.filter(({ baseline }) => !baseline).map((one) => [one.title, one] as const);
  test.each(cases)('%s', async (_title, one) => {
    const verdicts = await tampered(one, verdictsOn);
    expect(foundBy(verdicts)).toBe(one.by);
  });
});
