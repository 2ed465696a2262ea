/** One whole scenario for each seed: settings, agents, list, carrier and faults. */
import {
  DEFAULT_RETRY,
  DIAL_MODES,
  MACHINE_TREATMENTS,
  type CampaignSettings,
  type DialMode,
} from '@outdial/core';
import { DEFAULT_AGENTS, type AgentBehaviour, type AgentProfile } from '../agents/agent-behaviour.js';
import type { PlannedOrder, SimulationOptions } from '../campaign/simulation-options.js';
import { DEFAULT_CARRIER, type CarrierModel } from '../carrier/carrier-model.js';
import { NO_FAULTS, type FaultProfile } from '../faults/fault-profile.js';
import type { Distribution } from '../random/distribution.js';
import { createRandom, type RandomStream } from '../random/random-source.js';
import { createSimulatedList } from './simulated-list.js';
import { simulatedSettings } from './simulated-settings.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Tuesday 2 June 2026, 10:00 UTC: within calling hours, whatever today is. */
const START_AT = Date.UTC(2026, 5, 2, 10);

/** The modes, in the order in which seeds go through them. */
export const SCENARIO_MODES: readonly DialMode[] = DIAL_MODES;

/**
 * The scenario of a seed: mode by the seed's remainder, all else drawn. Made to find faults: small, crowded,
 * with many kinds of failures at once.
 */
export function scenarioOfSeed(seed: number): SimulationOptions {
  const random = createRandom(seed);
  const stream = random.stream('scenario');
  const mode = SCENARIO_MODES[seed % SCENARIO_MODES.length] ?? 'predictive';
  const twoCampaigns = stream.chance(0.2);
  const settings = [drawSettings('alpha', mode, stream)];
  if (twoCampaigns) settings.push(drawSettings('beta', stream.pick(SCENARIO_MODES), stream));
  const agents = drawAgents(settings, stream);
  const owners = agents.map((agent) => agent.agentId);
  const list = createSimulatedList({
    seed,
    leads: 40 + stream.integer(160),
    alternateShare: 0.3,
    doubledShare: 0.1,
    skills: ['spanish'],
    skillShare: 0.1,
    owners,
    ownerShare: 0.1,
  });
  const duration = (15 + stream.integer(30)) * MINUTE;
  return {
    seed,
    settings,
    agents,
    list,
    startAt: startOf(stream, duration),
    duration,
    carrier: drawCarrier(stream),
    behaviour: drawBehaviour(stream),
    trunk: { lines: 200, callsPerSecond: stream.pick([2, 10, 50]) },
    faults: drawFaults(stream),
    orders: drawOrders(settings, duration, stream),
  };
}

/** Most days begin at 10; some end at the close of calling hours, within the run. */
function startOf(stream: RandomStream, duration: number): number {
  const nearClose = Date.UTC(2026, 5, 2, 21) - Math.floor(duration * 0.7);
  return stream.chance(0.15) ? nearClose : START_AT;
}

export function drawSettings(campaignId: string, mode: DialMode, stream: RandomStream): CampaignSettings {
  const detection = stream.chance(0.35)
    ? {
        onMachine: stream.pick(MACHINE_TREATMENTS),
        sampleShare: stream.pick([0, 0.1]),
      }
    : null;
  const limit = stream.pick([0.03, 0.1, 0.3, 0.5]);
  const quick = {
    ...DEFAULT_RETRY,
    rules: {
      ...DEFAULT_RETRY.rules,
      busy: { delayMs: MINUTE, most: 6 },
      'no-answer': { delayMs: 4 * MINUTE, most: 8 },
      machine: { delayMs: 5 * MINUTE, most: 8 },
      congestion: { delayMs: 2 * MINUTE, most: 20 },
    },
  };
  return simulatedSettings(
    { campaignId, mode, startsAt: START_AT - 24 * HOUR },
    {
      lines: stream.pick([4, 12, 60]),
      callsPerSecond: stream.pick([1, 3, 10]),
      callsPerAgent: stream.pick([1, 1.5, 3]),
      speed: stream.chance(0.1) ? 2 : null,
      limits: [
        {
          id: 'simulation.abandonment',
          limit,
          period: { startsAt: START_AT - 24 * HOUR, lengthMs: 30 * 24 * HOUR },
        },
      ],
      connectGraceMs: stream.pick([500, 2_000, 2_000, 4_000]),
      ringTimeoutMs: stream.pick([15, 25]) * SECOND,
      machineDetection: detection,
      preview: {
        timeoutMs: stream.pick([null, 15 * SECOND, 40 * SECOND]),
        onTimeout: stream.pick(['dial', 'skip'] as const),
        skipDelayMs: 5 * MINUTE,
      },
      wrapUp: { timeoutMs: stream.pick([10, 60]) * SECOND, disposition: 'unspecified' },
      retry: stream.chance(0.7) ? quick : DEFAULT_RETRY,
      persistentLegs: stream.chance(0.6),
      bufferSeconds: stream.pick([1, 5]),
      abandonedBanMs: stream.pick([10 * MINUTE, 24 * HOUR]),
    },
  );
}

function drawAgents(settings: readonly CampaignSettings[], stream: RandomStream): readonly AgentProfile[] {
  return settings.flatMap(({ campaignId, mode }) => {
    const count = mode === 'agentless' ? stream.integer(3) : 1 + stream.integer(7);
    return Array.from({ length: count }, (_, index): AgentProfile => ({
      agentId: `${campaignId}-agent-${String(index)}`,
      campaignId,
      ...(stream.chance(0.3) ? { skills: ['spanish'] } : {}),
      logInAfter: stream.integer(60) * SECOND,
      ...(stream.chance(0.2) ? { logOutAfter: (5 + stream.integer(20)) * MINUTE } : {}),
    }));
  });
}

export function drawCarrier(stream: RandomStream): CarrierModel {
  const rate = stream.pick([0.15, 0.35, 0.6]);
  return {
    ...DEFAULT_CARRIER,
    answerRateByHour: Array.from({ length: 24 }, () => rate),
    bridgeFailShare: stream.pick([0, 0.02]),
    agentNoAnswerShare: stream.pick([0, 0.05]),
  };
}

export function drawBehaviour(stream: RandomStream): AgentBehaviour {
  const talk = stream.pick([20, 60]) * SECOND;
  return {
    ...DEFAULT_AGENTS,
    talkTime: { kind: 'lognormal', mean: talk, sd: talk * 0.8 },
    wrapUp: { kind: 'gamma', mean: stream.pick([2, 10]) * SECOND, shape: 2 },
    breakEvery: { kind: 'uniform', from: 5 * MINUTE, to: 30 * MINUTE },
    breakLength: { kind: 'uniform', from: 30 * SECOND, to: 4 * MINUTE },
  };
}

export const exponential = (mean: number): Distribution => ({ kind: 'exponential', mean });
export const uniform = (from: number, to: number): Distribution => ({ kind: 'uniform', from, to });

/** Mostly a small correction, sometimes of up to an hour. */
const CLOCK_STEP: Distribution = {
  kind: 'mixture',
  parts: [
    { weight: 0.8, of: uniform(-4 * SECOND, 4 * SECOND) },
    { weight: 0.2, of: uniform(-HOUR, HOUR) },
  ],
};

/**
 * Each kind of fault is on in some seeds and off in others; one seed in ten has none, so that the engine also
 * runs undisturbed.
 */
export function drawFaults(stream: RandomStream): FaultProfile {
  const calm = stream.chance(0.1);
  const on = (share: number): boolean => stream.chance(share) && !calm;
  return {
    ...NO_FAULTS,
    facts: {
      lostShare: on(0.5) ? stream.pick([0.005, 0.03]) : 0,
      lateShare: on(0.5) ? stream.pick([0.02, 0.1]) : 0,
      lateBy: {
        kind: 'mixture',
        parts: [
          { weight: 0.9, of: exponential(400) },
          { weight: 0.1, of: uniform(2 * SECOND, 12 * SECOND) },
        ],
      },
      doubledShare: on(0.5) ? stream.pick([0.02, 0.1]) : 0,
      doubledAfter: {
        kind: 'mixture',
        parts: [
          { weight: 0.5, of: uniform(0, 5) },
          { weight: 0.5, of: uniform(0, 20 * SECOND) },
        ],
      },
    },
    store: {
      failShare: on(0.5) ? stream.pick([0.01, 0.05]) : 0,
      unsureShare: on(0.5) ? stream.pick([0.01, 0.03]) : 0,
      commitDelay: {
        kind: 'mixture',
        parts: [
          { weight: 0.97, of: uniform(1, 20) },
          { weight: on(0.4) ? 0.03 : 0, of: uniform(500, 6 * SECOND) },
        ],
      },
      answerDelay: uniform(1, 10),
    },
    refusals: on(0.3)
      ? { every: exponential(8 * MINUTE), length: uniform(2 * SECOND, 40 * SECOND) }
      : NO_FAULTS.refusals,
    congestion: on(0.3)
      ? { every: exponential(8 * MINUTE), length: uniform(2 * SECOND, 40 * SECOND) }
      : NO_FAULTS.congestion,
    telephonyDown: on(0.35) ? { every: exponential(7 * MINUTE), length: uniform(200, 30 * SECOND) } : null,
    crashes: on(0.5)
      ? { afterEffects: uniform(200, 6_000), length: uniform(300, 25 * SECOND), commitShare: 0.5 }
      : null,
    clockSteps: on(0.25) ? { every: exponential(6 * MINUTE), by: CLOCK_STEP } : null,
    vanishing: on(0.35) ? { every: exponential(4 * MINUTE), length: uniform(5 * SECOND, 3 * MINUTE) } : null,
    withdrawals: on(0.4) ? { every: exponential(2 * MINUTE), count: uniform(1, 6) } : null,
  };
}

export function drawOrders(
  settings: readonly CampaignSettings[],
  duration: number,
  stream: RandomStream,
): readonly PlannedOrder[] {
  const orders: PlannedOrder[] = [];
  const [first] = settings;
  if (!first) return orders;
  const { campaignId } = first;
  if (stream.chance(0.25)) {
    const after = stream.uniform() * duration;
    orders.push({ after, order: { type: 'campaign.pause', campaignId, reason: 'lunch' } });
    orders.push({
      after: after + stream.uniform() * 5 * MINUTE,
      order: { type: 'campaign.resume', campaignId },
    });
  }
  if (stream.chance(0.3))
    orders.push({
      after: stream.uniform() * duration,
      order: { type: 'campaign.configure', campaignId, changes: { mode: stream.pick(SCENARIO_MODES) } },
    });
  if (stream.chance(0.2))
    orders.push({
      after: stream.uniform() * duration,
      order: {
        type: 'campaign.configure',
        campaignId,
        changes: { lines: stream.pick([2, 20]), callsPerSecond: 2 },
      },
    });
  if (stream.chance(0.15)) {
    const after = stream.uniform() * duration;
    orders.push({ after, order: { type: 'kill-switch', on: true, reason: 'drill' } });
    orders.push({
      after: after + 2 * MINUTE,
      order: { type: 'kill-switch', on: false, reason: 'drill over' },
    });
  }
  return orders;
}
