import { describe, expect, jest, test } from '@jest/globals';
import { CONVERSATION_MOVES, type Fact, type Ports } from '@outdial/core';
import {
  conversationScenarioOfSeed,
  createSimulatedList,
  DEFAULT_AGENTS,
  DEFAULT_CARRIER,
  BUSY_HANDS,
  CALLING_HANDS,
  CONTACTS,
  GIVING_HANDS,
  SURVEY,
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

/** The same floor, whose agents also call telephone numbers and give customers to them. */
function callingScenario(changes: Partial<SimulationOptions> = {}): SimulationOptions {
  const plain = scenario({ duration: 3 * MINUTE });
  const [settings] = [plain.settings].flat();
  if (!settings?.conversations) throw new Error('the scenario has conversations');
  const outside = { directory: CONTACTS, typed: false, graceMs: 20_000, talkMostMs: 30_000 };
  return {
    ...plain,
    settings: { ...settings, conversations: { ...settings.conversations, outside } },
    carrier: { ...DEFAULT_CARRIER, ...plain.carrier, ringTime: { kind: 'constant', value: 2_000 } },
    behaviour: { ...DEFAULT_AGENTS, ...plain.behaviour, conversations: CALLING_HANDS },
    ...changes,
  };
}

/** The same floor, whose agents give customers to a flow; its voice may not speak unasked to every number. */
function givingScenario(changes: Partial<SimulationOptions> = {}): SimulationOptions {
  const plain = callingScenario();
  const [settings] = [plain.settings].flat();
  if (!settings?.conversations) throw new Error('the scenario has conversations');
  return {
    ...plain,
    law: { fromHour: 8, toHour: 21, utcOffsetHours: 0, barsRecorded: 'even-numbers' },
    settings: { ...settings, conversations: { ...settings.conversations, flows: [SURVEY] } },
    behaviour: { ...DEFAULT_AGENTS, ...plain.behaviour, conversations: GIVING_HANDS },
    ...changes,
  };
}

function broken(tampering: Tampering, play = scenario): readonly string[] {
  return eighth(simulateCampaign(play({ tampering, drainLimit: 6 * MINUTE })));
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

  test('numbers are consulted, join, and get customers, and none is left on the line', () => {
    const moves = new Set<string>();
    const result = simulateCampaign(
      callingScenario({
        onEvent: (event) => {
          if (event.type === 'conversation.moved') moves.add(`${event.from} > ${event.to}`);
        },
      }),
    );
    expectSound(result);
    for (const move of [
      'talking > reaching',
      'reaching > consulting',
      'reaching > held',
      'held > talking',
      'consulting > outside',
      'conference > outside',
      'seeking > outside',
      'outside > end',
    ])
      expect([...moves]).toContain(move);
  });

  test('customers are given to a flow, which the law does not keep from them, and some go on to an agent', () => {
    const moves = new Set<string>();
    const rejected = new Set<string>();
    let answers = 0;
    const result = simulateCampaign(
      givingScenario({
        onEvent: (event) => {
          if (event.type === 'conversation.moved') moves.add(`${event.from} > ${event.to}`);
          if (event.type === 'order.rejected') rejected.add(event.code);
          if (event.type === 'attempt.closed' && event.result.variables?.['stars']) answers += 1;
        },
      }),
    );
    expectSound(result);
    expect(answers).toBeGreaterThan(0);
    expect([...rejected]).toContain('flow-not-permitted');
    for (const move of ['talking > in-flow', 'in-flow > seeking', 'in-flow > end'])
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

  test('notices a third party who stays when the conversation is over', () => {
    const thirds = new Set<string>();
    const found = broken(
      ports(({ journal, telephony }) => ({
        journal: {
          ...journal,
          open: (command) => {
            if (command.thirdParty) thirds.add(command.attemptId);
            journal.open(command);
          },
        },
        telephony: {
          ...telephony,
          hangUp: (command) => (thirds.has(command.attemptId) ? undefined : telephony.hangUp(command)),
        },
      })),
      callingScenario,
    );
    expect(found).toContain('a third party outlasted the conversation');
  });

  test('notices a third party of whom no conversation is on record', () => {
    const found = broken(
      ports(({ journal }) => ({
        journal: {
          ...journal,
          audit: (command) => (command.kind === 'conversation.outside' ? undefined : journal.audit(command)),
        },
      })),
      callingScenario,
    );
    expect(found).toContain('a third party of nobody was called');
  });

  test('notices a third party who is not let in, and one who has the customer for too long', () => {
    const alone = broken(
      ports(({ telephony }) => ({
        telephony: {
          ...telephony,
          arrange: (command) =>
            telephony.arrange({
              ...command,
              parties: command.parties.filter(
                ({ party }) => party.kind === 'agent' || party.attemptId === command.attemptId,
              ),
            }),
        },
      })),
      callingScenario,
    );
    expect(alone).toContain('a third party was left without anybody');
    const endless = broken(
      ports(({ scheduler }) => ({
        scheduler: {
          now: () => scheduler.now(),
          cancel: (command) => scheduler.cancel(command),
          set: (command) =>
            command.timerId.startsWith('conversation:') && command.at - scheduler.now() > 25_000
              ? undefined
              : scheduler.set(command),
        },
      })),
      callingScenario,
    );
    expect(endless).toContain('a customer talked with a third party without an agent beyond the limit');
  });

  test('notices a flow that is not heard, one that nobody gave, and one that the law keeps from a person', () => {
    const deaf = broken(
      ports(({ telephony }) => ({ telephony: { ...telephony, play: () => undefined } })),
      givingScenario,
    );
    expect(deaf).toContain('a customer who was given to a flow did not hear it');
    const audited = (change: object | null): Tampering =>
      ports(({ journal }) => ({
        journal: {
          ...journal,
          audit: (command) => {
            if (command.kind !== 'conversation.flow') journal.audit(command);
            else if (change) journal.audit({ ...command, detail: { ...command.detail, ...change } });
          },
        },
      }));
    const third = (tampering: Tampering): readonly string[] =>
      simulateCampaign(givingScenario({ tampering }))
        .audit.violations.filter(({ invariant }) => invariant === 3)
        .map(({ what }) => what);
    expect(third(audited(null))).toContain('a flow spoke to a customer whom nobody gave to it');
    expect(third(audited({ asked: false }))).toContain(
      'a flow spoke unasked to a person whom the law keeps from recorded voices',
    );
  });

  test('notices a third party who is not in the directory, and one who is called from another number', () => {
    const dialed = (change: object): readonly string[] =>
      simulateCampaign(
        callingScenario({
          tampering: ports(({ telephony }) => ({
            telephony: {
              ...telephony,
              dial: (command) =>
                telephony.dial(command.beside === undefined ? command : { ...command, ...change }),
            },
          })),
        }),
      )
        .audit.violations.filter(({ invariant }) => invariant === 3)
        .map(({ what }) => what);
    expect(dialed({ phone: '+12125550177' })).toContain(
      'a third party was called who is not in the directory',
    );
    expect(dialed({ callerNumber: '+12025550188' })).toContain(
      'a third party was called from another number',
    );
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
