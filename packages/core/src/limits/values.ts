/** Limits of texts and other values of orders and settings. */

/** The limits of texts and other values of orders and settings. */
export const VALUE_LIMITS = {
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
  agentCampaigns: {
    min: 0,
    max: 100,
    unit: 'entries',
    reason: 'Campaigns whose answered calls one agent takes beside their own.',
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
  callNotes: {
    min: 1,
    max: 4_000,
    unit: 'characters',
    reason: 'What the agent notes of a call: as much as a column of a list.',
  },
  callAnswers: {
    min: 0,
    max: 50,
    unit: 'entries',
    reason: 'Answers of one call that the agent writes down: a questionnaire.',
  },
  customField: {
    min: 0,
    max: 4_000,
    unit: 'characters',
    reason: 'A column of the list that the agent sees; longer ones are left out at import and reported.',
  },
  leadExpression: {
    min: 1,
    max: 2_000,
    unit: 'characters',
    reason: 'Filter or score of a campaign: a person writes it, and a database reads it for every lead.',
  },
  expressionDepth: {
    min: 0,
    max: 20,
    unit: 'entries',
    reason: 'Parentheses within parentheses of a filter: databases bound the depth of a statement.',
  },
  expressionValues: {
    min: 1,
    max: 300,
    unit: 'entries',
    reason: 'Names, numbers and texts of a filter: each is a parameter of the statement.',
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
  share: {
    min: 0,
    max: 1,
    unit: 'share',
    reason: 'Shares and probabilities.',
  },
} as const;
