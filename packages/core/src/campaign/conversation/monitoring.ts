/** Supervisors who listen to an agent's conversations, whisper, join, or take the conversation over. */
import type { Agent } from '../agents/agent.js';
import { bookAgent, callOf, ringLeg, setAgentState } from '../agents/agents.js';
import type { Context } from '../context.js';
import { rejectAgent } from '../orders/reject.js';
import { dropPlan, propose, restate } from './arranging.js';
import type { ConversationOrderFact } from './order-facts.js';

type Monitor = Extract<ConversationOrderFact, { type: 'supervisor.monitor' }>;
type Stop = Extract<ConversationOrderFact, { type: 'supervisor.stop-monitoring' }>;
type TakeOver = Extract<ConversationOrderFact, { type: 'supervisor.take-over' }>;

/** Begins to listen to an agent, in this conversation and in those that follow, until it is stopped. */
export function monitor(context: Context, supervisor: Agent, order: Monitor): void {
  const { agents, watchers } = context.state;
  const { watchedId, how } = order;
  const watched = agents.get(watchedId);
  if (!watched || watched === supervisor)
    return rejectAgent(context, order, 'agent-not-free', 'the agent who is meant is not logged in');
  if (supervisor.state !== 'paused' || supervisor.attemptId !== null)
    return rejectAgent(context, order, 'agent-state', 'a supervisor is paused while they listen');
  const before = supervisor.watching?.watchedId;
  supervisor.watching = { watchedId, how, since: context.now };
  supervisor.pauseCode = 'monitoring';
  watchers.add(supervisor.agentId);
  ringLeg(context, supervisor);
  if (before !== undefined && before !== watchedId) restateOf(context, before);
  restateOf(context, watchedId);
}

/** Stops listening. */
export function stopMonitoring(context: Context, supervisor: Agent, order: Stop): void {
  if (!supervisor.watching)
    return rejectAgent(context, order, 'agent-state', 'the supervisor listens to nobody');
  stopWatching(context, supervisor);
}

/** Ends what a supervisor listens to: by order, because they become ready, log out, or lose their leg. */
export function stopWatching(context: Context, supervisor: Agent): void {
  const { watching } = supervisor;
  if (!watching) return;
  delete supervisor.watching;
  context.state.watchers.delete(supervisor.agentId);
  restateOf(context, watching.watchedId);
}

/** A supervisor's leg is up, or an agent with a listener has a conversation: the listener is placed. */
export function restateOf(context: Context, watchedId: string): void {
  const watched = context.state.agents.get(watchedId);
  const call = watched && callOf(context, watched);
  const conversation = call?.conversation;
  if (!call || !conversation || call.stage !== 'connected') return;
  const { plan } = conversation;
  if (!plan) return restate(context, call, conversation);
  // What is being carried out is asked for again, with the listeners as they are now.
  dropPlan(context, call, conversation);
  propose(context, call, conversation, plan);
}

/** Places the supervisors who listen to the owner of a conversation that begins. */
export function placeWatchers(context: Context, agentId: string): void {
  const { agents, watchers } = context.state;
  for (const supervisorId of watchers)
    if (agents.get(supervisorId)?.watching?.watchedId === agentId) {
      restateOf(context, agentId);
      return;
    }
}

/** Makes the supervisor the owner of an agent's conversation. */
export function takeOver(context: Context, supervisor: Agent, order: TakeOver): void {
  const watched = context.state.agents.get(order.watchedId);
  const call = watched && callOf(context, watched);
  const conversation = call?.conversation;
  if (!call || !conversation || call.agentId !== order.watchedId)
    return rejectAgent(context, order, 'no-call', 'the agent owns no conversation');
  if (conversation.plan)
    return rejectAgent(context, order, 'conversation-busy', 'the order before it is being carried out');
  const isFree = supervisor.attemptId === null && supervisor.state === 'paused' && supervisor.legUp;
  if (!isFree) return rejectAgent(context, order, 'agent-state', 'the supervisor is not free, or has no leg');
  if (conversation.seek)
    return rejectAgent(context, order, 'conversation-stage', `the conversation is ${conversation.stage}`);

  delete supervisor.watching;
  context.state.watchers.delete(supervisor.agentId);
  supervisor.next = 'paused';
  bookAgent(context, supervisor, call);
  setAgentState(context, supervisor, 'reserved');
  propose(context, call, conversation, {
    next: { stage: 'talking', ownerId: supervisor.agentId, third: null, muted: false },
    order: order.type,
    agentId: supervisor.agentId,
    placedId: supervisor.agentId,
  });
}
