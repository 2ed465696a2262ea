/**
 * An agent gives the customer to a call flow: a payment line, a survey, a menu. The flow runs in the
 * conversation, of which no agent is a part, until it hangs up or asks for an agent.
 */
import { flowVoices } from '../../ivr/index.js';
import { driveFlow, flowInputOf, runFlow, type FlowRequest } from '../answering/flows.js';
import type { Call } from '../call/call.js';
import { emit, send, type Context } from '../context.js';
import { orderHangUp } from '../ending/hang-up.js';
import type { CallFact } from '../facts.js';
import type { OrderRejection } from '../orders/rejections.js';
import { restate } from './arranging.js';
import type { Conversation } from './conversation.js';
import { flowOver } from './flow-over.js';
import { moveConversation, note } from './moving.js';
import type { ConversationTarget } from './order-facts.js';
import { canTakeBack } from './owners.js';
import { pauseForFlow } from './recording.js';
import { beginSeek, endSeek, newSeek, nobodyCame, RETURN_MOST_MS } from './seeking.js';
import { conversationSettings, type GivenFlow } from './settings.js';

/** A target that is a call flow. */
export type FlowTarget = Extract<ConversationTarget, { readonly kind: 'flow' }>;

/** The flow that is meant, or why the customer must not be given to it. */
export function flowOf(context: Context, call: Call, target: FlowTarget): GivenFlow | OrderRejection {
  const flows = conversationSettings(context.state.settings).flows ?? [];
  const given = flows.find(({ name }) => name === target.name);
  if (!given) {
    const known =
      flows.length === 0 ? 'there is none' : `there are ${flows.map(({ name }) => name).join(', ')}`;
    return refused(`no flow for transfers has the name '${target.name}': ${known}`);
  }
  return isBarred(call, given, target.asked === true) ? refused(ASK_THEM) : given;
}

const ASK_THEM =
  'the law lets no recorded or artificial voice speak to this person unasked: ask whether they want it, ' +
  'and say so with the order; where the flow sells, their word in a call is not enough';

/**
 * Whether the law bars the flow for this person. It was asked for each of the flow's voices before the call.
 * Who called, or asks for the flow, is not solicited by its voice; a flow that sells needs the law's yes.
 */
function isBarred(call: Call, { flow }: GivenFlow, asked: boolean): boolean {
  if (call.inbound || (asked && flow.telemarketing !== true)) return false;
  const { clearedVoices = [] } = call;
  return flowVoices(flow).some((voice) => !clearedVoices.includes(voice));
}

function refused(reason: string): OrderRejection {
  return { code: 'flow-not-permitted', reason };
}

/** The customer hears music, and no agent takes part: the flow begins. */
export function beginGivenFlow(
  context: Context,
  call: Call,
  conversation: Conversation,
  { name, asked }: { readonly name: string; readonly asked: boolean },
): void {
  const flows = conversationSettings(context.state.settings).flows ?? [];
  const given = flows.find((known) => known.name === name);
  const fromAgentId = conversation.parts.at(-1)?.agentId ?? null;
  const { attemptId } = call;
  conversation.inFlow = { name, fromAgentId, since: context.now, isHeard: false };
  context.statistics.transfers.flow += 1;
  note(context, attemptId, 'conversation.flow', { flow: name, what: 'given', agentId: fromAgentId, asked });
  emit(context, { type: 'conversation.given-flow', attemptId, fromAgentId, flow: name, asked });
  // The settings may have changed since the order.
  if (!given) return startFailed(context, call, conversation, `the flow '${name}' is gone`);
  markFlow(context, call, name);
  if (!given.recorded) pauseForFlow(context, call, conversation);
  follow(context, call, conversation, runFlow(context, call, 'given', given.flow));
}

/** After a restart the flow begins anew: what the customer had answered of it is not known. */
export function resumeGivenFlow(
  context: Context,
  call: Call,
  conversation: Conversation,
  name: string,
): void {
  const flows = conversationSettings(context.state.settings).flows ?? [];
  const given = flows.find((known) => known.name === name);
  if (!given) return;
  const fromAgentId = conversation.parts.at(-1)?.agentId ?? null;
  conversation.inFlow = { name, fromAgentId, since: context.now, isHeard: false };
  restate(context, call, conversation);
  follow(context, call, conversation, runFlow(context, call, 'given', given.flow));
}

/** After a crash the journal knows that the customer was in a flow, and in which. */
function markFlow(context: Context, { attemptId }: Call, flow: string): void {
  const { campaignId } = context.state.settings;
  const command = { campaignId, attemptId, mark: 'flow', flow, at: context.now } as const;
  send(context, { port: 'journal', method: 'mark', command });
}

/** Telephony's fact about a call in a given flow, which goes on by it, or could not play its first audio. */
export function givenFlowFact(context: Context, call: Call, fact: CallFact): void {
  const { conversation } = call;
  const input = flowInputOf(fact);
  if (conversation?.stage !== 'in-flow' || !conversation.inFlow || !input) return;
  if (input.type === 'played' && !input.completed && !conversation.inFlow.isHeard)
    return startFailed(context, call, conversation, 'the audio of the flow could not be played');
  conversation.inFlow.isHeard = true;
  follow(context, call, conversation, driveFlow(context, call, input));
}

/** Handles a timer of a given flow. */
export function givenFlowTimer(context: Context, call: Call, timerId: string): void {
  const { conversation } = call;
  if (conversation?.stage === 'in-flow')
    follow(context, call, conversation, driveFlow(context, call, { type: 'timer', timerId }));
}

/** What the flow asks of the campaign. */
function follow(
  context: Context,
  call: Call,
  conversation: Conversation,
  requests: readonly FlowRequest[],
): void {
  for (const request of requests) {
    if (request.type === 'hang-up') orderHangUp(context, call);
    else seekForFlow(context, call, conversation, request.skills);
  }
}

/** The flow cannot begin: back to the agent who gave it, else the abandonment flow. */
function startFailed(context: Context, call: Call, conversation: Conversation, failure: string): void {
  const { fromAgentId = null } = conversation.inFlow ?? {};
  const former = fromAgentId === null ? undefined : context.state.agents.get(fromAgentId);
  const returning = former !== undefined && canTakeBack(former);
  flowOver(context, call, conversation, 'not-started');
  const { attemptId } = call;
  const order = 'agent.transfer';
  if (fromAgentId !== null)
    emit(context, {
      type: 'conversation.order-failed',
      attemptId,
      order,
      agentId: fromAgentId,
      reason: failure,
    });
  moveConversation(context, call, conversation, 'seeking');
  restate(context, call, conversation);
  const deadlineAt = context.now + (returning ? RETURN_MOST_MS : 0);
  const target = { skills: [] };
  const seek = newSeek({ why: 'transfer', target, fromAgentId, deadlineAt, failure });
  if (returning) nobodyCame(context, call, conversation, seek, 'returned');
  beginSeek(context, call, conversation, { ...seek, returning: true });
}

/** The flow asks for an agent: the customer hears music, and goes on in the flow when nobody comes. */
function seekForFlow(
  context: Context,
  call: Call,
  conversation: Conversation,
  skills: readonly string[],
): void {
  const { transferGraceMs } = conversationSettings(context.state.settings);
  context.statistics.transfers.asked += 1;
  call.transferSkills = skills;
  moveConversation(context, call, conversation, 'seeking');
  restate(context, call, conversation);
  const target = { skills: [...call.lead.skills, ...skills] };
  const deadlineAt = context.now + transferGraceMs;
  beginSeek(context, call, conversation, newSeek({ why: 'flow', target, fromAgentId: null, deadlineAt }));
}

/** Nobody came in time: the flow goes on. */
export function backToFlow(context: Context, call: Call, conversation: Conversation): void {
  endSeek(context, call, conversation);
  moveConversation(context, call, conversation, 'in-flow');
  const input = { type: 'transfer-failed', reason: 'no agent in time' } as const;
  follow(context, call, conversation, driveFlow(context, call, input));
}
