/** The report of a day is what its calls add up to, one by one, and reads nothing of other days. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import Libsql from 'libsql';
import { addLeads, readAttempts, readStanding, reportCampaign } from '../src/index.js';
import type { AttemptRecord, CampaignReport } from '../src/index.js';
import { claim, close, open, recover, result } from './contract/port-world.js';
import type { StoreWorld } from './contract/store-world.js';
import { sqliteWorld } from './sqlite-world.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Calls that are made; those of the second and third day are copies, some of which begin at one instant. */
const MADE = 21;
/** Copies of the calls on each of the days: together more than a page. */
const COPIES = [1, 2, 13];

let world: StoreWorld;
const days: { readonly from: number; readonly to: number }[] = [];

beforeAll(async () => {
  world = await sqliteWorld();
  const leads = Array.from({ length: MADE }, (_, index) => ({
    phones: [{ phone: `+1303555${1_000 + index}` }],
  }));
  await addLeads(world.store, leads, { listId: 'list' });
  await world.defineCampaign('c', ['list']);
  const node = await world.node('one', { windowOf: () => ({ open: true, changesAt: null }) });
  await recover(world, node, 'c');
  const from = world.now();
  for (const [index, lead] of (await claim(world, node, 'c', MADE)).entries()) {
    const attemptId = `attempt-${index}`;
    expect(await open(world, node, 'c', attemptId, lead)).toBe('attempt.opened');
    world.advance(97_000);
    if (index % 7 > 0)
      await close(world, node, 'c', attemptId, result(world, lead, endingOf(index % 7, index)));
  }
  const to = world.now();
  for (const [day, copies] of COPIES.entries()) {
    days.push({ from: from + day * DAY, to: to + day * DAY });
    for (let copy = 0; copy < copies; copy += 1) if (day > 0) await copyCalls(day, copy, { from, to });
  }
});
afterAll(() => world.close());

/** The calls of the first day again on another. */
async function copyCalls(
  day: number,
  copy: number,
  first: { readonly from: number; readonly to: number },
): Promise<void> {
  const { db } = world.store.engine;
  const rows = await db
    .selectFrom('attempts')
    .selectAll()
    .where('opened_at', '>=', first.from)
    .where('opened_at', '<', first.to)
    .execute();
  const copied = rows.map((row) => ({
    ...row,
    attempt_id: `${copy}-of-${day}-${row.attempt_id}`,
    opened_at: row.opened_at + day * DAY,
  }));
  await db.insertInto('attempts').values(copied).execute();
}

/** Endings of several kinds, some of them with an agent. */
function endingOf(kind: number, serial: number): Parameters<typeof result>[2] {
  const at = world.now();
  if (kind > 4) return {};
  if (kind === 4) return { outcome: 'abandoned', abandoned: true, liveAnswer: true, answeredAt: at };
  const connected = { liveAnswer: true, answeredAt: at, connectedAt: at, talkMs: serial, wrapUpMs: kind };
  const disposition = kind === 1 ? 'sale' : 'not-now';
  return { outcome: 'conversation', disposition, agentId: `agent-${serial % 3}`, ...connected };
}

async function callsOf(day: { readonly from: number; readonly to: number }): Promise<AttemptRecord[]> {
  const calls: AttemptRecord[] = [];
  for await (const call of readAttempts(world.store, 'c'))
    if (call.openedAt >= day.from && call.openedAt < day.to) calls.push(call);
  return calls;
}

/** Figures of a report, counted by going through the calls once for each of them. */
function counted(calls: readonly AttemptRecord[]): Partial<CampaignReport> {
  const count = (of: readonly AttemptRecord[], is: (call: AttemptRecord) => boolean): number =>
    of.filter(is).length;
  const at = (call: AttemptRecord): number => call.openedAt - (call.openedAt % HOUR);
  const sum = (of: readonly AttemptRecord[], what: 'talkMs' | 'wrapUpMs'): number =>
    of.reduce((total, call) => total + (call[what] ?? 0), 0);
  const marks = (of: readonly AttemptRecord[]) => ({
    attempts: of.length,
    liveAnswers: count(of, (call) => call.liveAnswerAt !== null),
    connected: count(of, (call) => call.connectedAt !== null),
    abandoned: count(of, (call) => call.abandonedAt !== null),
  });
  const agents = [...new Set(calls.flatMap(({ agentId }) => agentId ?? []))].sort();
  return {
    ...marks(calls),
    open: count(calls, (call) => call.endedAt === null),
    counted: count(calls, (call) => call.countsAsAttempt === true),
    dialsResolved: count(calls, (call) => call.dialedAt !== null),
    hours: [...new Set(calls.map(at))]
      .sort((a, b) => a - b)
      .map((from) => {
        return { from, ...marks(calls.filter((call) => at(call) === from)) };
      }),
    agents: agents.map((agentId) => {
      const own = calls.filter((call) => call.agentId === agentId);
      const codes = [...new Set(own.flatMap(({ disposition }) => disposition ?? []))];
      const dispositions = Object.fromEntries(
        codes.map((code) => [code, count(own, (call) => call.disposition === code)]),
      );
      const [talkMs, wrapUpMs] = [sum(own, 'talkMs'), sum(own, 'wrapUpMs')];
      return { agentId, calls: own.length, talkMs, wrapUpMs, dispositions };
    }),
  };
}

describe('the report of a day', () => {
  test.each([0, 1, 2])('is what the calls of day %i add up to', async (index) => {
    const day = days[index] ?? { from: 0, to: 0 };
    const calls = await callsOf(day);
    expect(calls).toHaveLength(MADE * (COPIES[index] ?? 0));
    const report = await reportCampaign(world.store, 'c', day);
    expect(report).toMatchObject(counted(calls));
    expect(report.outcomes.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(
      calls.filter(({ outcome }) => outcome !== null).length,
    );
    for (const { outcome, disposition, attempts } of report.outcomes)
      expect(attempts).toBe(
        calls.filter((call) => call.outcome === outcome && call.disposition === disposition).length,
      );
  });

  test('agrees with where the campaign stands, which reads no single call', async () => {
    for (const span of [{}, ...days]) {
      const standing = await readStanding(world.store, 'c', span);
      expect(await reportCampaign(world.store, 'c', span)).toMatchObject(standing);
      expect(standing.attempts).toBeGreaterThan(0);
    }
  });

  test('hands over each of its calls once, in their order, and reads no call twice', async () => {
    const [, , day = { from: 0, to: 0 }] = days;
    const prepare = jest.spyOn(Libsql.prototype, 'prepare');
    const seen: string[] = [];
    await reportCampaign(world.store, 'c', day, ({ attemptId }) => seen.push(attemptId));
    const texts = [...new Set(prepare.mock.calls.map(([text]) => text))];
    prepare.mockRestore();
    expect(seen).toEqual((await callsOf(day)).map(({ attemptId }) => attemptId));
    const ofCalls = texts.filter((text) => /from "(archived_)?attempts"/.test(text));
    expect(ofCalls.length).toBeLessThanOrEqual(2);
  });
});
