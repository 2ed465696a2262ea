/** Who owns a conversation: exactly one agent at a time, each with their time counted apart. */
import { invariant } from '../../invariant.js';
import type { Agent } from '../agents/agent.js';
import { bookAgent, setAgentState, settleAgent } from '../agents/agents.js';
import type { Call } from '../call/call.js';
import { cancelTimer, emit, send, setTimer, type Context } from '../context.js';
import type { Conversation } from './conversation.js';
import type { HandOver } from './events.js';
import { note } from './moving.js';

/** Ends the present owner's part. The agent wraps up unless `lost`: their leg is gone. */
export function endOwnership(
  context: Context,
  call: Call,
  conversation: Conversation,
  how: 'handed-over' | 'lost',
): void {
  const { agentId } = call;
  closePart(context, call, conversation, false);
  call.agentId = null;
  conversation.muted = false;
  const agent = agentId === null ? undefined : context.state.agents.get(agentId);
  if (!agent || agent.attemptId !== call.attemptId) return;
  agent.attemptId = null;
  if (how === 'lost') settleAgent(context, agent);
  else beginPartWrapUp(context, agent, call);
}

/** The agent owns the conversation from now on. They were reserved for it, or are its third party. */
export function beginOwnership(
  context: Context,
  call: Call,
  conversation: Conversation,
  { agentId, how }: { readonly agentId: string; readonly how: HandOver },
): void {
  const agent = context.state.agents.get(agentId);
  invariant(call.agentId === null, `the conversation of ${call.attemptId} has an owner already`);
  invariant(agent?.attemptId === call.attemptId, `agent ${agentId} is not reserved for ${call.attemptId}`);
  const before = conversation.parts.at(-1);
  call.agentId = agentId;
  conversation.parts.push({ agentId, from: context.now, to: null, heldMs: 0 });
  setAgentState(context, agent, 'talking');
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'journal',
    method: 'mark',
    command: { campaignId, attemptId: call.attemptId, mark: 'connected', agentId, at: context.now },
  });
  emit(context, {
    type: 'conversation.handed-over',
    attemptId: call.attemptId,
    fromAgentId: before?.agentId ?? null,
    agentId,
    how,
    waitedMs: context.now - (before?.to ?? context.now),
  });
}

/** Ends the running part and journals its length. The attempt's end has that of an ordinary conversation. */
export function closePart(context: Context, call: Call, conversation: Conversation, isOver: boolean): void {
  const part = conversation.parts.at(-1);
  if (part?.to !== null) return;
  part.to = context.now;
  if (isOver && conversation.parts.length === 1 && conversation.revision === 0) return;
  const { agentId, from, heldMs } = part;
  note(context, call.attemptId, 'conversation.part', { agentId, ownedMs: part.to - from, heldMs });
}

/** Frees an agent who took part without owning the conversation. */
export function releaseGuest(context: Context, call: Call, agentId: string): void {
  const agent = context.state.agents.get(agentId);
  if (!agent || agent.attemptId !== call.attemptId || agentId === call.agentId) return;
  agent.attemptId = null;
  settleAgent(context, agent);
}

/** Whether the agent can be given this conversation now, though they may not be ready for other calls. */
export function canTakeBack(agent: Agent): boolean {
  const { attemptId, preview, awaitingLeg, manualRequest, state } = agent;
  if (attemptId !== null || preview !== null || awaitingLeg !== null || manualRequest !== null) return false;
  const isAway = agent.leaveReason !== undefined || agent.watching !== undefined;
  return agent.legUp && !isAway && state !== 'offline' && state !== 'reserved' && state !== 'talking';
}

/** Reserves an agent for a conversation that they had before. A pause that they were in comes back after. */
export function bookFormerOwner(context: Context, agent: Agent, call: Call): void {
  if (agent.part) endPart(context, agent);
  if (agent.state === 'paused') agent.next = agent.pauseCode === 'leg-down' ? 'ready' : 'paused';
  bookAgent(context, agent, call);
}

function beginPartWrapUp(context: Context, agent: Agent, { attemptId, lead }: Call): void {
  agent.part = { attemptId, leadId: lead.leadId };
  setAgentState(context, agent, 'wrap-up');
  const { timeoutMs } = context.state.settings.wrapUp;
  setTimer(context, { kind: 'part', agentId: agent.agentId }, context.now + timeoutMs);
}

/** The wrap-up of a part is over, or cut short. */
export function endPart(context: Context, agent: Agent): void {
  delete agent.part;
  cancelTimer(context, { kind: 'part', agentId: agent.agentId });
}
