/** Limits of the speed of dialing, of abandonment and of retries. */

/** The limits of the speed of dialing, of abandonment and of retries. */
export const DIALING_LIMITS = {
  lines: {
    min: 1,
    max: 20_000,
    unit: 'calls',
    reason: 'Calls at once of a campaign or a trunk: the largest that benchmarks run.',
  },
  callsPerSecond: {
    min: 0.001,
    max: 1_000,
    unit: 'calls per second',
    reason: 'New calls of a campaign or a trunk: from four an hour to beyond what one server sets up.',
  },
  campaignNodes: {
    min: 1,
    max: 16,
    unit: 'nodes',
    reason: 'Dialers that work one campaign at once: beyond, its database is the limit.',
  },
  callsPerAgent: {
    min: 1,
    max: 20,
    unit: 'calls per agent',
    reason: 'Calls in flight per free agent; below one, an agent would never be offered a call.',
  },
  ringTimeoutSeconds: {
    min: 15,
    max: 180,
    unit: 'seconds',
    reason: 'At least 15 s: 47 CFR 64.1200(a)(6). Beyond 180 s networks hang up by themselves.',
  },
  setupTimeoutSeconds: {
    min: 2,
    max: 60,
    unit: 'seconds',
    reason: 'From the request until something rings: a slow route needs seconds, a dead one never answers.',
  },
  dialCommandLifeMs: {
    min: 200,
    max: 10_000,
    unit: 'ms',
    reason: 'A later dial command no longer fits the pacing decision it came from.',
  },
  bufferSeconds: {
    min: 1,
    max: 120,
    unit: 'seconds',
    reason: 'Claimed leads in seconds of dialing: claimed leads are closed to other campaigns.',
  },
  connectGraceMs: {
    min: 0,
    max: 10_000,
    unit: 'ms',
    reason: 'From live answer until an agent must have the call; the law allows 2 s where it says anything.',
  },
  banHours: {
    min: 0,
    max: 8_760,
    unit: 'hours',
    reason: 'Rest of a lead after an abandoned call: up to a year.',
  },
  retryDelayMinutes: {
    min: 0,
    max: 527_040,
    unit: 'minutes',
    reason: 'Until a lead is dialable again: up to 366 days.',
  },
  minimumDelayMinutes: {
    min: 0,
    max: 43_200,
    unit: 'minutes',
    reason: 'Least delay of every retry: up to 30 days.',
  },
  alternateDelayMinutes: {
    min: 0,
    max: 1_440,
    unit: 'minutes',
    reason: "Until the person's next number is tried: up to a day.",
  },
  leadAttempts: {
    min: 1,
    max: 1_000,
    unit: 'attempts',
    reason: 'Attempts on one lead, in all or with one outcome.',
  },
  attemptsPerDay: {
    min: 1,
    max: 100,
    unit: 'attempts',
    reason: 'Attempts on one lead within 24 hours.',
  },
  recycleAfterDays: {
    min: 0,
    max: 3_650,
    unit: 'days',
    reason: 'Since the last call of a closed lead: up to ten years.',
  },
  recycleRounds: {
    min: 1,
    max: 100,
    unit: 'times',
    reason: 'How often a closed lead is opened again by rules.',
  },
  closingMarginSeconds: {
    min: 0,
    max: 3_600,
    unit: 'seconds',
    reason: 'Dialing stops this long before a calling window closes.',
  },
} as const;
