import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { AttemptResult } from '@outdial/core';
import { importLeads, listLeads, openStore, readAttempts, type Store } from '@outdial/store';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';
import { CAMPAIGN } from '../audit/dialed-campaign.js';

const FOLDER = join(import.meta.dirname, '../trials/two-lists-one-number');
const MINUTE = 60_000;
const AGENTS = ['ana', 'ben', 'cleo'];
const SHARED = '+12025550100';

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock: () => Date.UTC(2026, 5, 10, 12) });
});
afterEach(() => store.close());

/** A call that was placed, and what its end meant to its lead. */
interface Placed {
  readonly phone: string;
  readonly leadId: string;
  readonly dialedAt: number;
  readonly result: AttemptResult;
}

/** Dials the lists for 45 minutes on the simulated carrier; every second conversation is a sale. */
async function dial(files: Readonly<Record<string, string>>): Promise<readonly Placed[]> {
  const lists = Object.keys(files);
  for (const listId of lists)
    await importLeads(store, createReadStream(join(FOLDER, files[listId] ?? '')), {
      listId,
      defaultCountry: 'US',
    });
  const campaign = {
    ...CAMPAIGN,
    mode: 'progressive',
    simulation: { ...CAMPAIGN.simulation, answerShare: 0.3 },
    lists: lists.map((id) => ({ id, defaultCountry: 'US' })),
    compliance: { ...CAMPAIGN.compliance, purpose: 'informational' },
    retry: { rules: { 'no-answer': { delayMinutes: 12, most: 3 } } },
  } as const;
  const dialer = await createDialer({ campaign, store, env: {} });
  const results = new Map<string, AttemptResult>();
  dialer.on('attempt.closed', ({ attemptId, result }) => results.set(attemptId, result));
  await dialer.start();
  work(dialer);
  dialer.after(45 * MINUTE, () => void dialer.stop());
  await dialer.run();
  await dialer.close();

  const placed: Placed[] = [];
  for await (const { attemptId, phone, leadId, dialedAt } of readAttempts(store, CAMPAIGN.id)) {
    const result = results.get(attemptId);
    if (result && dialedAt !== null) placed.push({ phone, leadId, dialedAt, result });
  }
  return placed.sort((a, b) => a.dialedAt - b.dialedAt);
}

function work(dialer: Dialer): void {
  let given = 0;
  dialer.on('agent.state', ({ agentId, state }) => {
    if (state !== 'wrap-up') return;
    given += 1;
    void dialer.dispose(agentId, given % 2 === 0 ? 'sale' : 'not-interested');
    void dialer.ready(agentId);
  });
  for (const agentId of AGENTS) {
    void dialer.logIn({ agentId });
    void dialer.ready(agentId);
  }
}

/** Calls to a number that came although the call before said that the number waits, or has ended. */
function tooSoon(calls: readonly Placed[]): string[] {
  const last = new Map<string, Placed>();
  return calls.flatMap((call) => {
    const before = last.get(call.phone);
    last.set(call.phone, call);
    if (!before) return [];
    const { lead } = before.result;
    const due = lead.status === 'closed' ? Infinity : (lead.numberNotBefore ?? lead.nextDialableAt ?? 0);
    return call.dialedAt < due ? [`${call.dialedAt} instead of ${due} after ${lead.why}`] : [];
  });
}

test('two lists with the same numbers: a number is called again when its pursuit says so, and not before', async () => {
  const calls = await dial({ la: 'a.csv', lb: 'b.csv' });
  const numbers = new Set(calls.map(({ phone }) => phone));
  expect(numbers.size).toBe(10);
  expect(tooSoon(calls)).toEqual([]);

  // The trial's kinds of ends came, and a number was tried again by its retry rule.
  const ends = new Set(calls.map(({ result }) => result.lead.why));
  expect([...ends]).toEqual(expect.arrayContaining(['sale', 'retry-no-answer']));
  expect(calls.length).toBeGreaterThan(numbers.size);
  for (const number of numbers) {
    const callers = new Set(calls.filter(({ phone }) => phone === number).map(({ leadId }) => leadId));
    expect(callers.size).toBe(1);
  }
  const ended = (await listLeads(store, { state: 'closed' })).filter(({ why }) => why === 'pursuit-ended');
  expect(ended.length).toBeGreaterThan(0);
});

test('a number that is also the alternate number of another person is called by one of them', async () => {
  const calls = await dial({ la: 'alt.csv' });
  const toShared = calls.filter(({ phone }) => phone === SHARED);
  expect(toShared.length).toBeGreaterThan(0);
  expect(new Set(toShared.map(({ leadId }) => leadId)).size).toBe(1);
  expect(calls.some(({ phone }) => phone === '+13125550100')).toBe(true);
  expect(tooSoon(calls)).toEqual([]);
});
