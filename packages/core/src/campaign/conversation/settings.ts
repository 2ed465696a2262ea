/** The settings of conversations under agents' hands. */
import type { Flow } from '../../ivr/index.js';

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

/** A telephone number that agents may consult or hand customers to. */
export interface DirectoryEntry {
  /** Shown to agents, and in the audit trail. */
  readonly name: string;
  /** E.164. */
  readonly phone: string;
}

/** Third parties at telephone numbers. Durations are ms. */
export interface OutsideSettings {
  readonly directory: readonly DirectoryEntry[];
  /** Agents may type numbers that are not in the directory. */
  readonly typed: boolean;
  /** A number has answered by then, or the customer goes back to the agent. */
  readonly graceMs: number;
  /** A customer talks with a third party, without an agent, for no longer than this. */
  readonly talkMostMs: number;
}

/** The settings of a campaign that gives none: no numbers. */
export const DEFAULT_OUTSIDE: OutsideSettings = {
  directory: [],
  typed: false,
  graceMs: 45_000,
  talkMostMs: 3_600_000,
};

/** A call flow that agents may give customers to. */
export interface GivenFlow {
  /** Shown to agents, and in the audit trail. */
  readonly name: string;
  readonly flow: Flow;
  /** The recording of the conversation goes on while the flow speaks. False: it pauses. */
  readonly recorded: boolean;
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
  /** Absent: `DEFAULT_OUTSIDE`. */
  readonly outside?: OutsideSettings;
  /** Absent: none. */
  readonly flows?: readonly GivenFlow[];
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

/** What is in force for third parties at telephone numbers. */
export function outsideSettings(settings: {
  readonly conversations?: ConversationSettings;
}): OutsideSettings {
  return conversationSettings(settings).outside ?? DEFAULT_OUTSIDE;
}
