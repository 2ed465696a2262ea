/** What is done beside live calls reads no more of the store than it returns: the plans of its statements. */
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import Libsql from 'libsql';
import {
  addLeads,
  erasePersons,
  findLeads,
  importLeads,
  readAgentDays,
  readAttempts,
  readLatestAttemptAt,
  readLists,
  readPauses,
  readStaffedHours,
  readStaffing,
  reportCampaign,
  undoImport,
} from '../src/index.js';
import { claim, close, factsOf, open, recover, result } from './contract/port-world.js';
import type { StoreWorld } from './contract/store-world.js';
import { sqliteWorld } from './sqlite-world.js';

/** Tables whose rows grow neither with lists nor with calls that have ended. */
const SMALL: ReadonlySet<string> = new Set([
  ...['lists', 'campaign_lists', 'in_progress', 'late_ends', 'standing_orders'],
  ...['kysely_migration', 'sqlite_master'],
]);

/** Columns that tell few leads apart: more must be named, the first of an order be asked for, or a claim. */
const OF_MANY_LEADS = /^SEARCH (?!lists )\w+ USING .* \(list_id=\?( AND state=\?)?\)$/;
/** Every attempt of a campaign. */
const OF_MANY_ATTEMPTS = /^SEARCH \w+ USING .*attempts_by_campaign \(campaign_id=\?\)$/;

let world: StoreWorld;
let texts: readonly string[];

beforeAll(async () => {
  world = await sqliteWorld();
  const prepare = jest.spyOn(Libsql.prototype, 'prepare');
  await dialSome();
  texts = [...new Set(prepare.mock.calls.map(([text]) => text))];
  prepare.mockRestore();
});
afterAll(() => world.close());

/** Claims, opens, closes, surveys, looks up: each once with what may be left out and once without. */
async function dialSome(): Promise<void> {
  const leads = Array.from({ length: 20 }, (_, index) => ({
    phones: [{ phone: `+1303555${1_000 + index}` }, { phone: `+1720555${1_000 + index}` }],
    account: `A${index}`,
    facts: { country: 'US', region: index % 2 === 0 ? 'CO' : 'NY' },
  }));
  await addLeads(world.store, leads, { listId: 'list' });
  await world.defineCampaign('c', ['list']);
  const node = await world.node('one', { windowOf: () => ({ open: true, changesAt: null }) });
  await recover(world, node, 'c');
  const claimed = [...(await claim(world, node, 'c', 3)), ...(await claim(world, node, 'c', 3))];
  for (const [index, lead] of claimed.entries()) {
    const attemptId = `attempt-${index}`;
    expect(await open(world, node, 'c', attemptId, lead)).toBe('attempt.opened');
    const ending = index === 0 ? { disposition: 'sale', closes: 'person' as const } : {};
    expect(await close(world, node, 'c', attemptId, result(world, lead, ending))).toBe('attempt.closed');
  }
  world.advance(60_000);
  node.leads.release({ campaignId: 'c', leadIds: [claimed[1]?.leadId ?? ''], why: 'x', at: world.now() });
  node.leads.survey({ campaignId: 'c', at: world.now(), agentIds: ['ana'] });
  await node.settle();
  expect(factsOf(node, 'leads.surveyed')).toHaveLength(1);
  await findLeads(world.store, { phone: '+13035551003' });
  await findLeads(world.store, { account: 'A4', listId: 'list' });
  await readLists(world.store);
  await readLatestAttemptAt(world.store);
  const day = { from: world.now() - 86_400_000, to: world.now() };
  await reportCampaign(world.store, 'c', { ...day, listId: 'list' });
  await reportCampaign(world.store, 'c', { ...day, agentId: 'ana' });
  await reportCampaign(world.store, 'c', day);
  await readStaffing(world.store, 'c', day);
  await readPauses(world.store, 'c', day);
  await readStaffedHours(world.store, 'c', day);
  await readAgentDays(world.store, 'c', day);
  for await (const { personId, leadId } of readAttempts(world.store, { campaignId: 'c', ...day, limit: 1 })) {
    for await (const one of readAttempts(world.store, { leadId })) expect(one.personId).toBe(personId);
    await erasePersons(world.store, [personId], { reason: 'old', isWhole: true, dryRun: true });
    await erasePersons(world.store, [personId], { reason: 'old', isWhole: true, dryRun: false });
  }
  const { importId } = await importLeads(world.store, Readable.from(['phone\n', '2025550143\n']), {
    ...{ listId: 'other', defaultCountry: 'US' },
  });
  await undoImport(world.store, importId);
}

test('no statement reads a table that grows, nor all leads of a list', () => {
  const reading = texts.filter((text) => /^(select|update|delete)/i.test(text));
  expect(reading.length).toBeGreaterThan(30);
  expect(reading.flatMap(readsTooMuch)).toEqual([]);
});

/** The parts of a plan that read more than the statement returns, each with the statement. */
function readsTooMuch(text: string): readonly string[] {
  const plan = planOf(text);
  const derived = new Set(plan.flatMap((part) => /^CO-ROUTINE (\w+)/.exec(part)?.[1] ?? []));
  const isFirstOnly = / limit (\?|\d+)/.test(text);
  const isOfClaims = text.includes('"claim_campaign" = ?');
  const isOfCounts = text.includes('from "lead_counts"');
  return plan.flatMap((part) => {
    const scanned = /^SCAN (\w+)/.exec(part)?.[1];
    const whole = scanned !== undefined && !derived.has(scanned) && !isSmall(text, scanned);
    const isMany = OF_MANY_ATTEMPTS.test(part) || (OF_MANY_LEADS.test(part) && !isOfClaims && !isOfCounts);
    const many = isMany && !text.includes('from "places"');
    return (whole || many) && !isFirstOnly ? [`${part}: ${text}`] : [];
  });
}

/** `name`: a table, or what the statement calls it. */
function isSmall(text: string, name: string): boolean {
  const table = new RegExp(`"(\\w+)" as "${name}"`).exec(text)?.[1] ?? name;
  return SMALL.has(table);
}

function planOf(text: string): readonly string[] {
  const database = new Libsql(new URL(world.url).pathname);
  const rows = database.prepare(`explain query plan ${text}`).all([]);
  database.close();
  return rows.map((row) => String((row as { readonly detail?: unknown }).detail));
}
