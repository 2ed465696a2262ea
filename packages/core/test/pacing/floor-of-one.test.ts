import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  AGENT_STATES,
  PACING_MODES,
  UNANSWERED_ENDINGS,
  createFloorPacer,
  createPacer,
} from '../../src/pacing/index.js';
import type {
  FloorCampaignDecision,
  FloorPacerFact,
  Pacer,
  PacerDecision,
  PacerFact,
  PacerOptions,
} from '../../src/pacing/index.js';
import { samplers, simulatePacing } from '../../../simulator/src/pacing-index.js';

const CAMPAIGN = 'only';

function onFloor(fact: PacerFact): FloorPacerFact {
  return fact.type === 'agent' ? fact : { ...fact, campaignId: CAMPAIGN };
}

/** What a pacer of one campaign decides as well. */
function plain({ campaignId, worth, rank, ...decision }: FloorCampaignDecision): PacerDecision {
  if (campaignId !== CAMPAIGN || rank !== 0 || !(worth >= 0))
    throw new Error(`rank ${rank} of ${campaignId}`);
  return decision;
}

/** Both pacers on the same facts: every decision is compared. */
class Twins implements Pacer {
  #single: Pacer;
  #floor;

  constructor(options: PacerOptions) {
    this.#single = createPacer(options);
    this.#floor = createFloorPacer({ campaigns: [{ ...options, campaignId: CAMPAIGN }] });
  }

  observe(fact: PacerFact): void {
    this.#single.observe(fact);
    this.#floor.observe(onFloor(fact));
  }

  decide(now: number): PacerDecision {
    const decision = this.#single.decide(now);
    const onFloor = plain(this.#floor.decide(now).get(CAMPAIGN)!);
    // Texts are compared first: it is faster, and the same numbers have the same text.
    if (JSON.stringify(onFloor) !== JSON.stringify(decision)) expect(onFloor).toEqual(decision);
    return decision;
  }

  configure(changes: Partial<PacerOptions>, at: number): void {
    this.#single.configure(changes, at);
    this.#floor.configure(CAMPAIGN, changes, at);
  }

  /** Both go on from their own snapshots. */
  restart(options: PacerOptions): void {
    this.#single = createPacer(options, this.#single.snapshot());
    const saved = this.#floor.snapshot();
    this.#floor = createFloorPacer({ campaigns: [{ ...options, campaignId: CAMPAIGN }] }, saved);
  }

  snapshot(): ReturnType<Pacer['snapshot']> {
    return this.#single.snapshot();
  }
}

const callId = fc.integer({ min: 1, max: 12 }).map((i) => `c${i}`);
const agentId = fc.integer({ min: 1, max: 4 }).map((i) => `a${i}`);
const step = fc.record({
  passed: fc.oneof(fc.integer({ min: 0, max: 4_000 }), fc.constant(-1_500), fc.constant(90_000)),
  fact: fc.oneof(
    fc.record({ type: fc.constant('agent' as const), agentId, state: fc.constantFrom(...AGENT_STATES) }),
    fc.record({
      type: fc.constant('dialed' as const),
      callId,
      answerProbability: fc.constantFrom(0.1, 0.5, 1),
    }),
    fc.record({ type: fc.constant('answered' as const), callId }),
    fc.record({
      type: fc.constant('ended' as const),
      callId,
      outcome: fc.constantFrom(...UNANSWERED_ENDINGS, 'hung-up' as const, 'reneged' as const),
    }),
    fc.record({ type: fc.constant('connected' as const), callId, agentId }),
    fc.record({ type: fc.constant('abandoned' as const), callId }),
  ),
  decides: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const none = { target: 0, connectGrace: 0, lines: 3 };
/** Its answers want no agent; its busy agents are counted all the same. */
const BUSY_AGENTLESS: [(typeof PACING_MODES)[number], typeof none, Step[]] = [
  'agentless',
  none,
  [{ passed: 0, fact: { type: 'agent', agentId: 'a1', state: 'talking' }, decides: false }],
];

describe('a floor of one campaign', () => {
  test('decides as createPacer does, whatever the facts, in every mode', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PACING_MODES),
        fc.record({
          target: fc.constantFrom(0, 0.01, 0.03),
          connectGrace: fc.constantFrom(0, 2_000),
          lines: fc.constantFrom(3, 100),
        }),
        fc.array(step, { maxLength: 80 }),
        (mode, { target, ...rest }, steps) => {
          const twins = new Twins({ mode, abandonment: { target }, hangUp: { minimumRing: 0 }, ...rest });
          let now = 0;
          for (const { passed, fact, decides } of steps) {
            now += passed;
            twins.observe({ ...fact, at: now });
            if (decides) twins.decide(now);
          }
          twins.decide(now + 1_000);
        },
      ),
      { numRuns: 20, examples: [BUSY_AGENTLESS] },
    );
  });

  test.each([12, 40])(
    'decides as createPacer does with %i agents, who leave, through changes and a restart',
    (agents) => {
      const options: PacerOptions = {
        mode: 'predictive',
        abandonment: { target: 0.03 },
        connectGrace: 2_000,
      };
      const twins = new Twins(options);
      let facts = 0;
      const result = simulatePacing(
        {
          agents,
          answerRate: 0.3,
          ring: samplers.uniform(4_000, 20_000),
          failure: samplers.uniform(5_000, 26_000),
          talk: samplers.lognormal(60_000, 1),
          wrapUp: samplers.exponential(10_000),
          connectGrace: 2_000,
          duration: 2_400_000,
          warmUp: 0,
          seed: 5,
          roster: [{ at: 1_200_000, agents: Math.ceil(agents / 2) }],
          onFact: ({ at }) => {
            facts += 1;
            if (facts === 700) twins.restart(options);
            if (facts === 400) twins.configure({ abandonment: { target: 0.02 }, speed: 0.8 }, at);
          },
        },
        twins,
      );
      expect(result.decisions).toBeGreaterThan(500);
      expect(result.answers).toBeGreaterThan(20);
    },
  );
});
