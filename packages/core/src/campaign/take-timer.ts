/** What each kind of timer does when it fires. */
import type { Agent } from './agents/agent.js';
import { ringMissingLegs } from './agents/agents.js';
import { legFailed } from './agents/legs.js';
import { detected } from './answering/answering.js';
import { deadlinePassed, flowTimer } from './answering/connecting.js';
import type { Call } from './call/call.js';
import { emit, send, setTimer, type Context } from './context.js';
import { backToFlow, givenFlowTimer } from './conversation/giving-flow.js';
import { leavePark } from './conversation/orders.js';
import { outsideLimit } from './conversation/outside-facts.js';
import { finishPart } from './conversation/finish-part.js';
import { arrangementTimer } from './conversation/plans.js';
import { seekTimer } from './conversation/seeking.js';
import { correctTargetForMachines } from './ending/ending.js';
import { probeLongCalls } from './ending/lost-calls.js';
import { finishWrapUp } from './ending/wrap-up.js';
import { queueTimer } from './inbound/waiting.js';
import { manualTimer } from './orders/manual-calls.js';
import { expired } from './placing/not-opened.js';
import { previewTimer } from './placing/preview.js';
import { ownHoursNow } from './placing/own-hours.js';
import { askReconciliation, recover } from './recovery/recovery.js';
import { decodeTimer, type Timer, type TimerKind, type TimerOf } from './timers.js';
import { onlyNumbers } from './supply/lead-buffer.js';

type Handler<One extends Timer> = (context: Context, timer: One) => void;
type TimerHandlers = { readonly [Kind in TimerKind]: Handler<TimerOf<Kind>> };

const HANDLERS: TimerHandlers = {
  tick,
  recover: (context) => {
    if (context.state.recovering) recover(context);
  },
  reconcile: askReconciliation,
  preview: ofAgent(previewTimer),
  manual: ofAgent(manualTimer),
  'agent-leg': ofAgent(legFailed),
  part: ofAgent(finishPart),
  deadline: ofCall(deadlinePassed),
  expiry: ofCall(expired),
  detection: ofCall((context, call) => detected(context, call, 'unsure')),
  'wrap-up': ofCall(finishWrapUp),
  close: ofCall(expired),
  queue: ofCall(queueTimer),
  conversation: ofCall(conversationTimer),
  arrangement: ofCall(arrangementTimer),
  flow: (context, { attemptId, flowTimerId }) => {
    const call = context.state.calls.get(attemptId);
    if (call?.conversation) givenFlowTimer(context, call, flowTimerId);
    else if (call) flowTimer(context, call, flowTimerId);
  },
};

/**
 * Handles a timer that fired. A timer of a call or agent who is gone does nothing. An unknown id is reported.
 */
export function takeTimer(context: Context, timerId: string): void {
  const timer = decodeTimer(timerId);
  if (timer === null) {
    emit(context, { type: 'fault', what: 'a timer of unknown kind', detail: timerId });
    return;
  }
  context.cause = `timer ${timer.kind}`;
  // The record gives each kind the handler of its own timer. TypeScript cannot derive this from an index.
  (HANDLERS[timer.kind] as Handler<Timer>)(context, timer);
}

function ofAgent(
  handle: (context: Context, agent: Agent) => void,
): Handler<{ readonly agentId: string } & Timer> {
  return (context, { agentId }) => {
    const agent = context.state.agents.get(agentId);
    if (agent) handle(context, agent);
  };
}

function ofCall(
  handle: (context: Context, call: Call) => void,
): Handler<{ readonly attemptId: string } & Timer> {
  return (context, { attemptId }) => {
    const call = context.state.calls.get(attemptId);
    if (call) handle(context, call);
  };
}

/** The limit of a search, of parking, or of a talk with a third party. */
function conversationTimer(context: Context, call: Call): void {
  const { conversation } = call;
  if (!conversation) return;
  if (conversation.stage === 'outside') return outsideLimit(context, call, conversation);
  if (conversation.stage !== 'parked') {
    if (seekTimer(context, call, conversation)) backToFlow(context, call, conversation);
    return;
  }
  const agentId = conversation.parts.at(-1)?.agentId ?? null;
  leavePark(context, call, conversation, { why: 'park-over', agentId });
}

const TICK_MS = 1_000;
const SURVEY_MS = 10_000;

/** With nobody to call and nobody who calls, a campaign outside its own hours needs few ticks. */
const OFF_SCHEDULE_TICK_MS = 60_000;

function nextTick(context: Context): number {
  const { state, now } = context;
  const { inbound } = state.settings;
  const { open, changesAt } = ownHoursNow(context);
  if (open || inbound || state.calls.size > 0 || state.run !== 'running') return now + TICK_MS;
  return Math.max(now + 1, Math.min(changesAt ?? Infinity, now + OFF_SCHEDULE_TICK_MS));
}

/** The regular work of a campaign that no fact would start. */
function tick(context: Context): void {
  const { state } = context;
  if (state.run !== 'stopped') setTimer(context, { kind: 'tick' }, nextTick(context));
  probeLongCalls(context);
  correctTargetForMachines(context);
  ringMissingLegs(context);
  if (context.now - state.surveyedAt < SURVEY_MS || state.run !== 'running') return;

  state.surveyedAt = context.now;
  const { campaignId } = state.settings;
  const asked = { agentIds: [...state.agents.keys()], ...onlyNumbers(state.settings) };
  send(context, { port: 'leads', method: 'survey', command: { campaignId, at: context.now, ...asked } });
}
