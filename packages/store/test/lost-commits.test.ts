/** A commit that took effect and whose answer was lost is taken as it is: nothing is done twice. */
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createAccount, importLeads, verifyAuditChain } from '../src/index.js';
import { claim, close, factsOf, open, recover, result } from './contract/port-world.js';
import { loseCommits } from './lose-commits.js';
import { messyLines, truthOf } from './processes/messy-lines.mjs';
import { sqliteWorld } from './sqlite-world.js';
import type { StoreWorld } from './contract/store-world.js';

let world: StoreWorld;
beforeEach(async () => {
  world = await sqliteWorld();
});
afterEach(async () => {
  expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true, breaks: [] });
  await world.close();
});

test('a lead is claimed, opened and closed once', async () => {
  await world.addLeads(
    'list',
    ['+12125550101', '+12125550102', '+12125550103'].map((phone) => ({ phones: [phone] })),
  );
  await world.defineCampaign('c', ['list']);
  const node = await world.node('n');
  await recover(world, node, 'c');
  const mend = loseCommits(node.store.engine);
  const leads = await claim(world, node, 'c', 1);
  expect(leads).toHaveLength(1);
  const claimed = node.store.engine.db.selectFrom('leads').select('lead_id').where('state', '=', 'claimed');
  expect(await claimed.execute()).toEqual(leads.map(({ leadId }) => ({ lead_id: leadId })));
  const [lead] = leads;
  if (!lead) return;
  expect(await open(world, node, 'c', 'a', lead)).toBe('attempt.opened');
  expect(await close(world, node, 'c', 'a', result(world, lead))).toBe('attempt.closed');
  expect(factsOf(node, 'attempt.closed')).toEqual([
    { type: 'attempt.closed', at: world.now(), campaignId: 'c', attemptId: 'a' },
  ]);
  expect(world.faults).toEqual([]);
  expect(mend()).toBe(3);
});

test('rows of an import are counted as added, and not as duplicates of themselves', async () => {
  const rows = 300;
  const { good, listed, duplicates, rejected } = truthOf(rows);
  const { engine } = world.store;
  // Into the same database, not over a connection of its own: that one would lose nothing.
  Reflect.deleteProperty(engine, 'forBulk');
  const mend = loseCommits(engine);
  const options = { listId: 'list', defaultCountry: 'US', batch: 100 } as const;
  const report = await importLeads(world.store, Readable.from(messyLines(rows)), options);
  expect(mend()).toBeGreaterThan(3);
  expect(report).toMatchObject({ rows, added: good + listed, duplicatesInFile: duplicates, rejected });
});

test('an account is made, and not refused as one that is there', async () => {
  const mend = loseCommits(world.store.engine);
  expect(await createAccount(world.store, { accountId: 'ana', name: 'Ana', role: 'agent' }, 'x')).toBe(true);
  expect(mend()).toBe(1);
});
