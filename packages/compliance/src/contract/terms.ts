/** The closed lists of the contract: lines, purposes, modes, voices, and outcomes of earlier attempts. */

/** What kind of line a number is. `unknown` counts as wireless for every robocall rule. */
export const LINE_TYPES = ['wireless', 'landline', 'voip', 'unknown'] as const;

/** One of {@link LINE_TYPES}. */
export type LineType = (typeof LINE_TYPES)[number];

/** Why a campaign calls. The purpose decides which body of law applies. */
export const PURPOSES = [
  'telemarketing',
  'debt-collection',
  'political',
  'charity',
  'informational',
  'healthcare',
  'financial-alert',
  'research',
  'emergency',
] as const;

/** One of {@link PURPOSES}. */
export type Purpose = (typeof PURPOSES)[number];

/** The dialing mode in force for one call. */
export const DIALING_MODES = [
  'manual',
  'preview',
  'progressive',
  'power',
  'predictive',
  'agentless',
] as const;

/** One of {@link DIALING_MODES}. */
export type DialingMode = (typeof DIALING_MODES)[number];

/** What the called party hears first: a person, a recording, or a synthetic (also AI) voice. */
export const VOICES = ['live', 'prerecorded', 'artificial'] as const;

/** One of {@link VOICES}. */
export type Voice = (typeof VOICES)[number];

/**
 * Outcome of one earlier attempt. `unknown` (its fate was lost in a crash) counts as a call for every cap.
 */
export const HISTORY_OUTCOMES = [
  'no-answer',
  'busy',
  'failed',
  'machine',
  'voicemail',
  'message-delivered',
  'conversation',
  'refused',
  'abandoned',
  'email',
  'unknown',
] as const;

/** One of {@link HISTORY_OUTCOMES}. */
export type HistoryOutcome = (typeof HISTORY_OUTCOMES)[number];
