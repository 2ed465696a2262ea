/** One pass of the interpreter: the state being changed, and the actions collected on the way. */
import { invariant } from '../invariant.js';
import { DEFAULT_MAX_PLAY_MS, type Flow, type FlowNode, type Prompt } from './flow.js';
import type { FlowAction, FlowEnd, FlowState, FlowStep, FlowWait } from './flow-step.js';
import { ownValue } from '../own-value.js';
import { fillMedia, variableText } from './placeholders.js';

/** A draft of the next state. Lives within one call of `startFlow` or `stepFlow`. */
export interface FlowRun {
  readonly flow: Flow;
  readonly callId: string;
  node: string;
  waiting: FlowWait;
  variables: Readonly<Record<string, string>>;
  stepsLeft: number;
  nextId: number;
  optedOut: boolean;
  readonly actions: FlowAction[];
}

/** Begins a pass from a state. */
export function openRun(flow: Flow, state: FlowState): FlowRun {
  return { ...state, flow, actions: [] };
}

/** The state and the actions of a pass. */
export function closeRun(run: FlowRun): FlowStep {
  const { flow: _flow, actions, ...state } = run;
  return { state, actions };
}

/**
 * The node of this name. Throws `InvariantError` when the flow has none: it was not validated, or replaced
 * while the call ran.
 */
export function nodeNamed(flow: Flow, name: string): FlowNode {
  const node = ownValue(flow.nodes, name);
  invariant(node !== undefined, `flow '${flow.id}' has no node '${name}'`);
  return node;
}

/** A new id of this call, for a play, a timer or a recording. */
export function drawId(run: FlowRun, what: 'play' | 'timer' | 'recording'): string {
  const id = `${run.callId}.${what}.${String(run.nextId)}`;
  run.nextId += 1;
  return id;
}

/** Sets a timer and returns its id. */
export function setTimer(run: FlowRun, delayMs: number): string {
  const timerId = drawId(run, 'timer');
  run.actions.push({ type: 'set-timer', timerId, delayMs });
  return timerId;
}

/**
 * Plays prompts one after the other as one play, guarded by a timer for the case that its end is never
 * reported.
 */
export function play(
  run: FlowRun,
  prompts: readonly Prompt[],
): { readonly playId: string; readonly timerId: string } {
  const playId = drawId(run, 'play');
  const media = prompts.flatMap((prompt) => mediaOf(run, prompt));
  run.actions.push({ type: 'play', playId, media });
  const longest = prompts.reduce((sum, prompt) => sum + (prompt.maxMs ?? DEFAULT_MAX_PLAY_MS), 0);
  return { playId, timerId: setTimer(run, longest) };
}

/**
 * What a prompt plays. A value that may not be part of a file name is refused: the fallback plays, and an
 * action reports it.
 */
function mediaOf(run: FlowRun, prompt: Prompt): readonly string[] {
  const filled = fillMedia(prompt.media, run.variables);
  if (filled.ok) return filled.media;
  run.actions.push({ type: 'media-refused', variable: filled.variable });
  return prompt.fallback ?? [];
}

/**
 * Ends a wait before the next node begins: stops its play and its recording, and its timer unless it has
 * fired.
 */
export function leaveWait(
  run: FlowRun,
  why: {
    readonly playEnded?: boolean;
    readonly recordingEnded?: boolean;
    readonly timerFired?: boolean;
  } = {},
): void {
  const { waiting } = run;
  if ('playId' in waiting && waiting.playId !== null && why.playEnded !== true) {
    run.actions.push({ type: 'stop-play', playId: waiting.playId });
  }
  if (waiting.for === 'recording' && why.recordingEnded !== true) {
    run.actions.push({ type: 'stop-record', recordingId: waiting.recordingId });
  }
  if ('timerId' in waiting && why.timerFired !== true)
    run.actions.push({ type: 'cancel-timer', timerId: waiting.timerId });
}

/** Stores a variable, cut to its longest length, and tells the campaign. */
export function storeVariable(run: FlowRun, name: string, text: string): void {
  const value = variableText(text);
  run.variables = { ...run.variables, [name]: value };
  run.actions.push({ type: 'variable', name, value });
}

/** Ends the flow; unless the other side has hung up already, the call is ended, too. */
export function endFlow(run: FlowRun, end: FlowEnd): void {
  if (end !== 'hung-up') run.actions.push({ type: 'hang-up' });
  run.waiting = { for: 'nothing', end };
}
