import { moveTo } from './call/calls.js';
import { isOver, isUnanswered } from './call/stages.js';
import { closeAttempt, sendClose } from './closing.js';
import { agentOf, releaseAgent, setAgentState } from './desk.js';
import { endFlow } from './flows.js';
import { outcomeOfUnanswered, OUTCOMES, type HangupCause, type Outcome } from './outcomes.js';
import { countAbandoned, orderHangUp } from './routing.js';
import { targetOf } from './settings.js';
import { send, setTimer, type Call, type Context } from './state.js';

/** A call's channel is gone, by whosever hand: the slot is free, the outcome is read, the agent wraps up. */
export function callEnded(context: Context, call: Call, cause: HangupCause): void {
  if (call.stage === 'opening' || isOver(call.stage)) return;
  call.cause = cause;
  call.endedAt = context.now;
  if (call.flow) endFlow(context, call);
  if (call.connectedAt !== undefined) {
    startWrapUp(context, call);
    return;
  }
  const outcome =
    call.answeredAt === undefined ? unanswered(context, call, cause) : answeredOutcome(context, call);
  releaseAgent(context, call.agentId, call.attemptId);
  closeAttempt(context, call, outcome);
}

/** Nobody picked up: by the one table. */
function unanswered(context: Context, call: Call, cause: HangupCause): Outcome {
  const outcome = outcomeOfUnanswered(cause, call.ringingAt !== undefined);
  const forPacer = OUTCOMES[outcome].pacer;
  if (call.paced && forPacer !== null)
    context.pacer.observe({ type: 'ended', callId: call.attemptId, outcome: forPacer, at: context.now });
  context.statistics.resolved += 1;
  return outcome;
}

/** Somebody or something picked up, and no agent ever had the call. */
function answeredOutcome(context: Context, call: Call): Outcome {
  context.statistics.resolved += 1;
  if (call.liveAt === undefined && call.machineVerdict !== 'machine') hungUpDuringDetection(context, call);
  // Ended by our own order before anybody or anything spoke: the called party met silence, and that is ours
  // to count.
  if (call.liveAt !== undefined && call.hangUp !== null && call.flow === null) countAbandoned(context, call);
  if (call.abandoned) return 'abandoned';
  if (call.liveAt === undefined)
    return call.flow?.kind === 'voicemail' && call.flow.heard ? 'voicemail' : 'machine';
  if (call.flow?.kind === 'agentless') return agentlessOutcome(context, call);
  return reneged(context, call);
}

/**
 * The called party left before machine detection had spoken: a person by all doubt, abandoned if that took
 * longer than the grace.
 */
function hungUpDuringDetection(context: Context, call: Call): void {
  call.liveAt = call.answeredAt ?? context.now;
  context.statistics.liveAnswers += 1;
  context.governor.liveAnswer(context.now);
  if (call.paced) context.pacer.observe({ type: 'answered', callId: call.attemptId, at: context.now });
  if (context.now - call.liveAt > context.state.settings.connectGrace) countAbandoned(context, call);
}

function agentlessOutcome(context: Context, call: Call): Outcome {
  if (call.paced)
    context.pacer.observe({ type: 'ended', callId: call.attemptId, outcome: 'hung-up', at: context.now });
  if (call.flow?.heard || call.learned.length > 0) return 'message-delivered';
  context.statistics.reneged += 1;
  return 'reneged';
}

function reneged(context: Context, call: Call): Outcome {
  context.statistics.reneged += 1;
  if (call.paced)
    context.pacer.observe({ type: 'ended', callId: call.attemptId, outcome: 'reneged', at: context.now });
  return 'reneged';
}

/** The conversation is over: the agent says what it was, or the timer does. */
function startWrapUp(context: Context, call: Call): void {
  context.statistics.resolved += 1;
  if (call.paced)
    context.pacer.observe({ type: 'ended', callId: call.attemptId, outcome: 'hung-up', at: context.now });
  moveTo(context, call, 'wrap-up');
  const agent = agentOf(context, call);
  if (!agent) {
    finishWrapUp(context, call);
    return;
  }
  setAgentState(context, agent, 'wrap-up');
  if (call.disposition !== undefined && call.disposition !== 'callback') finishWrapUp(context, call);
  else
    setTimer(
      context,
      { kind: 'wrap-up', attemptId: call.attemptId },
      context.now + context.state.settings.wrapUp.timeout,
    );
}

/** Closes the attempt by its disposition, the wrap-up time-out's when none was given, and frees the agent. */
export function finishWrapUp(context: Context, call: Call): void {
  if (call.stage !== 'wrap-up') return;
  call.disposition ??= context.state.settings.wrapUp.disposition;
  const disposition = context.state.settings.dispositions.find((known) => known.code === call.disposition);
  if (call.sampled) context.governor.sample(disposition?.outcome !== 'machine');
  const outcome: Outcome = disposition?.outcome ?? 'conversation';
  if (outcome === 'machine' || outcome === 'voicemail') noPersonThere(context, call);
  const { agentId } = call;
  closeAttempt(context, call, call.abandoned && outcome === 'reneged' ? 'abandoned' : outcome);
  releaseAgent(context, agentId, call.attemptId);
}

/** The agent heard a machine: the answer comes off the denominator of every abandonment rate. */
function noPersonThere(context: Context, call: Call): void {
  if (call.liveAt === undefined || call.abandoned) return;
  delete call.liveAt;
  context.governor.notLive(context.now);
  context.statistics.liveAnswers -= 1;
  context.statistics.machines += 1;
  context.statistics.machinesToAgents += 1;
}

/**
 * Steers the pacer to the target among people: it counts every answer that reaches an agent, machines too,
 * and with a share of machines its target must be smaller by that share.
 */
export function steerAmongPeople(context: Context): void {
  const { statistics, state } = context;
  const answers = statistics.liveAnswers + statistics.machinesToAgents;
  if (
    statistics.machinesToAgents === 0 ||
    answers < STEER_FROM_ANSWERS ||
    context.now - state.steeredAt < STEER_MS
  )
    return;
  state.steeredAt = context.now;
  context.pacer.configure(
    { abandonment: { target: targetOf(state.settings) * (statistics.liveAnswers / answers) } },
    context.now,
  );
}

const STEER_FROM_ANSWERS = 50;
const STEER_MS = 60_000;

/**
 * No word of the call for longer than it can last: hang up, and when that brings no word either, take the
 * slot back.
 */
export function callExpired(context: Context, call: Call): void {
  if (call.stage === 'closing') {
    sendClose(context, call);
    return;
  }
  if (call.hangUp && call.hangUp.tries >= HANG_UP_TRIES) {
    callEnded(context, call, { q850: 0, by: 'lost' });
    return;
  }
  const silent = isUnanswered(call.stage) || call.stage === 'detecting' || call.stage === 'ending';
  if (call.hangUp || silent) orderHangUp(context, call);
}

/** Orders to hang up before a call counts as gone all the same. */
const HANG_UP_TRIES = 2;
/** Calls that last are asked after this often, ms: their ending may have been lost. */
const PROBE_MS = 30_000;

/** Asks telephony after the calls that have been up for a while. */
export function probeLasting(context: Context): void {
  const { state } = context;
  if (!state.telephonyUp || context.now - state.probedAt < PROBE_MS) return;
  state.probedAt = context.now;
  const lasting = [...state.calls.values()].filter(
    (call) =>
      (call.stage === 'connected' || call.stage === 'in-flow') && context.now - call.openedAt > PROBE_MS,
  );
  if (lasting.length === 0) return;
  send(context, {
    port: 'telephony',
    method: 'probe',
    command: { attemptIds: lasting.map(({ attemptId }) => attemptId), at: context.now },
  });
}
