import { describe, expect, jest, test } from '@jest/globals';
import { CALL_MOVES, type CampaignEvent, type Ports } from '@outdial/core';
import {
  callersScenarioOfSeed,
  createSimulatedList,
  DEFAULT_AGENTS,
  DEFAULT_CARRIER,
  RETURNING,
  simulateCampaign,
  simulatedInbound,
  simulatedSettings,
  type AgentProfile,
  type SimulationOptions,
  type Tampering,
} from '../src/index.js';
import { expectSound } from './check-seed.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 5, 2, 10);
jest.setTimeout(2 * MINUTE);

const documented = new Set(
  CALL_MOVES.flatMap(({ from, to, by }) => by.map((cause) => `${from} > ${to} by ${cause}`)),
);

/** A floor without faults to which many people return the calls that they missed. */
function scenario(changes: Partial<SimulationOptions> = {}): SimulationOptions {
  const agent = (agentId: string): AgentProfile => ({ agentId, campaignId: 'spring' });
  const settings = simulatedSettings(
    { campaignId: 'spring', mode: 'power', startsAt: START },
    { lines: 20, callsPerAgent: 5, persistentLegs: true },
  );
  return {
    seed: 21,
    startAt: START,
    duration: 12 * MINUTE,
    agents: ['a', 'b', 'c'].map(agent),
    list: createSimulatedList({ seed: 21, leads: 300 }),
    settings: { ...settings, inbound: simulatedInbound(settings) },
    carrier: {
      ...DEFAULT_CARRIER,
      answerRateByHour: Array.from({ length: 24 }, () => 0.15),
      otherwise: { ...DEFAULT_CARRIER.otherwise, machine: 0, 'no-answer': 1 },
      musicPatience: { kind: 'constant', value: 4 * MINUTE },
      callers: { ...RETURNING, returnShare: 0.8 },
    },
    behaviour: { ...DEFAULT_AGENTS, talkTime: { kind: 'exponential', mean: 60_000 } },
    ...changes,
  };
}

function ninth(tampering: Tampering): readonly string[] {
  const { audit } = simulateCampaign(scenario({ tampering, drainLimit: 10 * MINUTE }));
  return audit.violations.filter(({ invariant }) => invariant === 9).map(({ what }) => what);
}

const ports = (change: (ports: Ports) => Partial<Ports>): Tampering => ({
  ports: (real) => ({ ...real, ...change(real) }),
});

describe('callers', () => {
  test('wait at their place, are served in turn, hang up, or are called back', () => {
    const endings: Record<string, number> = {};
    const result = simulateCampaign(
      scenario({
        onEvent: (event: CampaignEvent) => {
          if (event.type === 'caller.ended') endings[event.ending] = (endings[event.ending] ?? 0) + 1;
        },
      }),
    );
    expectSound(result);
    expect(result.audit.checks[9]).toBeGreaterThan(100);
    const { inbound } = result.campaigns['spring'] ?? {};
    expect(inbound?.served).toBe(endings['served']);
    expect(endings['served']).toBeGreaterThan(10);
    expect(endings['callback']).toBeGreaterThan(0);
    expect(inbound?.serviceLevel).toBeGreaterThan(0);
  });

  // 34: the report that an agent was connected is lost, and the caller was at the music before.
  test.each([0, 1, 2, 3, 34].map((seed) => ({ seed })))(
    'seed $seed: every invariant holds under faults, and moves have the causes of the table',
    ({ seed }) => {
      const unlisted = new Set<string>();
      const result = simulateCampaign({
        ...callersScenarioOfSeed(seed),
        onHandled: (_fact, { moves }) => {
          for (const { from, to, by } of moves)
            if (!documented.has(`${from} > ${to} by ${by}`)) unlisted.add(`${from} > ${to} by ${by}`);
        },
      });
      expectSound(result);
      expect([...unlisted]).toEqual([]);
    },
  );
});

describe('the auditor of callers', () => {
  test('notices a caller who hears nothing after an announcement', () => {
    const found = ninth(
      ports(({ telephony }) => ({
        telephony: {
          ...telephony,
          arrange: (command) => (command.parties.length === 1 ? undefined : telephony.arrange(command)),
        },
      })),
    );
    expect(found).toContain('a caller was left in silence');
  });

  test('notices an agent who is given a new call while a caller waits', () => {
    const found = ninth({
      settings: ({ inbound, ...settings }) => ({
        ...settings,
        mode: 'progressive',
        ...(inbound
          ? { inbound: { ...inbound, work: 'outbound', announcements: null, mostWaitMs: 600_000 } }
          : {}),
      }),
    });
    expect(found).toContain('an agent was given a new call while a caller waited');
  });

  test('notices a caller who counts as gone, and had an agent', () => {
    const found = ninth(
      ports(({ journal }) => ({
        journal: {
          ...journal,
          close: (command) => {
            const { result } = command;
            const isServed = result.callerEnding === 'served';
            journal.close(isServed ? { ...command, result: { ...result, callerEnding: 'left' } } : command);
          },
        },
      })),
    );
    expect(found).toContain("an agent talked to a caller who counts as 'left'");
  });

  test('notices a caller whose end is never written', () => {
    const found = ninth(ports(({ journal }) => ({ journal: { ...journal, close: () => undefined } })));
    expect(found).toContain('a caller has no ending');
  });
});
