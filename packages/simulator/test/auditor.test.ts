import { describe, expect, test } from '@jest/globals';
import type { AuditInput } from '../src/audit/audit-input.js';
import { audit } from '../src/audit/auditor.js';
import { ORDINARY_LAW } from '../src/campaign/plain-gate.js';
import type { CarrierCallRecord, CarrierLog } from '../src/carrier/carrier-log.js';
import { createDisk, type AttemptRow } from '../src/memory-store/disk.js';
import { createRandom } from '../src/random/random-source.js';
import { drawConversationSettings } from '../src/scenario/conversation-scenario.js';
import { simulatedSettings } from '../src/scenario/simulated-settings.js';

/** What the auditor allows, and what it does not: a few calls written down by their instants. */

const SECOND = 1_000;
const SETTINGS = {
  ...simulatedSettings({ campaignId: 'c', mode: 'progressive', startsAt: 0 }),
  callsPerSecond: 1,
};
const LEAD = {
  leadId: 'l',
  personId: 'p',
  listId: 'list',
  phones: [],
  phoneIndex: 0,
  reason: 'fresh',
  priority: 0,
  skills: [],
  attempts: 0,
  attemptsByOutcome: {},
  recentAttempts: [],
  fields: {},
} as const;

interface Story {
  readonly calls: readonly { readonly openedAt: number; readonly call: Partial<CarrierCallRecord> }[];
  readonly outages?: CarrierLog['outages'];
  readonly input?: Partial<AuditInput>;
}

/** What the auditor says of calls of one campaign. */
function said({ calls, outages = [], input = {} }: Story): readonly string[] {
  const disk = createDisk();
  const records = calls.map(({ openedAt, call }, index): CarrierCallRecord => {
    const attemptId = `c-1-${String(index)}`;
    const row: AttemptRow = {
      ...{ attemptId, campaignId: 'c', epoch: 1, lead: LEAD, phone: '', callerNumber: '' },
      ...{ mode: 'progressive', humanInitiated: false, voices: [], openedAt, storedAt: openedAt },
      ...{ decidedFor: openedAt, decision: { allowed: true, refusals: [], nextAllowedAt: null, record: {} } },
      ...{ marks: {}, result: null, closedStoredAt: null },
    };
    disk.attempts.set(attemptId, row);
    return {
      ...{ attemptId, campaignId: 'c', phone: '', callerNumber: '', detectMachine: false },
      ...{ invitedAt: openedAt, fate: 'human', verdict: 'human', heard: [], keys: [], connectOrders: [] },
      ...{ reachedEngineAt: {}, playsReportedAt: [] },
      ...call,
    };
  });
  const { violations } = audit({
    carrier: { calls: records, callers: [], legs: [], legUses: [], slowOrders: [], outages },
    disk,
    settings: new Map([['c', [{ from: 0, settings: SETTINGS }]]]),
    laws: [{ from: -Infinity, law: ORDINARY_LAW }],
    wallOffsets: [[0, 0]],
    storeOutages: [],
    killed: [],
    idle: [],
    leftovers: { calls: 0, legs: 0, timers: 0, campaignsRunning: [] },
    at: 1_000 * SECOND,
    ...input,
  });
  return violations.map(({ what }) => what);
}

describe('the calls of a second', () => {
  const RATE = 'more than 1 calls a second';
  const opened = (...instants: readonly number[]): Story['calls'] =>
    instants.map((openedAt) => ({ openedAt, call: { invitedAt: 100 * SECOND, endedAt: 101 * SECOND } }));

  test('are counted when they are opened: a store that answers late brings them closer together', () => {
    expect(said({ calls: opened(98_100, 98_400, 99_000, 99_900) })).not.toContain(RATE);
    expect(said({ calls: opened(99_100, 99_400, 99_700, 99_900) })).toContain(RATE);
  });

  test('are no more than were opened within the life of a dial command', () => {
    expect(said({ calls: opened(93_000, 94_000, 95_000, 96_000, 97_000, 98_000) })).toContain(RATE);
  });
});

describe('a live answer of a process that died', () => {
  const SILENCE = 'a live answer was left in silence past its deadline';
  const story: Story = {
    calls: [
      {
        openedAt: 90 * SECOND,
        call: {
          answeredAt: 100 * SECOND,
          endedAt: 160 * SECOND,
          heard: [{ what: 'silence', from: 100 * SECOND, to: 160 * SECOND }],
          reachedEngineAt: { 'call.answered': 100 * SECOND },
        },
      },
    ],
    outages: [{ from: 101 * SECOND, to: 105 * SECOND, why: 'process died' }],
  };

  test('may not wait for long once a process is there again', () => {
    expect(said(story)).toContain(SILENCE);
  });

  test('waits for the store that the new process asks; not for one that fails later', () => {
    const failing = (from: number, to: number): Story => ({
      ...story,
      input: { storeOutages: [{ from: from * SECOND, to: to * SECOND }] },
    });
    expect(said(failing(103, 155))).not.toContain(SILENCE);
    expect(said(failing(120, 155))).toContain(SILENCE);
  });
});

describe('a customer with a third party', () => {
  const drawn = drawConversationSettings(createRandom(1).stream('settings'));
  const LIMIT = 'a customer talked with a third party without an agent beyond the limit';
  const outside = { directory: [], typed: false, talkMostMs: 10 * SECOND, graceMs: 20 * SECOND };
  const conversations = { ...drawn, outside };
  const talk = (spentMs: number, outages: CarrierLog['outages']): readonly string[] => {
    const moved = { campaignId: 'c', kind: 'conversation.moved', at: 200 * SECOND, storedAt: 200 * SECOND };
    const disk = createDisk();
    disk.audit.push({ ...moved, detail: { attemptId: 'c-1-0', from: 'outside', to: 'end', spentMs } });
    const settings = { ...SETTINGS, conversations };
    return said({ calls: [], outages, input: { disk, settings: new Map([['c', [{ from: 0, settings }]]]) } });
  };

  test('may talk longer by the grace of the call where a restart came before: the answer is not known', () => {
    const restart = [{ from: 150 * SECOND, to: 165 * SECOND, why: 'process died' }];
    expect(talk(30 * SECOND, [])).toContain(LIMIT);
    expect(talk(30 * SECOND, restart)).not.toContain(LIMIT);
    expect(
      talk(39 * SECOND - 500, [{ from: 110 * SECOND, to: 160 * SECOND, why: 'process died' }]),
    ).toContain(LIMIT);
  });
});
