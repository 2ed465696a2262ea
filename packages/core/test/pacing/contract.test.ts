import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPacer, PACING_MODES } from '../../src/pacing/index.js';
import type {
  AgentState,
  EndedOutcome,
  Pacer,
  PacerFact,
  PacerOptions,
  PacingMode,
} from '../../src/pacing/index.js';

const agent = (agentId: string, state: AgentState, at: number): PacerFact => ({
  type: 'agent',
  agentId,
  state,
  at,
});
const dialed = (callId: string, at: number): PacerFact => ({ type: 'dialed', callId, at });
const answered = (callId: string, at: number): PacerFact => ({ type: 'answered', callId, at });
const ended = (callId: string, outcome: EndedOutcome, at: number): PacerFact => ({
  type: 'ended',
  callId,
  outcome,
  at,
});
const connected = (callId: string, agentId: string, at: number): PacerFact => ({
  type: 'connected',
  callId,
  agentId,
  at,
});
const abandoned = (callId: string, at: number): PacerFact => ({ type: 'abandoned', callId, at });

function pacerWith(options: PacerOptions, facts: readonly PacerFact[]): Pacer {
  const pacer = createPacer(options);
  for (const fact of facts) pacer.observe(fact);
  return pacer;
}
const threeReady = [agent('a', 'ready', 0), agent('b', 'ready', 0), agent('c', 'ready', 0)];

describe('modes', () => {
  test('manual never dials', () => expect(pacerWith({ mode: 'manual' }, threeReady).decide(0).calls).toBe(0));

  test.each(['preview', 'progressive', 'predictive'] as const)(
    '%s starts with one call for each ready agent',
    (mode) => {
      expect(pacerWith({ mode }, threeReady).decide(0).calls).toBe(3);
      expect(pacerWith({ mode }, [...threeReady, dialed('1', 0), dialed('2', 0)]).decide(0).calls).toBe(1);
    },
  );

  test('power places the given number a free agent, rounded down', () => {
    const power = { mode: 'power', power: { callsPerAgent: 2.5 } } as const;
    expect(pacerWith(power, threeReady).decide(0).calls).toBe(7);
    expect(pacerWith(power, [...threeReady, dialed('1', 0), agent('a', 'paused', 0)]).decide(0).calls).toBe(
      4,
    );
  });

  test('agentless fills the lines, and a hang-up frees one', () => {
    const pacer = createPacer({ mode: 'agentless', lines: 5 });
    expect(pacer.decide(0).calls).toBe(5);
    for (const id of ['1', '2', '3']) pacer.observe(dialed(id, 0));
    pacer.observe(answered('1', 1_000));
    pacer.observe(ended('2', 'busy', 1_000));
    expect(pacer.decide(1_000).calls).toBe(3);
    pacer.observe(ended('1', 'hung-up', 9_000));
    expect(pacer.decide(9_000).calls).toBe(4);
  });

  test.each(PACING_MODES)('%s dials for nobody when nobody is staffed, agentless excepted', (mode) => {
    const calls = pacerWith({ mode, power: { callsPerAgent: 3 }, lines: 4 }, [
      agent('a', 'paused', 0),
      agent('b', 'offline', 0),
    ]).decide(0).calls;
    expect(calls).toBe(mode === 'agentless' ? 4 : 0);
  });

  test.each(['reserved', 'pausing', 'talking', 'wrap-up', 'paused', 'offline'] as const)(
    'an agent %s is not free',
    (state) => {
      for (const mode of ['preview', 'progressive', 'power', 'predictive'] as const) {
        expect(pacerWith({ mode, power: { callsPerAgent: 2 } }, [agent('a', state, 0)]).decide(0).calls).toBe(
          0,
        );
      }
    },
  );
});

describe('limits', () => {
  test('lines count ringing, waiting and connected calls', () => {
    const pacer = pacerWith({ mode: 'progressive', lines: 3 }, [
      ...threeReady,
      dialed('1', 0),
      answered('1', 5_000),
      connected('1', 'a', 5_000),
      dialed('2', 5_000),
    ]);
    expect(pacer.decide(5_000).calls).toBe(1);
    pacer.observe(agent('d', 'ready', 5_000));
    expect(pacer.decide(5_000)).toMatchObject({ calls: 1, why: { limit: 'lines' } });
    pacer.observe(agent('a', 'wrap-up', 60_000));
    expect(pacer.decide(60_000).calls).toBe(2);
  });

  test('calls per second are metered by what was dialed', () => {
    const pacer = pacerWith({ mode: 'power', power: { callsPerAgent: 10 }, callsPerSecond: 2 }, threeReady);
    expect(pacer.decide(0)).toMatchObject({ calls: 2, why: { limit: 'calls-per-second' } });
    pacer.observe(dialed('1', 0));
    pacer.observe(dialed('2', 0));
    expect(pacer.decide(0).calls).toBe(0);
    expect(pacer.decide(500).calls).toBe(1);
    expect(pacer.decide(5_000).calls).toBe(2);
  });

  test('nonsense options are refused with name, value and remedy', () => {
    expect(() => createPacer({ mode: 'turbo' as PacingMode })).toThrow(/mode is "turbo"; use one of/);
    expect(() => createPacer({ mode: 'predictive', abandonment: { target: 3 } })).toThrow(
      /abandonment.target is 3; give/,
    );
    expect(() => createPacer({ mode: 'predictive', ringTimeout: 0 })).toThrow(/ringTimeout is 0/);
    expect(() => createPacer({ mode: 'predictive', connectGrace: 0 })).not.toThrow();
  });
});

describe('facts in any order', () => {
  const flying = (pacer: Pacer, at: number): number => pacer.decide(at).why.callsInFlight;

  test('connected and talking may come either way round', () => {
    for (const pair of [
      [connected('1', 'a', 9_000), agent('a', 'talking', 9_000)],
      [agent('a', 'talking', 9_000), connected('1', 'a', 9_000)],
    ]) {
      const pacer = pacerWith({ mode: 'progressive' }, [
        agent('a', 'ready', 0),
        dialed('1', 0),
        answered('1', 9_000),
        ...pair,
      ]);
      expect(pacer.decide(9_000).why).toMatchObject({ freeAgents: 0, staffedAgents: 1, callsInFlight: 0 });
      pacer.observe(agent('a', 'wrap-up', 9_000));
      pacer.observe(agent('a', 'ready', 9_000));
      expect(pacer.decide(9_000).why.freeAgents).toBe(1);
    }
  });

  test('a wrap-up of no length leaves the agent ready, or gone', () => {
    const start = [
      agent('a', 'ready', 0),
      dialed('1', 0),
      answered('1', 5_000),
      connected('1', 'a', 5_000),
      agent('a', 'talking', 5_000),
      agent('a', 'wrap-up', 9_000),
    ];
    expect(
      pacerWith({ mode: 'progressive' }, [...start, agent('a', 'ready', 9_000)]).decide(9_000).calls,
    ).toBe(1);
    expect(
      pacerWith({ mode: 'progressive' }, [...start, agent('a', 'offline', 9_000)]).decide(9_000).why
        .staffedAgents,
    ).toBe(0);
  });

  test('a cancel that crosses an answer is an answer, on either side of it', () => {
    const before = pacerWith({ mode: 'progressive' }, [
      agent('a', 'ready', 0),
      dialed('1', 0),
      ended('1', 'cancelled', 5_000),
      answered('1', 5_000),
    ]);
    expect(flying(before, 5_000)).toBe(1);
    const after = pacerWith({ mode: 'progressive' }, [
      agent('a', 'ready', 0),
      dialed('1', 0),
      answered('1', 5_000),
      ended('1', 'cancelled', 5_010),
    ]);
    expect(flying(after, 5_010)).toBe(1);
    after.observe(connected('1', 'a', 5_020));
    expect(flying(after, 5_020)).toBe(0);
  });

  test('a call ended before it is known to be dialed does not stay in flight', () => {
    const pacer = pacerWith({ mode: 'progressive' }, [
      agent('a', 'ready', 0),
      ended('1', 'busy', 900),
      dialed('1', 0),
    ]);
    expect(flying(pacer, 1_000)).toBe(0);
  });

  test('late and doubled facts bring back neither calls nor agents', () => {
    const pacer = pacerWith({ mode: 'progressive' }, [
      agent('a', 'ready', 0),
      dialed('1', 0),
      ended('1', 'busy', 2_000),
      dialed('1', 0),
      agent('a', 'offline', 3_000),
      agent('a', 'ready', 0),
    ]);
    expect(pacer.decide(3_000).why).toMatchObject({ freeAgents: 0, staffedAgents: 0, callsInFlight: 0 });
  });

  test('an answer whose fate is never told stops counting', () => {
    const pacer = pacerWith({ mode: 'progressive', connectGrace: 2_000 }, [
      agent('a', 'ready', 0),
      dialed('1', 0),
      answered('1', 5_000),
    ]);
    expect(flying(pacer, 6_000)).toBe(1);
    expect(flying(pacer, 60_000)).toBe(0);
  });

  test('an abandonment frees the line and counts once', () => {
    const pacer = pacerWith({ mode: 'progressive', lines: 1 }, [
      agent('a', 'ready', 0),
      dialed('1', 0),
      answered('1', 5_000),
      abandoned('1', 7_000),
      abandoned('1', 7_000),
      ended('1', 'hung-up', 9_000),
    ]);
    expect(pacer.decide(9_000)).toMatchObject({ calls: 1, why: { callsInFlight: 0 } });
  });

  test('a fact after a leap of the clock is no echo of one before it', () => {
    const pacer = createPacer({ mode: 'progressive' });
    for (const fact of [dialed('1', 0), agent('a', 'offline', 0), agent('a', 'ready', 0)])
      pacer.observe(fact);
    pacer.decide(500_000);
    pacer.observe(agent('a', 'offline', 500_000));
    expect(pacer.decide(500_000).why.staffedAgents).toBe(0);
  });

  test('a clock set back does not freeze the agents, one set forward does not write calls off', () => {
    const pacer = pacerWith({ mode: 'progressive' }, [
      agent('a', 'ready', 10_000_000),
      agent('b', 'ready', 10_000_000),
      dialed('1', 10_000_000),
    ]);
    pacer.decide(10_001_000);
    pacer.observe(agent('b', 'paused', 6_400_500));
    expect(pacer.decide(6_400_500).why.freeAgents).toBe(1);
    pacer.observe(dialed('2', 6_401_000));
    expect(pacer.decide(99_000_000).why.callsInFlight).toBe(2);
    pacer.observe(ended('1', 'busy', 99_001_000));
    pacer.observe(ended('2', 'busy', 99_001_000));
    expect(pacer.decide(99_001_000)).toMatchObject({ calls: 1, why: { callsInFlight: 0 } });
  });
});

const states: AgentState[] = ['ready', 'reserved', 'talking', 'wrap-up', 'pausing', 'paused', 'offline'];
const outcomes: EndedOutcome[] = [
  'no-answer',
  'busy',
  'failed',
  'machine',
  'blocked',
  'cancelled',
  'hung-up',
  'reneged',
];
const anyFact: fc.Arbitrary<PacerFact> = fc
  .tuple(
    fc.constantFrom('agent', 'dialed', 'answered', 'ended', 'connected', 'abandoned'),
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: -5_000, max: 400_000 }),
    fc.constantFrom(...states),
    fc.constantFrom(...outcomes),
    fc.option(fc.double({ min: -0.5, max: 1.5 }), { nil: undefined }),
  )
  .map(([type, call, who, at, state, outcome, probability]): PacerFact => {
    const [callId, agentId] = [`c${call}`, `a${who}`];
    switch (type) {
      case 'agent':
        return { type, agentId, state, at };
      case 'dialed':
        return { type, callId, at, ...(probability === undefined ? {} : { answerProbability: probability }) };
      case 'ended':
        return { type, callId, outcome, at };
      case 'connected':
        return { type, callId, agentId, at };
      case 'answered':
        return { type, callId, at };
      default:
        return { type: 'abandoned', callId, at };
    }
  });

describe('whatever comes', () => {
  test('no fact throws, every decision is a number of calls, and no counter sticks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PACING_MODES), fc.array(anyFact, { maxLength: 150 }), (mode, facts) => {
        const pacer = createPacer({ mode, lines: 50, power: { callsPerAgent: 3 } });
        for (const fact of facts) {
          pacer.observe(fact);
          const { calls, why } = pacer.decide(fact.at);
          expect(Number.isInteger(calls) && calls >= 0).toBe(true);
          for (const figure of [
            why.expectedAnswers,
            why.expectedFreeAgents,
            why.risk,
            why.riskLevel,
            why.answerRate,
          ])
            expect(Number.isFinite(figure)).toBe(true);
        }
        // Everyone goes, every call ends: nothing may be left.
        const end = 500_000;
        pacer.decide(end);
        for (let i = 0; i <= 12; i += 1) pacer.observe(ended(`c${i}`, 'failed', end));
        for (let i = 0; i <= 5; i += 1) pacer.observe(agent(`a${i}`, 'offline', end));
        pacer.decide(end);
        expect(pacer.decide(end + 100_000).why).toMatchObject({
          callsInFlight: 0,
          staffedAgents: 0,
          freeAgents: 0,
        });
      }),
      { numRuns: 20 },
    );
  });

  test('facts told twice over change no decision', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PACING_MODES),
        fc.array(anyFact, { maxLength: 80 }),
        (mode, unsorted) => {
          const facts = [...unsorted].sort((a, b) => a.at - b.at);
          const [once, twice] = [createPacer({ mode }), createPacer({ mode })];
          for (const fact of facts) {
            once.observe(fact);
            twice.observe(fact);
            twice.observe(fact);
            expect(twice.decide(fact.at).why.callsInFlight).toBe(once.decide(fact.at).why.callsInFlight);
            expect(twice.decide(fact.at).why.freeAgents).toBe(once.decide(fact.at).why.freeAgents);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test('the origin of time does not matter', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, -7_000_000, 1.7e12),
        fc.array(anyFact, { maxLength: 100 }),
        (origin, unsorted) => {
          const facts = [...unsorted].sort((a, b) => a.at - b.at);
          const [here, there] = [createPacer({ mode: 'predictive' }), createPacer({ mode: 'predictive' })];
          for (const fact of facts) {
            here.observe(fact);
            there.observe({ ...fact, at: fact.at + origin });
            expect(there.decide(fact.at + origin).calls).toBe(here.decide(fact.at).calls);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test('a pacer restored from its snapshot goes on as if nothing had happened', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PACING_MODES),
        fc.array(anyFact, { maxLength: 100 }),
        fc.array(anyFact, { maxLength: 30 }),
        (mode, before, after) => {
          const pacer = createPacer({ mode, lines: 30 });
          for (const fact of [...before].sort((a, b) => a.at - b.at)) {
            pacer.observe(fact);
            pacer.decide(fact.at);
          }
          const copy = createPacer({ mode, lines: 30 }, JSON.parse(JSON.stringify(pacer.snapshot())));
          const late = after.map((fact) => ({ ...fact, at: fact.at + 500_000 })).sort((a, b) => a.at - b.at);
          for (const fact of late) {
            // Calls resolved long ago are not part of a snapshot: new facts speak of new calls.
            const renamed = 'callId' in fact ? { ...fact, callId: `n${fact.callId}` } : fact;
            pacer.observe(renamed);
            copy.observe(renamed);
            expect(copy.decide(fact.at).why.callsInFlight).toBe(pacer.decide(fact.at).why.callsInFlight);
            expect(copy.decide(fact.at).why.freeAgents).toBe(pacer.decide(fact.at).why.freeAgents);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test('a snapshot of another version is refused', () => {
    const snapshot = createPacer({ mode: 'predictive' }).snapshot();
    expect(() => createPacer({ mode: 'predictive' }, { ...snapshot, version: 2 as 1 })).toThrow(/version 2/);
  });
});
