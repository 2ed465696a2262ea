import { expect, test } from '@jest/globals';
import { openStore, readAgentDays, readPauses, readStaffing, type Store } from '@outdial/store';
import { agentTime, occupancyHours } from '../../src/report/sections/agent-time.js';
import { gatherFigures } from '../../src/report/gather-figures.js';
import { createDialer } from '../../src/dialer/create-dialer.js';

const MINUTE = 60_000;

/** Whole minutes in all. */
const sum = (durations: readonly number[]): number =>
  Math.round(durations.reduce((all, ms) => all + ms, 0) / MINUTE);

test("agents' staffed and busy time is journaled while they work, without pauses, and at the end", async () => {
  const startsAt = '2026-06-10T13:00:00-04:00';
  const store = await openStore({ url: 'sqlite::memory:', clock: () => Date.parse(startsAt) });
  const dialer = await createDialer({
    store,
    campaign: {
      id: 'staffed',
      name: 'Staffed',
      mode: 'progressive',
      callerNumber: '+12025550100',
      countries: ['US'],
      live: true,
      lists: [{ id: 'list' }],
      compliance: { purpose: 'informational' },
      abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
      wrapUp: { timeoutSeconds: 60 },
      simulation: {
        startsAt,
        answerShare: 1,
        machineShare: 0,
        busyShare: 0,
        invalidShare: 0,
        talkMeanSeconds: 60,
      },
    },
    leads: Array.from({ length: 6 }, (_, index) => ({ phone: `+1212555100${index}`, state: 'NY' })),
  });
  const talked = { ms: 0 };
  dialer.on(
    'attempt.closed',
    ({ result }) => void (talked.ms += (result.talkMs ?? 0) + (result.wrapUpMs ?? 0)),
  );
  await dialer.start();
  for (const agentId of ['ana', 'ben', 'cleo']) await dialer.logIn({ agentId });
  await dialer.ready('ana');
  await dialer.ready('ben');
  await dialer.runFor(11 * MINUTE);
  expect(
    (await readStaffing(store, 'staffed')).map(({ agentId, staffedMs }) => [
      agentId,
      Math.round(staffedMs / MINUTE),
    ]),
  ).toEqual([
    ['ana', 10],
    ['ben', 10],
  ]);
  await dialer.pause('ben', 'lunch');
  await dialer.runFor(14 * MINUTE);
  await dialer.close();
  const staffing = await readStaffing(store, 'staffed');
  expect(staffing.map(({ agentId, staffedMs }) => [agentId, Math.round(staffedMs / MINUTE)])).toEqual([
    ['ana', 25],
    ['ben', 11],
  ]);
  const pauses = await readPauses(store, 'staffed');
  expect(pauses.map(({ agentId, logIns }) => [agentId, logIns])).toEqual([
    ['ana', 1],
    ['ben', 1],
    ['cleo', 1],
  ]);
  expect(Math.round((pauses[1]?.pausedMs['lunch'] ?? 0) / MINUTE)).toBe(14);
  expect(sum(Object.values(pauses[2]?.pausedMs ?? {}))).toBe(25);
  const day = await readAgentDays(store, 'staffed', { from: 0, to: Number.MAX_SAFE_INTEGER });
  const minutesOf = (agent: number, doing: string) =>
    sum((day[agent]?.spans ?? []).filter((span) => span.doing === doing).map(({ from, to }) => to - from));
  expect(day.map(({ agentId }) => agentId)).toEqual(['ana', 'ben', 'cleo']);
  expect([minutesOf(0, 'there'), minutesOf(1, 'there'), minutesOf(1, 'paused')]).toEqual([25, 11, 14]);
  // Entries every ten minutes cut no span in two.
  expect(day[2]?.spans).toMatchObject([{ doing: 'paused' }]);
  expect(minutesOf(0, 'talk') + minutesOf(1, 'talk')).toBeGreaterThan(0);
  expect(talked.ms).toBeGreaterThan(MINUTE);
  expect(staffing.reduce((sum, { busyMs }) => sum + busyMs, 0)).toBe(talked.ms);
  await checkSections(store);
  await store.close();
});

/** Time by state against logged-in time, and occupancy by the hour, as the report shows them. */
async function checkSections(store: Store): Promise<void> {
  const figures = await gatherFigures(store, {
    campaignId: 'staffed',
    name: 'Staffed',
    timeZone: 'UTC',
    limitsAt: () => [],
    regulators: { limitsAt: () => [], placesOf: () => [], detectionErrorShare: null },
    dispositions: [],
    hours: {
      law: { windowOf: () => ({ open: true, changesAt: null }), zonesOf: () => [] },
      schedule: null,
    },
    range: {},
  });
  const { rows } = agentTime(figures);
  expect(rows.map(([agentId, loggedIn]) => [agentId, sum([Number(loggedIn)])])).toEqual([
    ['ana', 25],
    ['ben', 25],
    ['cleo', 25],
  ]);
  // Waiting, talk, wrap-up and paused make all of it.
  for (const row of rows)
    expect(row.slice(2, 6).reduce((total: number, share) => total + Number(share), 0)).toBeCloseTo(1);
  expect(rows.map((row) => Math.round(Number(row.at(-1)) * 25))).toEqual([25, 11, 0]);
  const busy = figures.staffing.reduce((total, { busyMs }) => total + busyMs, 0);
  expect(occupancyHours(figures).rows).toEqual([
    [Date.UTC(2026, 5, 10, 17), expect.any(Number), busy, expect.any(Number)],
  ]);
}
