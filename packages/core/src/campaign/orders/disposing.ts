/** An agent's disposition of a call, and the compliance gate's answer about a callback. */
import type { Agent } from '../agents/agent.js';
import { callOf } from '../agents/agents.js';
import type { AttemptId } from '../call/attempt.js';
import type { Call } from '../call/call.js';
import { learn } from '../call/learning.js';
import { isDisposable } from '../call/stages.js';
import { type Context, emit, send } from '../context.js';
import { note } from '../conversation/moving.js';
import { finishPart } from '../conversation/finish-part.js';
import { dispositionOf } from '../ending/closing.js';
import type { Disposition } from '../ending/dispositions.js';
import { orderHangUp } from '../ending/hang-up.js';
import { finishWrapUp } from '../ending/wrap-up.js';
import type { AgentActionFact, JournalFact } from '../facts.js';
import { pause } from './pausing.js';
import { rejectAgent } from './reject.js';

type Dispose = Extract<AgentActionFact, { type: 'agent.dispose' }>;

/** Sets the disposition of a call. During a conversation this also hangs up. */
export function dispose(context: Context, agent: Agent, order: Dispose): void {
  const { code } = order;
  const call = callOf(context, agent);
  const disposition = dispositionOf(context, code);
  if (agent.part) return disposePart(context, agent, order, disposition);
  if (!call || !isDisposable(call.stage))
    return rejectAgent(context, order, 'no-call', 'there is no call to dispose');
  if (!disposition) return rejectUnknown(context, order);
  if (call.agentId !== agent.agentId)
    return rejectAgent(context, order, 'not-owner', 'another agent owns the conversation');
  if (disposition.then === 'callback') return askForCallback(context, agent, call, order);
  keepAnswers(call, order);
  pauseAfter(context, agent, order);
  call.disposition = code;
  if (call.stage === 'wrap-up') finishWrapUp(context, call);
  else orderHangUp(context, call);
}

/** What the agent wrote down stands beside what a flow gathered; a name that both have is the agent's. */
function keepAnswers(call: Call, { answers }: Dispose): void {
  if (answers) call.variables = { ...call.variables, ...answers };
}

/** An agent who wants to pause says so with the disposition: the wrap-up ends in the pause. */
function pauseAfter(context: Context, agent: Agent, order: Dispose): void {
  if (order.pause !== undefined) pause(context, agent, order.pause);
}

function rejectUnknown(context: Context, order: Dispose): void {
  const reason = `'${order.code}' is not a disposition of this campaign`;
  rejectAgent(context, order, 'unknown-disposition', reason);
}

/**
 * What an agent says of a conversation that they handed over. A fact of the law, such as a request not to be
 * called, is in force at once. For the rest the last owner's word ends the attempt.
 */
function disposePart(
  context: Context,
  agent: Agent,
  order: Dispose,
  disposition: Disposition | undefined,
): void {
  if (!agent.part) return;
  const { attemptId } = agent.part;
  const { agentId, code } = order;
  if (!disposition) return rejectUnknown(context, order);
  const { sets, then } = disposition;
  if (then === 'callback')
    return rejectAgent(context, order, 'not-owner', 'a callback is for the last owner to agree on');
  // What the law needs is in force whatever becomes of the notes.
  if (sets) learn(context, attemptId, { kind: sets, at: context.now, source: 'agent' });
  const call = context.state.calls.get(attemptId);
  if (call && isLastWord(call, agentId)) call.disposition = code;
  if (call && call.stage !== 'closing') keepAnswers(call, order);
  else if (order.answers)
    rejectAgent(context, order, 'no-call', 'the attempt has ended: its notes cannot be kept any more');
  note(context, attemptId, 'conversation.note', { agentId, code });
  pauseAfter(context, agent, order);
  finishPart(context, agent);
}

/** The customer has no agent any more: no other one will say what became of the call. */
function isLastWord({ conversation, stage, agentId: ownerId, lastOwnerId }: Call, agentId: string): boolean {
  if (stage === 'wrap-up') return ownerId === null && lastOwnerId === agentId;
  const isAlone = conversation?.stage === 'outside' || conversation?.stage === 'in-flow';
  return isAlone && conversation.parts.at(-1)?.agentId === agentId;
}

/**
 * Asks the compliance gate whether the lead may be called back at the time that the agent gives. A refused
 * time leaves the agent in wrap-up, and the pause that they asked for stands.
 */
function askForCallback(context: Context, agent: Agent, call: Call, order: Dispose): void {
  const { code, callback } = order;
  if (!callback) return rejectAgent(context, order, 'callback-time-missing', 'a callback needs its time');
  if (callback.at <= context.now)
    return rejectAgent(context, order, 'callback-time-past', 'a callback lies in the future');
  keepAnswers(call, order);
  pauseAfter(context, agent, order);
  call.callback = callback;
  call.callbackAsked = true;
  call.disposition = code;
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'journal',
    method: 'checkCallback',
    command: {
      campaignId,
      requestId: callbackRequest(call.attemptId),
      attemptId: call.attemptId,
      callback,
      at: context.now,
    },
  });
  if (call.stage === 'connected') orderHangUp(context, call);
}

function callbackRequest(attemptId: AttemptId): string {
  return `callback-${attemptId}`;
}

/** The compliance gate's answer about the time of a callback. */
export function callbackChecked(
  context: Context,
  fact: Extract<JournalFact, { type: 'callback.checked' }>,
): void {
  const call = context.state.calls.get(fact.requestId.slice('callback-'.length));
  if (!call?.callback || call.stage === 'closing') return;
  delete call.callbackAsked;
  // Before the end of the call nothing is finished: the wrap-up that follows finds the answer.
  if (fact.allowed) return finishWrapUp(context, call);
  const { callback, agentId } = call;
  delete call.callback;
  delete call.disposition;
  emit(context, {
    type: 'callback.refused',
    attemptId: call.attemptId,
    agentId: agentId ?? '',
    callback,
    nextAllowedAt: fact.nextAllowedAt,
    refusals: fact.refusals,
  });
}
