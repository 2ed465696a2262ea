/** Runs a call's flow: the interpreter's actions become commands, and telephony's facts become its inputs. */
import { assertNever } from '../../invariant.js';
import {
  flowEnd,
  startFlow,
  stepFlow,
  type Flow,
  type FlowAction,
  type FlowInput,
  type FlowStep,
} from '../../ivr/index.js';
import type { Command } from '../../ports/ports.js';
import type { AttemptId } from '../call/attempt.js';
import type { Call, CallFlow } from '../call/call.js';
import { moveTo } from '../call/calls.js';
import { learn } from '../call/learning.js';
import { cancelTimer, emit, send, setTimer, type Context } from '../context.js';
import type { CallFact } from '../facts.js';
import type { TimerOf } from '../timers.js';

/** What the flow asks of the campaign, because only the campaign can do it. */
export type FlowRequest =
  { readonly type: 'transfer'; readonly skills: readonly string[] } | { readonly type: 'hang-up' };

/** Starts a flow on an answered call. */
export function beginFlow(
  context: Context,
  call: Call,
  kind: CallFlow['kind'],
  flow: Flow,
): readonly FlowRequest[] {
  moveTo(context, call, 'in-flow');
  return runFlow(context, call, kind, flow);
}

/** Starts a flow where the call is. Each flow of a call has names of its own for plays and recordings. */
export function runFlow(
  context: Context,
  call: Call,
  kind: CallFlow['kind'],
  flow: Flow,
): readonly FlowRequest[] {
  const n = (call.flow?.n ?? 0) + 1;
  const callId = n === 1 ? call.attemptId : `${call.attemptId}.f${n}`;
  const step = startFlow(flow, { callId, variables: call.lead.fields });
  call.flow = { kind, flow, state: step.state, heard: false, n };
  return carryOut(context, call, step);
}

/** What a fact of telephony is to a flow. Null: nothing. */
export function flowInputOf(fact: CallFact): FlowInput | null {
  switch (fact.type) {
    case 'call.played':
      return { type: 'played', playId: fact.playId, completed: fact.completed };
    case 'call.digit':
      return { type: 'digit', digit: fact.digit };
    case 'call.beep':
      return { type: 'beep' };
    case 'call.recorded':
      return { type: 'recorded', recordingId: fact.recordingId, durationMs: fact.durationMs };
    default:
      return null;
  }
}

/** Passes an input to the flow. Inputs after the flow's end do nothing. */
export function driveFlow(context: Context, call: Call, input: FlowInput): readonly FlowRequest[] {
  const running = call.flow;
  if (!running || flowEnd(running.state) !== null) return [];
  if (input.type === 'played' && input.completed) running.heard = true;
  return carryOut(context, call, stepFlow(running.flow, running.state, input));
}

/** Discards a flow that was cut short by a transfer or by the end of the call. Its timers are cancelled. */
export function endFlow(context: Context, call: Call): void {
  if (!call.flow) return;
  const step = stepFlow(call.flow.flow, call.flow.state, { type: 'hung-up' });
  call.flow.state = step.state;
  for (const action of step.actions)
    if (action.type === 'cancel-timer') cancelTimer(context, flowTimer(call, action.timerId));
}

function flowTimer({ attemptId }: Call, flowTimerId: string): TimerOf<'flow'> {
  return { kind: 'flow', attemptId, flowTimerId };
}

function carryOut(context: Context, call: Call, step: FlowStep): readonly FlowRequest[] {
  if (call.flow) call.flow.state = step.state;
  call.variables = { ...call.variables, ...step.state.variables };
  const requests: FlowRequest[] = [];
  for (const action of step.actions) {
    const request = carryOutOne(context, call, action);
    if (request) requests.push(request);
  }
  return requests;
}

function carryOutOne(context: Context, call: Call, action: FlowAction): FlowRequest | null {
  switch (action.type) {
    case 'play':
    case 'stop-play':
    case 'record':
    case 'stop-record':
    case 'wait-for-beep':
      send(context, mediaCommand(call.attemptId, action, context.now));
      return null;
    case 'set-timer':
      setTimer(context, flowTimer(call, action.timerId), context.now + action.delayMs);
      return null;
    case 'cancel-timer':
      cancelTimer(context, flowTimer(call, action.timerId));
      return null;
    case 'opt-out':
      learn(context, call.attemptId, {
        kind: action.scope === 'person' ? 'do-not-call-person' : 'do-not-call',
        at: context.now,
        source: 'key-press',
      });
      return null;
    case 'disposition':
      call.disposition = action.code;
      return null;
    case 'variable':
      return null; // The state's variables are copied to the call after each step.
    case 'media-refused':
      emit(context, {
        type: 'fault',
        what: 'a value of a flow cannot name audio',
        detail:
          `attempt ${call.attemptId}: variable '${action.variable}' is empty or holds other characters ` +
          'than letters, digits, - and _; the fallback of the prompt is played',
      });
      return null;
    case 'transfer':
      return { type: 'transfer', skills: action.skills };
    case 'hang-up':
      return { type: 'hang-up' };
    default:
      return assertNever(action, 'flow action');
  }
}

type MediaAction = Extract<
  FlowAction,
  { type: 'play' | 'stop-play' | 'record' | 'stop-record' | 'wait-for-beep' }
>;

/** The command to telephony for what a flow plays, records or listens for. */
function mediaCommand(attemptId: AttemptId, action: MediaAction, at: number): Command {
  const port = 'telephony';
  switch (action.type) {
    case 'play': {
      const { playId, media } = action;
      return { port, method: 'play', command: { attemptId, playId, media, at } };
    }
    case 'stop-play':
      return { port, method: 'stopPlay', command: { attemptId, playId: action.playId, at } };
    case 'record': {
      const { recordingId, maxMs, finishOn } = action;
      return { port, method: 'record', command: { attemptId, recordingId, maxMs, finishOn, at } };
    }
    case 'stop-record':
      return { port, method: 'stopRecord', command: { attemptId, recordingId: action.recordingId, at } };
    case 'wait-for-beep':
      return { port, method: 'waitForBeep', command: { attemptId, timeoutMs: action.timeoutMs, at } };
    default:
      return assertNever(action, 'media action');
  }
}
