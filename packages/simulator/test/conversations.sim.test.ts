import { describe, expect, jest, test } from '@jest/globals';
import { CONVERSATION_MOVES, type Fact, type Ports } from '@outdial/core';
import {
  conversationScenarioOfSeed,
  createSimulatedList,
  DEFAULT_AGENTS,
  DEFAULT_CARRIER,
  BUSY_HANDS,
  simulateCampaign,
  simulatedSettings,
  type AgentProfile,
  type SimulationOptions,
  type SimulationResult,
  type Tampering,
} from '../src/index.js';
import { expectSound } from './check-seed.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 5, 2, 10);
jest.setTimeout(2 * MINUTE);

const documented = new Set(
  CONVERSATION_MOVES.flatMap(({ from, to, by }) => by.map((cause) => `${from} > ${to} by ${cause}`)),
);

/** A floor without faults, whose agents use every order often. */
function scenario(changes: Partial<SimulationOptions> = {}): SimulationOptions {
  const agent = (agentId: string): AgentProfile => ({ agentId, campaignId: 'spring' });
  return {
    seed: 11,
    startAt: START,
    duration: 6 * MINUTE,
    agents: [...['a', 'b', 'c', 'd', 'e', 'f'].map(agent), { ...agent('supervisor'), supervises: true }],
    list: createSimulatedList({ seed: 11, leads: 120 }),
    settings: {
      ...simulatedSettings({ campaignId: 'spring', mode: 'progressive', startsAt: START }, { lines: 12 }),
      conversations: {
        transferGraceMs: 20_000,
        ownerFirstMs: 5_000,
        consultGraceMs: 15_000,
        parkMostMs: 20_000,
        recording: { rule: 'always', duty: 'none', announced: false, file: '{campaign}/{attempt}-{n}' },
      },
    },
    carrier: {
      ...DEFAULT_CARRIER,
      answerRateByHour: Array.from({ length: 24 }, () => 0.6),
      musicPatience: { kind: 'constant', value: 10 * MINUTE },
      conversationPatience: { kind: 'constant', value: 5 * MINUTE },
    },
    behaviour: {
      ...DEFAULT_AGENTS,
      talkTime: { kind: 'exponential', mean: 60_000 },
      conversations: BUSY_HANDS,
    },
    ...changes,
  };
}

function broken(tampering: Tampering): readonly string[] {
  const result = simulateCampaign(scenario({ tampering, drainLimit: 6 * MINUTE }));
  return eighth(result);
}

function eighth({ audit }: SimulationResult): readonly string[] {
  return audit.violations.filter(({ invariant }) => invariant === 8).map(({ what }) => what);
}

const ports = (change: (ports: Ports) => Partial<Ports>): Tampering => ({
  ports: (real) => ({ ...real, ...change(real) }),
});

describe('conversations', () => {
  test('every order is used, nobody is lost, and every recording is completed', () => {
    const events: Record<string, number> = {};
    const moves = new Set<string>();
    const files = { begun: new Set<string>(), completed: new Set<string>() };
    const result = simulateCampaign(
      scenario({
        onEvent: (event) => {
          events[event.type] = (events[event.type] ?? 0) + 1;
          if (event.type === 'conversation.moved') moves.add(`${event.from} > ${event.to}`);
          if (event.type === 'recording.state' && event.state === 'on') files.begun.add(event.recordingId);
          if (event.type === 'recording.completed') files.completed.add(event.recordingId);
        },
      }),
    );
    expectSound(result);
    expect(result.audit.checks[8]).toBeGreaterThan(500);
    expect(files.begun.size).toBeGreaterThan(20);
    expect([...files.begun].filter((id) => !files.completed.has(id))).toEqual([]);
    for (const type of ['handed-over', 'muted', 'digits-sent', 'monitored'] as const)
      expect([type, events[`conversation.${type}`] ?? 0]).not.toEqual([type, 0]);
    for (const move of [
      'talking > held',
      'held > talking',
      'talking > consulting',
      'consulting > talking',
      'consulting > conference',
      'conference > talking',
      'talking > seeking',
      'seeking > talking',
      'talking > parked',
    ])
      expect([...moves]).toContain(move);
  });

  test.each([0, 1, 2].map((seed) => ({ seed })))(
    'seed $seed: every invariant holds under faults, and moves have the causes of the table',
    ({ seed }) => {
      const unlisted = new Set<string>();
      const result = simulateCampaign({
        ...conversationScenarioOfSeed(seed),
        onEvent: (event) => {
          if (event.type !== 'conversation.moved') return;
          const move = `${event.from} > ${event.to} by ${event.by}`;
          if (!documented.has(move)) unlisted.add(move);
        },
      });
      expectSound(result);
      expect([...unlisted]).toEqual([]);
    },
  );
});

describe('the auditor of conversations', () => {
  test('notices a person who is alone in a room instead of hearing music', () => {
    const found = broken(
      ports(({ telephony }) => ({
        telephony: {
          ...telephony,
          arrange: (command) =>
            telephony.arrange({
              ...command,
              parties: command.parties.map((placed) =>
                placed.place === 'music' ? { ...placed, place: 'main' } : placed,
              ),
            }),
        },
      })),
    );
    expect(found).toContain('a person was alone in silence');
  });

  test('notices a person who is left in music', () => {
    const found = broken(
      ports(({ scheduler }) => ({
        scheduler: {
          now: () => scheduler.now(),
          cancel: (command) => scheduler.cancel(command),
          set: (command) =>
            command.timerId.startsWith('conversation:') ? undefined : scheduler.set(command),
        },
      })),
    );
    expect(found).toContain('a person was left in music without anybody');
  });

  test('notices two owners at once, and time that nobody owned', () => {
    const audited = (change: (detail: Readonly<Record<string, unknown>>) => object): Tampering =>
      ports(({ journal }) => ({
        journal: {
          ...journal,
          audit: (command) =>
            journal.audit(
              command.kind === 'conversation.part'
                ? { ...command, detail: { ...command.detail, ...change(command.detail) } }
                : command,
            ),
        },
      }));
    const longer = broken(audited(({ ownedMs }) => ({ ownedMs: Number(ownedMs) + 5_000 })));
    expect(longer).toContain('a conversation had two owners at once');
    const one = broken(audited(() => ({ agentId: 'a' })));
    expect(one).toContain('an agent owned two conversations at once');
    const shorter = broken(audited(({ ownedMs }) => ({ ownedMs: Number(ownedMs) / 2 })));
    expect(shorter.some((what) => /of \d+ ms, \d+ had an owner/.test(what))).toBe(true);
  });

  test('notices a leg that stays after its agent has left', () => {
    const seen = new Map<string, Set<string>>();
    const found = broken(
      ports(({ telephony }) => ({
        telephony: {
          ...telephony,
          arrange: (command) => {
            const known = seen.get(command.attemptId) ?? new Set<string>();
            for (const { party } of command.parties) if (party.kind === 'agent') known.add(party.agentId);
            seen.set(command.attemptId, known);
            const named = command.parties.map(({ party }) => (party.kind === 'agent' ? party.agentId : ''));
            const stale = [...known].filter((agentId) => !named.includes(agentId));
            telephony.arrange({
              ...command,
              parties: [
                ...command.parties,
                ...stale.map((agentId) => ({
                  party: { kind: 'agent', agentId } as const,
                  place: 'side' as const,
                })),
              ],
            });
          },
        },
      })),
    );
    expect(found).toContain('a leg stayed in a conversation that its agent had left');
  });

  test('notices an agent who is heard elsewhere than the engine was told', () => {
    const deaf = (fact: Fact): Fact | null => (fact.type === 'conversation.arranged' ? null : fact);
    const result = simulateCampaign(scenario({ tampering: { fact: deaf }, drainLimit: 30 * MINUTE }));
    // Without its answers the engine asks again, gives up, and restores what it knows: nobody is lost.
    expectSound(result);
  });
});
