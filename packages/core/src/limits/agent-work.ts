/** Limits of the work of agents, and of simulations of it. */

/** The limits of the work of agents, and of simulations of it. */
export const WORK_LIMITS = {
  scriptPages: {
    min: 1,
    max: 100,
    unit: 'entries',
    reason: 'Pages of a script: more than anybody finds their way in while they talk.',
  },
  scriptText: {
    min: 1,
    max: 4_000,
    unit: 'characters',
    reason: 'Text of a page of a script: some minutes of reading aloud.',
  },
  scriptLabel: {
    min: 1,
    max: 80,
    unit: 'characters',
    reason: 'Heading of a page, or a choice on it: a line of the desk.',
  },
  scriptChoices: {
    min: 0,
    max: 8,
    unit: 'entries',
    reason: 'Choices on a page: what can be read at a glance.',
  },
  previewTimeoutSeconds: {
    min: 1,
    max: 3_600,
    unit: 'seconds',
    reason: 'Time an agent has to look at a lead.',
  },
  skipDelayMinutes: {
    min: 0,
    max: 43_200,
    unit: 'minutes',
    reason: 'Rest of a skipped lead: up to 30 days.',
  },
  announceSeconds: {
    min: 5,
    max: 600,
    unit: 'seconds',
    reason: 'Pause between two announcements to a caller who waits: shorter ones would play on each other.',
  },
  callerWaitSeconds: {
    min: 1,
    max: 7_200,
    unit: 'seconds',
    reason: 'How long a caller waits at most: up to two hours.',
  },
  conversationSeconds: {
    min: 0,
    max: 3_600,
    unit: 'seconds',
    reason: 'Time a customer may hear music in a transfer, a consultation or parking.',
  },
  talkMinutes: {
    min: 1,
    max: 1_440,
    unit: 'minutes',
    reason: 'How long a customer may talk with a third party without an agent: a line is in use.',
  },
  directoryEntries: {
    min: 0,
    max: 200,
    unit: 'entries',
    reason: 'Telephone numbers that agents may hand customers to: they choose from a list on the screen.',
  },
  recordingDays: {
    min: 1,
    max: 36_500,
    unit: 'days',
    reason: 'How long the files of recordings are kept: up to a hundred years.',
  },
  wrapUpTimeoutSeconds: {
    min: 0,
    max: 3_600,
    unit: 'seconds',
    reason: 'Time an agent has to set a disposition.',
  },
  audioWithinMs: {
    min: 500,
    max: 60_000,
    unit: 'ms',
    reason: 'A station must send audio in this time; a shorter one would drop sound stations.',
  },
  talkMeanSeconds: {
    min: 0,
    max: 3_600,
    unit: 'seconds',
    exclusive: true,
    reason: 'Mean talk time of simulated people.',
  },
  agentMeanSeconds: {
    min: 0,
    max: 3_600,
    unit: 'seconds',
    reason: 'Mean wrap-up time and mean time to decide of automatic and simulated agents.',
  },
  simulatedMinutes: {
    min: 0,
    max: 20_160,
    unit: 'minutes',
    exclusive: true,
    reason: 'Virtual time of a simulation: up to 14 days.',
  },
  simulatedAgents: {
    min: 0,
    max: 2_000,
    unit: 'agents',
    reason: 'Agents of a simulation: the largest floor that benchmarks run.',
  },
  ringMeanSeconds: {
    min: 0,
    max: 60,
    unit: 'seconds',
    exclusive: true,
    reason: 'Mean time until a simulated person answers.',
  },
  returnMeanSeconds: {
    min: 0,
    max: 86_400,
    unit: 'seconds',
    exclusive: true,
    reason: 'Mean time until a simulated person calls back: a day at most.',
  },
} as const;
