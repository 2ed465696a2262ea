import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, writeBaseline, type Store } from '@outdial/store';
import { sql } from 'kysely';
import type { KeptLine } from '../../src/audit/heads-line.js';
import { verdictText } from '../../src/audit/verdict-text.js';
import { verifyTrail } from '../../src/audit/verify-records.js';
import { dialCampaign } from './dialed-campaign.js';
import { foundBy, headsNow, tampered, verdictsOn } from './tampered-store.js';
import { TAMPERING } from './tampering-cases.js';

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

describe('a database that was tampered with', () => {
  test('holds before, in every way of looking, and has of everything something to tamper with', async () => {
    const verdicts = await verdictsOn(store, kept);
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
      const forged = { ...copy, auditKey: store.auditKey };
      expect(await foundBy(forged, kept)).toBe(one?.by);
      const shown = verdictText((await verdictsOn(forged, kept)).heads);
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
    expect(await tampered(store, one, (within) => foundBy(within, kept))).toBe(one.by);
  });
});
