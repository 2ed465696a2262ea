/** Live figures of a campaign in the middle of a day, for what shows them. */
import type { CampaignStatistics } from '@outdial/core';

/** Figures as `dialer.statistics()` gives them. */
export const exampleStatistics: CampaignStatistics = {
  at: Date.UTC(2026, 5, 10, 17),
  campaignId: 'c',
  state: 'running',
  mode: 'predictive',
  dials: 120,
  liveAnswers: 40,
  answerRate: 0.35,
  connected: 39,
  abandoned: 1,
  reneged: 0,
  machines: 3,
  abandonment: [
    {
      limitId: 'us.tcpa.abandon3',
      limit: 0.03,
      periodStart: 0,
      liveAnswers: 40,
      abandoned: 1,
      rate: 0.025,
      spent: true,
    },
  ],
  outcomes: {},
  dispositions: {},
  refusals: {},
  transfers: { asked: 0, requeued: 0, taken: 0, returned: 0, unserved: 0, hungUp: 0 },
  callsInFlight: 6,
  callsWithAgents: 4,
  agents: { ready: 1, reserved: 0, talking: 4, 'wrap-up': 1, pausing: 0, paused: 0, offline: 0 },
  occupancy: 0.81,
  meanWait: 4200,
  connectTime: { mean: 85, p95: 150, max: 170, count: 39 },
  penetration: 0.25,
  supply: {
    dialableNow: 300,
    total: 400,
    attempted: 100,
    waiting: [{ reason: 'retry-busy', count: 7, nextAt: Date.UTC(2026, 5, 10, 18) }],
  },
  falsePositiveRate: 0,
};
