/**
 * Call flows as data: what an automated call says, asks and does.
 *
 * A flow is plain JSON: named nodes, each of one kind, joined by the names of the nodes that follow. It is
 * checked once by `validateFlow` and then interpreted by `startFlow` and `stepFlow`, which do no I/O.
 */

/**
 * The voices of a prompt as the law tells them apart: a recording, or speech made by a machine (text to
 * speech, cloned or AI voice). Compliance clears each of them before the call is dialed.
 */
export const PROMPT_VOICES = ['prerecorded', 'artificial'] as const;

/** One of {@link PROMPT_VOICES}. */
export type PromptVoice = (typeof PROMPT_VOICES)[number];

/**
 * What a prompt may tell the called person, as far as the law asks for it: who is calling, a telephone number
 * for opt-outs, the key that opts out. `validateFlow` checks it in flows that are marked `telemarketing`.
 */
export const ANNOUNCEMENTS = ['identification', 'opt-out-number', 'opt-out-key'] as const;

/** One of {@link ANNOUNCEMENTS}. */
export type Announcement = (typeof ANNOUNCEMENTS)[number];

/** Audio to play, one or more pieces in order. */
export interface Prompt {
  /**
   * Names of audio as the telephony port knows them: `sound:<name>`, `recording:<name>`, `silence:<ms>`.
   * `{variable}` in a name stands for the value of a variable of the flow, for instance
   * `sound:branch-{branch}`. A value may hold letters, digits, `-` and `_` only: others could name any file
   * of the server.
   */
  readonly media: readonly string[];
  /**
   * Played instead of all of `media` where a value in it is empty or holds other characters. Needed where
   * `media` has a `{variable}`; without variables itself.
   */
  readonly fallback?: readonly string[];
  readonly voice: PromptVoice;
  /** What the audio tells, for the checks on telemarketing flows. Absent: nothing the law asks for. */
  readonly says?: readonly Announcement[];
  /** The words, for people who review the flow. */
  readonly transcript?: string;
  /**
   * Milliseconds after which the play counts as ended when its end is not reported. Default
   * `DEFAULT_MAX_PLAY_MS`.
   */
  readonly maxMs?: number;
}

/** Plays a prompt to its end. Keys do not interrupt it, except the flow's opt-out key. */
export interface PlayNode {
  readonly kind: 'play';
  readonly prompt: Prompt;
  readonly next: string;
}

/** Asks for key presses. The node that follows depends on what was pressed. */
export interface GatherNode {
  readonly kind: 'gather';
  /** The question; absent: it listens at once. */
  readonly prompt?: Prompt;
  /**
   * Whether a key interrupts the question and counts as its answer (default), or is dropped until the
   * question has ended.
   */
  readonly bargeIn?: boolean;
  /** Fewest keys of an answer that takes `otherwise`. Default 1. */
  readonly minDigits?: number;
  /** The answer is complete with this many keys. Default 1. */
  readonly maxDigits?: number;
  /** A key that completes the answer and is not part of it. */
  readonly finishOn?: '#' | '*';
  /** How long to wait for the first key after the question, ms. */
  readonly timeoutMs: number;
  /** How long to wait for each further key, ms. Default `DEFAULT_INTER_DIGIT_MS`. */
  readonly interDigitMs?: number;
  /** How often the question is asked in all before `onNoInput` or `onNoMatch` is taken. Default 1. */
  readonly attempts?: number;
  /** The node to go to by the keys pressed. */
  readonly branches: Readonly<Record<string, string>>;
  /**
   * The node to go to for any other answer of `minDigits` to `maxDigits` keys; absent: such an answer is no
   * match.
   */
  readonly otherwise?: string;
  /** The variable that receives an accepted answer. */
  readonly store?: string;
  /** Played before the question when it is asked again after silence. */
  readonly noInputPrompt?: Prompt;
  /** Played before the question when it is asked again after a wrong answer. */
  readonly noMatchPrompt?: Prompt;
  readonly onNoInput: string;
  readonly onNoMatch: string;
}

/** Chooses the node that follows by the value of a variable. */
export interface BranchNode {
  readonly kind: 'branch';
  readonly variable: string;
  readonly cases: Readonly<Record<string, string>>;
  readonly otherwise: string;
}

/**
 * Asks the campaign for an agent. The campaign ends the flow when one is connected, else answers
 * 'transfer-failed'.
 */
export interface TransferNode {
  readonly kind: 'transfer';
  /** Skills the agent needs; empty: any agent. */
  readonly skills: readonly string[];
  readonly onFailed: string;
}

/** Records that the number, or the person behind it, wants no more calls. */
export interface OptOutNode {
  readonly kind: 'opt-out';
  readonly scope: 'number' | 'person';
  readonly next: string;
}

/** What ends a recording before its longest time: no key, any key, or one of two keys. */
export const FINISH_KEYS = ['none', 'any', '*', '#'] as const;

/** The key that ends what is gathered or recorded. */
export type FinishKey = (typeof FINISH_KEYS)[number];

/** Records what the called person says. */
export interface RecordNode {
  readonly kind: 'record';
  /** Longest recording, ms. */
  readonly maxMs: number;
  /** The key that ends the recording. */
  readonly finishOn: FinishKey;
  /** The variable that receives the recording's id. */
  readonly store?: string;
  readonly next: string;
}

/** Waits for the beep of an answering machine, then plays a message into it. */
export interface LeaveMessageNode {
  readonly kind: 'leave-message';
  readonly prompt: Prompt;
  /** How long to wait for the beep, ms. */
  readonly timeoutMs: number;
  /** Where to go when no beep was heard in time; absent: the message is played then. */
  readonly onNoBeep?: string;
  readonly next: string;
}

/** Notes the call's disposition; a later one replaces it. */
export interface DispositionNode {
  readonly kind: 'disposition';
  readonly code: string;
  readonly next: string;
}

/** Sets a variable. `{name}` in the value stands for the value of another variable. */
export interface VariableNode {
  readonly kind: 'variable';
  readonly name: string;
  readonly value: string;
  readonly next: string;
}

/** Ends the call. */
export interface HangUpNode {
  readonly kind: 'hang-up';
}

/** One step of a flow. */
export type FlowNode =
  | PlayNode
  | GatherNode
  | BranchNode
  | TransferNode
  | OptOutNode
  | RecordNode
  | LeaveMessageNode
  | DispositionNode
  | VariableNode
  | HangUpNode;

/** The key that opts out at any moment of the flow, and the node of kind 'opt-out' that it leads to. */
export interface OptOutKey {
  readonly digit: string;
  readonly to: string;
}

/**
 * A call flow. Obtain one from `validateFlow`, `abandonmentFlow` or `voicemailFlow`; the interpreter relies
 * on their checks.
 */
export interface Flow {
  readonly id: string;
  /** Marks a flow that sells: it must identify the caller first, and offer an opt-out key throughout. */
  readonly telemarketing?: boolean;
  /** The first node. */
  readonly start: string;
  readonly nodes: Readonly<Record<string, FlowNode>>;
  /** Every variable of the flow with its value at the start. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly optOutKey?: OptOutKey;
  /**
   * How many nodes and repeated questions one call may run through before it is ended. Default
   * `DEFAULT_STEP_BUDGET`.
   */
  readonly stepBudget?: number;
}

/** A play whose end is not reported is given up after this time, ms. */
export const DEFAULT_MAX_PLAY_MS: number = 120_000;
/** Wait for each further key of an answer, ms. */
export const DEFAULT_INTER_DIGIT_MS: number = 3_000;
/** Nodes and repeated questions a call may run through. */
export const DEFAULT_STEP_BUDGET: number = 200;
/** A recording whose end is not reported is given up this long after its longest time, ms. */
export const RECORDING_GRACE_MS: number = 5_000;
