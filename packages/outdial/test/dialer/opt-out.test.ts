import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addDoNotCall, closeLeads, listLeads, openStore, type Store } from '@outdial/store';
import type { CampaignEvent } from '@outdial/core';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';
import { createAutomaticTeam } from '../../src/dialer/automatic-team.js';

/** A Wednesday afternoon in New York. */
const START = Date.parse('2026-06-10T13:00:00-04:00');
const phoneOf = (index: number): string => `+1212555${1000 + index}`;

let store: Store;
let dialers: Dialer[];
let faults: string[];
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock: () => START });
  [dialers, faults] = [[], []];
});
afterEach(async () => {
  for (const dialer of dialers) await dialer.close();
  await store.close();
  expect(faults).toEqual([]);
});

/** A campaign on the common store; everybody answers. */
async function campaign(
  id: string,
  leads: number,
  disposition: string,
): Promise<{ events: CampaignEvent[]; work: (minutes: number) => Promise<void> }> {
  const events: CampaignEvent[] = [];
  const dialer = await createDialer({
    store,
    campaign: {
      id,
      name: id,
      mode: 'progressive',
      callerNumber: '+12025550100',
      countries: ['US'],
      live: true,
      lists: [{ id: `${id}-list` }],
      log: { level: 'silent' },
      compliance: { purpose: 'informational' },
      abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
      simulation: {
        startsAt: '2026-06-10T13:00:00-04:00',
        answerShare: 1,
        machineShare: 0,
        busyShare: 0,
        invalidShare: 0,
        talkMeanSeconds: 30,
      },
    },
    leads: Array.from({ length: leads }, (_, index) => ({
      phone: phoneOf(index),
      state: 'NY',
      account: `${id}-${index}`,
    })),
    onFault: ({ where, detail }) => void faults.push(`${where}: ${detail}`),
  });
  dialers.push(dialer);
  dialer.onAny((event) => void events.push(event));
  const team = createAutomaticTeam({
    dialer,
    agents: [{ id: `${id}-agent`, skills: [] }],
    behaviour: {
      talkMeanSeconds: 20,
      wrapUpMeanSeconds: 1,
      decideMeanSeconds: 1,
      dispositions: { [disposition]: 1 },
      seed: 1,
    },
  });
  let loggedIn = false;
  return {
    events,
    work: async (minutes) => {
      await dialer.start();
      if (!loggedIn) team.logIn();
      loggedIn = true;
      await dialer.runFor(minutes * 60_000);
    },
  };
}

const dialed = (events: readonly CampaignEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'call.dialed' ? [event.leadId] : []));

describe('an opt-out while two campaigns run on one store', () => {
  test('said to an agent of one campaign, is in force in the other before its next call', async () => {
    const first = await campaign('first', 6, 'do-not-call');
    const second = await campaign('second', 6, 'right-party');
    await second.work(0.1);
    const before = dialed(second.events);
    await first.work(20);
    // The number that the second campaign is calling is left alone by the first.
    const optedOut = first.events.filter(
      (event) => event.type === 'attempt.closed' && event.result.disposition === 'do-not-call',
    );
    expect([before.length, optedOut.length]).toEqual([1, 5]);
    const waiting = await listLeads(store, { listId: 'second-list' });
    expect(waiting.filter((lead) => lead.state === 'closed')).toHaveLength(5);
    await second.work(30);
    expect(dialed(second.events)).toEqual(before);
  });

  test('given from outside, withdraws a lead that a campaign holds in hand', async () => {
    const running = await campaign('running', 8, 'right-party');
    await running.work(0.1);
    await addDoNotCall(
      store,
      Array.from({ length: 8 }, (_, index) => ({ phone: phoneOf(index), at: START, source: 'letter' })),
    );
    const before = dialed(running.events).length;
    await running.work(30);
    expect(dialed(running.events)).toHaveLength(before);
    expect(await closeLeads(store, [{ phone: phoneOf(7) }], { reason: 'x' })).toMatchObject({ closed: 0 });
  });
});
