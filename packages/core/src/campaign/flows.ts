import { assertNever } from '../invariant.js';
import {
  flowEnd,
  startFlow,
  stepFlow,
  type Flow,
  type FlowAction,
  type FlowInput,
  type FlowStep,
} from '../ivr/index.js';
import type { LearnedFact } from './attempt.js';
import { moveTo } from './calls.js';
import { cancelTimer, send, setTimer, type Call, type CallFlow, type Context } from './state.js';

/** Driving a call's flow: the interpreter's actions become commands, telephony's facts become its inputs. */

/** What the flow wants that only the campaign can give. */
export type FlowWish =
  { readonly type: 'transfer'; readonly skills: readonly string[] } | { readonly type: 'hang-up' };

/** Starts a flow on an answered call. */
export function beginFlow(
  context: Context,
  call: Call,
  kind: CallFlow['kind'],
  flow: Flow,
): readonly FlowWish[] {
  const step = startFlow(flow, { callId: call.attemptId, variables: call.lead.fields });
  moveTo(context, call, 'in-flow');
  call.flow = { kind, flow, state: step.state, heard: false };
  return carryOut(context, call, step);
}

/** Gives the flow what happened. Inputs after its end do nothing. */
export function driveFlow(context: Context, call: Call, input: FlowInput): readonly FlowWish[] {
  const running = call.flow;
  if (!running || flowEnd(running.state) !== null) return [];
  if (input.type === 'played' && input.completed) running.heard = true;
  return carryOut(context, call, stepFlow(running.flow, running.state, input));
}

/**
 * Forgets a flow that was cut short (a transfer that succeeded, a call that ended): its timers must not fire.
 */
export function endFlow(context: Context, call: Call): void {
  if (!call.flow) return;
  const step = stepFlow(call.flow.flow, call.flow.state, { type: 'hung-up' });
  call.flow.state = step.state;
  call.variables = step.state.variables;
  for (const action of step.actions)
    if (action.type === 'cancel-timer') cancelTimer(context, flowTimer(call, action.timerId));
}

/** Scheduler id of a flow's timer. */
function flowTimer(call: Call, timerId: string): string {
  return `flow:${call.attemptId}|${timerId}`;
}

function carryOut(context: Context, call: Call, step: FlowStep): readonly FlowWish[] {
  if (call.flow) call.flow.state = step.state;
  call.variables = step.state.variables;
  const wishes: FlowWish[] = [];
  for (const action of step.actions) {
    const wish = carryOutOne(context, call, action);
    if (wish) wishes.push(wish);
  }
  return wishes;
}

function carryOutOne(context: Context, call: Call, action: FlowAction): FlowWish | null {
  const { attemptId } = call;
  const at = context.now;
  switch (action.type) {
    case 'play':
      send(context, {
        port: 'telephony',
        method: 'play',
        command: { attemptId, playId: action.playId, media: action.media, at },
      });
      return null;
    case 'stop-play':
      send(context, {
        port: 'telephony',
        method: 'stopPlay',
        command: { attemptId, playId: action.playId, at },
      });
      return null;
    case 'record':
      send(context, {
        port: 'telephony',
        method: 'record',
        command: {
          attemptId,
          recordingId: action.recordingId,
          maxMs: action.maxMs,
          finishOn: action.finishOn,
          at,
        },
      });
      return null;
    case 'stop-record':
      send(context, {
        port: 'telephony',
        method: 'stopRecord',
        command: { attemptId, recordingId: action.recordingId, at },
      });
      return null;
    case 'wait-for-beep':
      send(context, {
        port: 'telephony',
        method: 'waitForBeep',
        command: { attemptId, timeoutMs: action.timeoutMs, at },
      });
      return null;
    case 'set-timer':
      setTimer(context, flowTimer(call, action.timerId), at + action.delayMs);
      return null;
    case 'cancel-timer':
      cancelTimer(context, flowTimer(call, action.timerId));
      return null;
    case 'opt-out':
      learn(context, call, {
        kind: action.scope === 'person' ? 'do-not-call-person' : 'do-not-call',
        at,
        source: 'key-press',
      });
      return null;
    case 'disposition':
      call.disposition = action.code;
      return null;
    case 'variable':
      return null; // The state's variables are copied to the call after each step.
    case 'transfer':
      return { type: 'transfer', skills: action.skills };
    case 'hang-up':
      return { type: 'hang-up' };
    default:
      return assertNever(action, 'flow action');
  }
}

/** In force at once, before anything that follows. */
function learn(context: Context, call: Call, fact: LearnedFact): void {
  call.learned.push(fact);
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'journal',
    method: 'learn',
    command: { campaignId, attemptId: call.attemptId, fact, at: context.now },
  });
}
