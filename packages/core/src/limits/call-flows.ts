/** Limits of call flows. */

/** The limits of call flows. */
export const FLOW_LIMITS = {
  namedFlows: {
    min: 0,
    max: 50,
    unit: 'entries',
    reason: 'Flows that agents may give customers to: they choose from a list on the screen.',
  },
  flowNodes: {
    min: 1,
    max: 500,
    unit: 'nodes',
    reason: 'Nodes of a flow: far more than a person reviews.',
  },
  flowSteps: {
    min: 1,
    max: 10_000,
    unit: 'nodes',
    reason: 'Nodes one call may run through before it is ended.',
  },
  promptMedia: {
    min: 1,
    max: 50,
    unit: 'entries',
    reason: 'Pieces of audio in a prompt.',
  },
  promptTopics: {
    min: 0,
    max: 3,
    unit: 'entries',
    reason: 'What a prompt says as far as the law asks: there are three topics.',
  },
  transferSkills: {
    min: 0,
    max: 20,
    unit: 'entries',
    reason: 'Skills that a transfer may ask for.',
  },
  keyPresses: {
    min: 1,
    max: 32,
    unit: 'keys',
    reason: 'Keys of one answer: card and account numbers have fewer.',
  },
  timesAsked: {
    min: 1,
    max: 10,
    unit: 'times',
    reason: 'How often a question is asked before the flow goes on.',
  },
  flowWaitMs: {
    min: 100,
    max: 120_000,
    unit: 'ms',
    reason: 'Wait for a key or a beep: a silent line is held no longer than two minutes.',
  },
  promptMs: {
    min: 100,
    max: 3_600_000,
    unit: 'ms',
    reason: 'Longest play of a prompt.',
  },
  recordingMs: {
    min: 1_000,
    max: 3_600_000,
    unit: 'ms',
    reason: 'Longest recording of a called person.',
  },
} as const;
