/** Several days of calling with nights between them, for limits that count by days. */
import { defined, DEFAULT_RETRY, type CampaignSettings } from '@outdial/core';
import { DEFAULT_AGENTS } from '../agents/agent-behaviour.js';
import type { AttemptRow, Disk } from '../memory-store/disk.js';
import type { SimulationOptions } from '../campaign/simulation-options.js';
import { DEFAULT_CARRIER } from '../carrier/carrier-model.js';
import { NO_FAULTS } from '../faults/fault-profile.js';
import { createSimulatedList, SIMULATED_LEADS_MOST } from './simulated-list.js';
import { simulatedSettings } from './simulated-settings.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Monday 1 June 2026, 00:00 UTC: calling hours are 8 to 21 h. */
const START_AT = Date.UTC(2026, 5, 1);
const FIRST_CALL_HOUR = 8;
const LAST_CALL_HOUR = 21;
/** More people than an agent talks to in a day, at three minutes each. */
const LEADS_PER_AGENT_DAY = 300;
const TALK = 3 * MINUTE;
/** Effects between two crashes of the process: several a day. */
const EFFECTS_BETWEEN_CRASHES = { kind: 'uniform', from: 20_000, to: 60_000 } as const;

/** A campaign over days, which shows how an abandonment limit is kept over its periods. */
export interface DaysOfCalling {
  readonly seed: number;
  readonly days: number;
  readonly agents: number;
  /** Share of live answers that may be abandoned, over periods of so many days. */
  readonly limit: number;
  readonly periodDays: number;
  /** Share that the pacer aims at; default a tenth below the limit. */
  readonly target?: number;
}

/**
 * Predictive dialing with restarts several times a day, an answer rate that triples and falls back twice a
 * day, and a limit with its periods.
 */
export function daysOfCalling({
  seed,
  days,
  agents,
  limit,
  periodDays,
  target,
}: DaysOfCalling): SimulationOptions {
  const { rules } = DEFAULT_RETRY;
  const settings: CampaignSettings = simulatedSettings(
    { campaignId: 'days', mode: 'predictive', startsAt: START_AT },
    {
      limits: [{ id: 'days.abandonment', limit, period: { startsAt: START_AT, lengthMs: periodDays * DAY } }],
      ...defined({ abandonmentTarget: target }),
      // A person who does not answer is called again after an hour.
      retry: {
        ...DEFAULT_RETRY,
        mostAttempts: 10_000,
        rules: {
          ...rules,
          'no-answer': { delayMs: HOUR, most: 10_000 },
          machine: { delayMs: HOUR, most: 10_000 },
          busy: { delayMs: 10 * MINUTE, most: 10_000 },
        },
      },
    },
  );
  return {
    seed,
    settings,
    startAt: START_AT + FIRST_CALL_HOUR * HOUR,
    duration: days * DAY - (24 - LAST_CALL_HOUR + FIRST_CALL_HOUR) * HOUR,
    agents: Array.from({ length: agents }, (_, index) => ({
      agentId: `agent-${String(index)}`,
      campaignId: 'days',
    })),
    list: createSimulatedList({
      seed,
      leads: Math.min(SIMULATED_LEADS_MOST, agents * days * LEADS_PER_AGENT_DAY),
    }),
    behaviour: { ...DEFAULT_AGENTS, talkTime: { kind: 'lognormal', mean: TALK, sd: TALK } },
    carrier: {
      ...DEFAULT_CARRIER,
      answerRateByHour: Array.from({ length: 24 }, (_, hour) => (hour % 6 < 3 ? 0.15 : 0.45)),
    },
    faults: {
      ...NO_FAULTS,
      crashes: {
        afterEffects: EFFECTS_BETWEEN_CRASHES,
        length: { kind: 'uniform', from: 1_000, to: 30_000 },
        commitShare: 0.5,
      },
    },
  };
}

/** The figures of one period of a limit. */
export interface PeriodCount {
  readonly liveAnswers: number;
  readonly abandoned: number;
}

/** Live answers and abandonments by period, from the stored rows alone. */
export function countPeriods(
  disk: Disk,
  { periodDays }: Pick<DaysOfCalling, 'periodDays'>,
): readonly PeriodCount[] {
  const periods: { liveAnswers: number; abandoned: number }[] = [];
  for (const row of disk.attempts.values()) {
    if (row.result?.liveAnswer !== true) continue;
    const index = Math.floor((answeredAt(row) - START_AT) / (periodDays * DAY));
    while (periods.length <= index) periods.push({ liveAnswers: 0, abandoned: 0 });
    const period = periods[index];
    if (!period) continue;
    period.liveAnswers += 1;
    if (row.result.abandoned) period.abandoned += 1;
  }
  return periods;
}

function answeredAt(row: AttemptRow): number {
  return row.marks.liveAnswerAt ?? row.openedAt;
}
