/**
 * One table of the lengths and ranges that outdial accepts. The campaign file's schema, the import, the
 * control interface and the call flows take their limits from here; a test holds the database's columns
 * against it.
 */

/** What is counted. Times are whole or fractional numbers of the unit. */
export type LimitUnit =
  | 'characters'
  | 'bytes'
  | 'digits'
  | 'keys'
  | 'entries'
  | 'calls'
  | 'calls per second'
  | 'calls per agent'
  | 'agents'
  | 'attempts'
  | 'times'
  | 'nodes'
  | 'lines of text'
  | 'ms'
  | 'seconds'
  | 'minutes'
  | 'hours'
  | 'share'
  | 'number';

/** A range with both ends allowed. */
export interface Limit {
  /** Smallest allowed value; with `exclusive`, every value must be larger. */
  readonly min: number;
  readonly max: number;
  readonly unit: LimitUnit;
  /** What it bounds, and why there. */
  readonly reason: string;
  /** True: `min` itself is not allowed. */
  readonly exclusive?: true;
}

const TABLE = {
  // Identifiers.
  identifier: {
    min: 1,
    max: 32,
    unit: 'characters',
    reason: 'Ids of campaigns, lists, agents and trunks, disposition codes: parts of channel ids.',
  },
  node: {
    min: 1,
    max: 40,
    unit: 'characters',
    reason: 'Name of a dialer: part of the ARI application and of the lease.',
  },
  storedId: {
    min: 1,
    max: 96,
    unit: 'characters',
    reason: 'Any id as the database keeps it: attempt ids hold a campaign id and more; indexed on MySQL.',
  },
  leadId: {
    min: 1,
    max: 32,
    unit: 'characters',
    reason: 'Ids of leads and persons: a letter and 24 or 25 digits and letters.',
  },
  flowName: {
    min: 1,
    max: 64,
    unit: 'characters',
    reason:
      'Names in a call flow: the flow, its nodes, variables, skills and dispositions; shown in problems.',
  },
  phoneDigits: {
    min: 7,
    max: 15,
    unit: 'digits',
    reason:
      'A telephone number with its country code. ITU-T E.164 (11/2010) 6.2.1; none in service is shorter.',
  },

  // Texts.
  code: {
    min: 1,
    max: 128,
    unit: 'characters',
    reason: 'Reasons, rule ids, sources and short facts of a lead: one database column each.',
  },
  skipReason: {
    min: 0,
    max: 128,
    unit: 'characters',
    reason: 'Why an agent gives a lead back; it may be empty.',
  },
  agentSkills: {
    min: 0,
    max: 100,
    unit: 'entries',
    reason: 'Skills of one agent: each lead that asks for skills is compared with them.',
  },
  instant: {
    min: 0,
    max: 4_102_444_800_000,
    unit: 'ms',
    reason: 'An instant that an order names, epoch ms: until the year 2100.',
  },
  pauseCode: {
    min: 1,
    max: 64,
    unit: 'characters',
    reason: "Why an agent pauses: a short code of the floor's own.",
  },
  station: {
    min: 1,
    max: 128,
    unit: 'characters',
    reason: "Dial string of an agent's leg.",
  },
  callbackNote: {
    min: 0,
    max: 500,
    unit: 'characters',
    reason: 'What the agent notes for a callback: it fits the preview of the lead.',
  },
  customField: {
    min: 0,
    max: 4_000,
    unit: 'characters',
    reason: 'A column of the list that the agent sees; longer ones are left out at import and reported.',
  },
  consentEvidence: {
    min: 1,
    max: 16_000,
    unit: 'characters',
    reason: 'Where the proof of a consent is kept: an address, or the text of a certificate.',
  },
  shownValue: {
    min: 0,
    max: 200,
    unit: 'characters',
    reason: 'A wrong value as the rejects file repeats it.',
  },
  variableValue: {
    min: 0,
    max: 500,
    unit: 'characters',
    reason: 'Value of a variable of a call flow, and text that refers to variables.',
  },
  transcript: {
    min: 1,
    max: 5_000,
    unit: 'characters',
    reason: 'Words of a prompt, for reviewers.',
  },
  anchorMinutes: {
    min: 1,
    max: 1_440,
    unit: 'minutes',
    reason: 'Time between anchors of the audit trail: what is cut within it is not shown; a day at most.',
  },
  networkText: {
    min: 0,
    max: 200,
    unit: 'characters',
    reason: "A far end's own words, such as the reason of a SIP response: enough to tell refusals apart.",
  },
  controlToken: {
    min: 16,
    max: 4_096,
    unit: 'characters',
    reason:
      'Token of the control interface: 16 hexadecimal characters hold 64 random bits; a header holds 4096.',
  },

  // Records of an imported file.
  recordLines: {
    min: 1,
    max: 10_000,
    unit: 'lines of text',
    reason: 'A quoted record that is longer has lost its closing quote.',
  },
  recordCharacters: {
    min: 1,
    max: 1_000_000,
    unit: 'characters',
    reason: 'Memory one record may take; a longer line is no row of a list.',
  },
  packedFile: {
    min: 0,
    max: 268_435_456,
    unit: 'bytes',
    reason: 'A zip archive or workbook: its directory is at its end, so it is read into memory.',
  },
  recordFields: {
    min: 1,
    max: 16_384,
    unit: 'entries',
    reason: 'Columns of a list: as many as a spreadsheet has.',
  },
  leadNumbers: {
    min: 1,
    max: 50,
    unit: 'entries',
    reason: 'Numbers of one lead, which calls try one after the other: more are a list in one row.',
  },
  doNotCallLine: {
    min: 0,
    max: 4_096,
    unit: 'characters',
    reason: 'A line of a do-not-call file holds one number and a few columns.',
  },
  leadPriority: {
    min: -1_000_000,
    max: 1_000_000,
    unit: 'number',
    reason: 'Order of dialing: a whole number that fits a 32-bit column, negated too.',
  },
  share: {
    min: 0,
    max: 1,
    unit: 'share',
    reason: 'Shares and probabilities.',
  },

  // Call flows.
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

  // Speed of dialing.
  lines: {
    min: 1,
    max: 20_000,
    unit: 'calls',
    reason: 'Calls at once of a campaign or a trunk: the largest that benchmarks run.',
  },
  callsPerSecond: {
    min: 0,
    max: 1_000,
    unit: 'calls per second',
    exclusive: true,
    reason: 'New calls of a campaign or a trunk: beyond what one server sets up.',
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

  // Abandonment.
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

  // Agents.
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
  conversationSeconds: {
    min: 0,
    max: 3_600,
    unit: 'seconds',
    reason: 'Time a customer may hear music in a transfer, a consultation or parking.',
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

  // Retries.
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

  // Law, lists, network.
  closingMarginSeconds: {
    min: 0,
    max: 3_600,
    unit: 'seconds',
    reason: 'Dialing stops this long before a calling window closes.',
  },
  reloadSeconds: {
    min: 1,
    max: 86_400,
    unit: 'seconds',
    reason: 'How often do-not-call files are looked at: at least daily.',
  },
  // Answers of Asterisk.
  ariAnswer: {
    min: 0,
    max: 67_108_864,
    unit: 'bytes',
    reason: 'Answer to one request: a list of 20,000 channels takes half of it.',
  },
  ariEvent: {
    min: 0,
    max: 1_048_576,
    unit: 'bytes',
    reason: 'One event: channel and bridge with all their variables take a few thousand bytes.',
  },

  // The control interface.
  eventStreams: {
    min: 1,
    max: 1_000,
    unit: 'entries',
    reason:
      'Clients that listen to events of one control interface: a screen for each agent of a large floor.',
  },
  eventQueue: {
    min: 1_024,
    max: 1_048_576,
    unit: 'bytes',
    reason: 'Events that wait for one client to read them: some 2,000; a client that is slower is dropped.',
  },
  requestMs: {
    min: 100,
    max: 10_000,
    unit: 'ms',
    reason: 'Until a request to the control interface has arrived: orders are a few hundred bytes.',
  },
  requestBody: {
    min: 0,
    max: 65_536,
    unit: 'bytes',
    reason: 'Body of a request to the control interface: its longest order fits many times.',
  },
  uploadPart: {
    min: 1,
    max: 1_048_576,
    unit: 'bytes',
    reason: 'A part of a list that a browser uploads: a part is in memory while it is written.',
  },
  connections: {
    min: 1,
    max: 2_000,
    unit: 'entries',
    reason: 'TCP connections of the control interface: event streams and as many requests.',
  },

  port: {
    min: 0,
    max: 65_535,
    unit: 'number',
    reason: 'TCP port; 0 asks for any free one.',
  },

  // Simulation.
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
} as const;

/** Name of a limit. */
export type LimitName = keyof typeof TABLE;

/** Every limit by its name. */
export const LIMITS: Readonly<Record<LimitName, Limit>> = TABLE;
