/** The settings of conversations under agents' hands. */

/** When conversations are recorded. */
export const RECORDING_RULES = ['never', 'on-demand', 'always'] as const;

/** What the law asks for before a conversation is recorded. */
export const RECORDING_DUTIES = ['none', 'announcement', 'consent'] as const;

/** Recording of conversations. */
export interface RecordingSettings {
  /** 'never': an order to record is rejected. 'always': from the first agent to the end. */
  readonly rule: (typeof RECORDING_RULES)[number];
  /** The strictest duty of the places that are called. Without its ground nothing is recorded. */
  readonly duty: (typeof RECORDING_DUTIES)[number];
  /** Every conversation begins with an announcement that it is recorded. Fulfils 'announcement'. */
  readonly announced: boolean;
  /** Name of the file. `{attempt}` and `{n}` tell it from others; `{campaign}`, `{agent}` are known, too. */
  readonly file: string;
}

/** Times of conversations, and their recording. Durations are ms. */
export interface ConversationSettings {
  /** A transferred or requeued customer is with somebody by then, or goes back. */
  readonly transferGraceMs: number;
  /** For this long a requeued customer waits for the agent whose leg was lost, before anybody else. */
  readonly ownerFirstMs: number;
  /** The third party of a consultation is there by then. */
  readonly consultGraceMs: number;
  /** A parked customer goes back after this long. */
  readonly parkMostMs: number;
  readonly recording: RecordingSettings;
}

/** The settings of a campaign that gives none. */
export const DEFAULT_CONVERSATIONS: ConversationSettings = {
  transferGraceMs: 20_000,
  ownerFirstMs: 5_000,
  consultGraceMs: 30_000,
  parkMostMs: 120_000,
  recording: { rule: 'never', duty: 'consent', announced: false, file: '{campaign}/{attempt}-{n}' },
};

/** The settings of conversations in force for a campaign. */
export function conversationSettings(settings: {
  readonly conversations?: ConversationSettings;
}): ConversationSettings {
  return settings.conversations ?? DEFAULT_CONVERSATIONS;
}
