/** Shocks that nobody announces, each on a floor of 50 agents that has settled: durations in ms. */
import type { WorldChange } from './call-world.js';
import { exponential, lognormal, uniform } from './samplers.js';
import type { PacingScenario } from './pacing-scenario.js';

const MINUTE_MS = 60_000;

/** A scenario with one shock. */
export interface Shock {
  readonly scenario: Omit<PacingScenario, 'seed'>;
  /** When the shock begins, and from when its abandonment is counted, in times since the start. */
  readonly at: number;
  readonly countedFrom: number;
}

const SHOCK_AT = 90 * MINUTE_MS;
const OUTAGE_MS = 45_000;
/** As the periods of which results are reported. */
const PERIOD_MS = 15_000;

const settled: Omit<PacingScenario, 'seed'> = {
  agents: 50,
  answerRate: 0.2,
  ring: uniform(4_000, 20_000),
  failure: uniform(5_000, 26_000),
  talk: lognormal(120_000, 1),
  wrapUp: exponential(20_000),
  connectGrace: 2_000,
  duration: SHOCK_AT + 20 * MINUTE_MS,
  warmUp: 60 * MINUTE_MS,
  period: PERIOD_MS,
};

/** A change at this time on another floor, settled for an hour and more. */
function otherShock(at: number, floor: Partial<PacingScenario>, change: Omit<WorldChange, 'at'>): Shock {
  const duration = at + 6 * MINUTE_MS;
  return {
    scenario: { ...settled, ...floor, changes: [{ at, ...change }], duration },
    at,
    countedFrom: at,
  };
}

function shock(differs: Partial<PacingScenario>, countedFrom: number = SHOCK_AT): Shock {
  return { scenario: { ...settled, ...differs }, at: SHOCK_AT, countedFrom };
}

/** Every shock by its name. */
export const SHOCKS: Readonly<Record<string, Shock>> = {
  'answer rate doubles': shock({ changes: [{ at: SHOCK_AT, answerRate: 0.4 }] }),
  'half of the agents leave': shock({ roster: [{ at: SHOCK_AT, agents: 25 }] }),
  'list changes: 20 to 35 % answer, and sooner, conversations are longer': shock({
    changes: [{ at: SHOCK_AT, answerRate: 0.35, ring: uniform(2_000, 12_000), talk: lognormal(180_000, 1) }],
  }),
  'carrier answers everything': shock({
    changes: [
      {
        at: SHOCK_AT,
        ring: uniform(500, 3_000),
        machineShare: 1,
        falsePerson: 1,
        machineTalk: uniform(3_000, 8_000),
      },
    ],
  }),
  'detection takes every machine for a person': shock({
    machineShare: 0.4,
    detection: uniform(1_500, 4_500),
    falseMachine: 0.05,
    machineTalk: uniform(3_000, 8_000),
    changes: [{ at: SHOCK_AT, falsePerson: 1, falseMachine: 0 }],
  }),
  'trunk dies for 45 s and comes back with a burst': shock(
    { outage: { from: SHOCK_AT, until: SHOCK_AT + OUTAGE_MS } },
    SHOCK_AT + OUTAGE_MS,
  ),
};

const SHORT_TALK = lognormal(60_000, 1);
const LONG_TALK = lognormal(300_000, 1);

/** Shocks on other floors, at other instants: what was not looked at while the pacer was made. */
export const OTHER_SHOCKS: Readonly<Record<string, Shock>> = {
  '5 agents, 25 % answer, then 50 %': otherShock(
    97.25 * MINUTE_MS,
    { agents: 5, answerRate: 0.25 },
    { answerRate: 0.5 },
  ),
  '20 agents, 20 % answer, then 40 %': otherShock(83.5 * MINUTE_MS, { agents: 20 }, { answerRate: 0.4 }),
  '20 agents, 25 % answer, then 37.5 %': otherShock(
    101.75 * MINUTE_MS,
    { agents: 20, answerRate: 0.25 },
    { answerRate: 0.375 },
  ),
  '100 agents, 10 % answer, then 30 %, short talks': otherShock(
    88.25 * MINUTE_MS,
    { agents: 100, answerRate: 0.1, talk: SHORT_TALK },
    { answerRate: 0.3 },
  ),
  '100 agents, 30 % answer, then 60 %, long talks': otherShock(
    94.5 * MINUTE_MS,
    { agents: 100, answerRate: 0.3, talk: LONG_TALK },
    { answerRate: 0.6 },
  ),
  '300 agents, 20 % answer, then 30 %': otherShock(79.75 * MINUTE_MS, { agents: 300 }, { answerRate: 0.3 }),
  '300 agents, 10 % answer, then 20 %': otherShock(
    91.25 * MINUTE_MS,
    { agents: 300, answerRate: 0.1 },
    { answerRate: 0.2 },
  ),
  '50 agents, 40 % answer, then 20 %': otherShock(86.5 * MINUTE_MS, { answerRate: 0.4 }, { answerRate: 0.2 }),
};
