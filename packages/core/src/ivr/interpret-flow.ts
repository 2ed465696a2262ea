/** The interpreter of call flows: a state and an input in, the next state and actions out. No I/O. */
import { DEFAULT_STEP_BUDGET, type Flow } from './flow.js';
import { runFrom } from './enter-node.js';
import {
  closeRun,
  endFlow,
  leaveWait,
  nodeNamed,
  openRun,
  play,
  storeVariable,
  type FlowRun,
} from './flow-run.js';
import type { FlowContext, FlowInput, FlowState, FlowStep } from './flow-step.js';
import { listenOn, takeDigit, takeSilence } from './gather-digits.js';
import { ownValue } from '../own-value.js';
import { variableText } from './placeholders.js';

/**
 * Begins a flow on an answered call.
 *
 * @returns the state to keep with the call, and the first actions.
 * @throws InvariantError when the flow was not validated and has no such node.
 */
export function startFlow(flow: Flow, context: FlowContext): FlowStep {
  const declared = flow.variables ?? {};
  const given = context.variables ?? {};
  const run = openRun(flow, {
    callId: context.callId,
    node: flow.start,
    waiting: { for: 'nothing', end: 'hang-up' },
    variables: Object.fromEntries(
      Object.entries(declared).map(([name, value]) => [name, variableText(ownValue(given, name) ?? value)]),
    ),
    stepsLeft: flow.stepBudget ?? DEFAULT_STEP_BUDGET,
    nextId: 1,
    optedOut: false,
  });
  runFrom(run, flow.start);
  return closeRun(run);
}

/**
 * Takes one input. An input that the state does not wait for (late, duplicate, of an unknown type) leaves the
 * state as it is, with no actions.
 *
 * @param flow the flow that `state` was made with.
 * @returns the next state and what to do, in order. After the flow's end nothing is ever done.
 * @throws InvariantError when the flow lacks the node of the state.
 */
export function stepFlow(flow: Flow, state: FlowState, input: FlowInput): FlowStep {
  if (state.waiting.for === 'nothing') return { state, actions: [] };
  const run = openRun(flow, state);
  const next = take(run, input);
  if (next !== null) runFrom(run, next);
  // An ignored input has changed nothing: the same state is given back, so that the caller need not store it.
  return run.actions.length === 0 ? { state, actions: [] } : closeRun(run);
}

/** Returns the node to go to, or null when there is none. */
function take(run: FlowRun, input: FlowInput): string | null {
  switch (input.type) {
    case 'played':
      return takePlayed(run, input.playId);
    case 'digit':
      return takeKey(run, input.digit);
    case 'timer':
      return takeTimer(run, input.timerId);
    case 'beep':
      return takeBeep(run);
    case 'recorded':
      return takeRecorded(run, input.recordingId);
    case 'transfer-failed':
      return takeTransferFailed(run);
    case 'hung-up':
      leaveWait(run, { playEnded: true, recordingEnded: true });
      endFlow(run, 'hung-up');
      return null;
    default:
      // Not `assertNever`: inputs come from outside, and an unknown one must not stop the call.
      return null;
  }
}

function takePlayed(run: FlowRun, playId: string): string | null {
  const { waiting } = run;
  const node = nodeNamed(run.flow, run.node);
  if (!('playId' in waiting) || waiting.playId !== playId) return null;
  leaveWait(run, { playEnded: true });
  if (waiting.for === 'play-end' && 'next' in node) return node.next;
  if (node.kind === 'gather') listenOn(run, node);
  return null;
}

function takeKey(run: FlowRun, digit: string): string | null {
  if (typeof digit !== 'string' || !/^[0-9*#]$/.test(digit)) return null;
  const { optOutKey } = run.flow;
  // During a transfer the campaign owns the call; the agent records an opt-out.
  if (optOutKey?.digit === digit && !run.optedOut && run.waiting.for !== 'agent') {
    leaveWait(run);
    return optOutKey.to;
  }
  const node = nodeNamed(run.flow, run.node);
  return node.kind === 'gather' && run.waiting.for === 'digits' ? takeDigit(run, node, digit) : null;
}

function takeTimer(run: FlowRun, timerId: string): string | null {
  const { waiting } = run;
  if (!('timerId' in waiting) || waiting.timerId !== timerId) return null;
  const node = nodeNamed(run.flow, run.node);
  leaveWait(run, { timerFired: true });
  if (node.kind === 'gather' && waiting.for === 'digits') {
    if (waiting.playId === null) return takeSilence(run, node);
    listenOn(run, node);
    return null;
  }
  if (waiting.for === 'beep' && node.kind === 'leave-message') {
    if (node.onNoBeep !== undefined) return node.onNoBeep;
    run.waiting = { for: 'play-end', ...play(run, [node.prompt]) };
    return null;
  }
  return 'next' in node ? node.next : null;
}

function takeBeep(run: FlowRun): string | null {
  const node = nodeNamed(run.flow, run.node);
  if (run.waiting.for !== 'beep' || node.kind !== 'leave-message') return null;
  leaveWait(run);
  run.waiting = { for: 'play-end', ...play(run, [node.prompt]) };
  return null;
}

function takeRecorded(run: FlowRun, recordingId: string): string | null {
  const node = nodeNamed(run.flow, run.node);
  if (run.waiting.for !== 'recording' || run.waiting.recordingId !== recordingId || node.kind !== 'record')
    return null;
  leaveWait(run, { recordingEnded: true });
  if (node.store !== undefined) storeVariable(run, node.store, recordingId);
  return node.next;
}

function takeTransferFailed(run: FlowRun): string | null {
  const node = nodeNamed(run.flow, run.node);
  return node.kind === 'transfer' ? node.onFailed : null;
}
