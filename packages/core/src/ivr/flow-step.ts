/**
 * What goes into the interpreter of call flows and what comes out of it: inputs, actions, and the state
 * between them.
 */
import type { RecordNode } from './flow.js';

/**
 * Something that happened on the call. Inputs that are late, duplicate or of an unknown type change nothing.
 */
export type FlowInput =
  /** A play has ended: at its end (`completed`), or because it failed or was stopped. */
  | { readonly type: 'played'; readonly playId: string; readonly completed: boolean }
  /** A key was pressed: one of 0-9, * and #. */
  | { readonly type: 'digit'; readonly digit: string }
  /** A timer has run out. */
  | { readonly type: 'timer'; readonly timerId: string }
  /** The beep of an answering machine was heard. */
  | { readonly type: 'beep' }
  /** A recording has ended. */
  | { readonly type: 'recorded'; readonly recordingId: string; readonly durationMs: number }
  /** No agent took the call. A transfer that succeeds ends the flow: its state is simply dropped. */
  | { readonly type: 'transfer-failed'; readonly reason: string }
  /** The called person has hung up, or the call was lost. */
  | { readonly type: 'hung-up' };

/** Something to do on the call, in the order given. */
export type FlowAction =
  | { readonly type: 'play'; readonly playId: string; readonly media: readonly string[] }
  | { readonly type: 'stop-play'; readonly playId: string }
  | { readonly type: 'set-timer'; readonly timerId: string; readonly delayMs: number }
  | { readonly type: 'cancel-timer'; readonly timerId: string }
  | {
      readonly type: 'record';
      readonly recordingId: string;
      readonly maxMs: number;
      readonly finishOn: RecordNode['finishOn'];
    }
  /** The opt-out key was pressed while recording: what follows must not wait for the recording to end. */
  | { readonly type: 'stop-record'; readonly recordingId: string }
  | { readonly type: 'wait-for-beep'; readonly timeoutMs: number }
  | { readonly type: 'transfer'; readonly skills: readonly string[] }
  /** To be stored before any action after it is carried out. */
  | { readonly type: 'opt-out'; readonly scope: 'number' | 'person' }
  | { readonly type: 'disposition'; readonly code: string }
  | { readonly type: 'variable'; readonly name: string; readonly value: string }
  /** The value of this variable may not stand in the name of a file: the fallback of the prompt is played. */
  | { readonly type: 'media-refused'; readonly variable: string }
  | { readonly type: 'hang-up' };

/**
 * Why a flow is over: it hung up, the other side did, or its step budget was spent (it then hung up, too).
 */
export type FlowEnd = 'hang-up' | 'hung-up' | 'step-budget';

/**
 * What a flow waits for. Every wait except the one for an agent has a timer, so that a lost report
 * cannot keep a call waiting without end.
 */
export type FlowWait =
  | { readonly for: 'play-end'; readonly playId: string; readonly timerId: string }
  | {
      readonly for: 'digits';
      /** How often the question has been asked, this time included. */
      readonly attempt: number;
      readonly digits: string;
      /** The question while it is played, else null. */
      readonly playId: string | null;
      readonly timerId: string;
    }
  | { readonly for: 'beep'; readonly timerId: string }
  | { readonly for: 'recording'; readonly recordingId: string; readonly timerId: string }
  | { readonly for: 'agent' }
  | { readonly for: 'nothing'; readonly end: FlowEnd };

/** Where a call stands in its flow: plain JSON, to be kept with the call. */
export interface FlowState {
  readonly callId: string;
  /** The node that waits, or the last one. */
  readonly node: string;
  readonly waiting: FlowWait;
  readonly variables: Readonly<Record<string, string>>;
  readonly stepsLeft: number;
  /** The number of the next play, timer or recording id. */
  readonly nextId: number;
  /** Whether this call has recorded an opt-out; the opt-out key does nothing from then on. */
  readonly optedOut: boolean;
}

/** The state after an input, and what to do. */
export interface FlowStep {
  readonly state: FlowState;
  readonly actions: readonly FlowAction[];
}

/** What a call brings into its flow. */
export interface FlowContext {
  /**
   * Begins every play, timer and recording id, so that they are unique among calls, e.g. the attempt's id.
   */
  readonly callId: string;
  /** Values for variables that the flow declares; others are left out. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Why the flow of this state is over, or null while it runs. */
export function flowEnd(state: FlowState): FlowEnd | null {
  return state.waiting.for === 'nothing' ? state.waiting.end : null;
}
