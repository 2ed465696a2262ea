/** Every change of an agent's state, and of the call that they have. */
import { defined } from '../../defined.js';
import { invariant } from '../../invariant.js';
import type { AgentState } from '../../pacing/index.js';
import type { Call } from '../call/call.js';
import { emit, type Context } from '../context.js';
import type { Agent } from './agent.js';
import { auditAgent } from './audit-agent.js';
import { needsLegFirst } from './choose-agent.js';
import { ringStation } from './ring-station.js';

/** Moves an agent to a state and reports it to the pacer, the statistics and the embedders. */
export function setAgentState(context: Context, agent: Agent, state: AgentState, reason?: string): void {
  if (agent.state === state) return;
  context.statistics.agentTime(agent.state, Math.max(0, context.now - agent.since));
  agent.state = state;
  agent.since = context.now;
  if (state === 'ready') agent.readySince = context.now;
  updateFreeLists(context, agent);
  // The pacer plans for agents who take dialed calls.
  if (agent.work !== 'inbound')
    context.pacer.observe({
      type: 'agent',
      agentId: agent.agentId,
      state,
      at: context.now,
      skills: agent.skills,
    });
  reportAgentState(context, agent, reason);
}

/** Tells embedders the state of an agent, and the code of a pause. */
export function reportAgentState(context: Context, agent: Agent, reason?: string): void {
  const { agentId, state, since, pauseCode } = agent;
  const code = state === 'paused' ? pauseCode : undefined;
  emit(context, { type: 'agent.state', agentId, state, since, ...defined({ code, reason }) });
}

/** Keeps the lists of agents who can get a call. `idle` is in the order in which the agents became ready. */
export function updateFreeLists({ state }: Context, agent: Agent): void {
  state.idle.delete(agent.agentId);
  state.pausing.delete(agent.agentId);
  if (agent.state === 'ready') state.idle.add(agent.agentId);
  if (agent.state === 'pausing') state.pausing.add(agent.agentId);
}

/** Reserves an agent for a call, which is theirs. No other call gets the agent until they are released. */
export function reserve(context: Context, agent: Agent, call: Call): void {
  bookAgent(context, agent, call);
  call.agentId = agent.agentId;
}

/** Reserves an agent for a part in a call's conversation. */
export function bookAgent(context: Context, agent: Agent, call: Call): void {
  invariant(
    agent.attemptId === null || agent.attemptId === call.attemptId,
    `agent ${agent.agentId} is reserved for another call`,
  );
  if (agent.state === 'ready') context.statistics.agentWaited(context.now - agent.readySince);
  if (agent.state === 'pausing') agent.next = agent.next === 'ready' ? 'paused' : agent.next;
  agent.attemptId = call.attemptId;
  setAgentState(context, agent, 'reserved');
}

/** Frees the agent when the call did not reach them or when their wrap-up is done. */
export function releaseAgent(context: Context, agentId: string | null, attemptId: string): void {
  const agent = agentId === null ? undefined : context.state.agents.get(agentId);
  if (!agent || agent.attemptId !== attemptId) return;
  agent.attemptId = null;
  settleAgent(context, agent);
}

/**
 * Gives an agent without a call their next state: ready, or the pause or logout that was asked for during the
 * call.
 */
export function settleAgent(context: Context, agent: Agent): void {
  if (agent.next === 'offline') {
    removeAgent(context, agent);
    return;
  }
  if (agent.next === 'paused') {
    agent.next = 'ready';
    setAgentState(context, agent, 'paused');
    return;
  }
  delete agent.pauseCode;
  setAgentState(context, agent, 'ready');
  if (needsLegFirst(context)) ringLeg(context, agent);
}

/** Logs the agent out of the campaign. */
export function removeAgent(context: Context, agent: Agent): void {
  const { leaveReason } = agent;
  setAgentState(context, agent, 'offline', leaveReason);
  context.state.agents.delete(agent.agentId);
  auditAgent(context, agent.agentId, 'agent.logged-out', defined({ reason: leaveReason }));
  // Always sent: a leg may be up without a report, from before a restart or because the report was lost.
  context.commands.push({
    port: 'telephony',
    method: 'hangUpAgent',
    command: { agentId: agent.agentId, at: context.now },
  });
}

/** A leg is requested again only after this long, so that a dead station does not ring without end. */
const LEG_RETRY_MS = 10_000;

/** Asks telephony for the agent's leg, unless the leg is up or already requested. */
export function ringLeg(context: Context, agent: Agent): void {
  if (agent.legUp || (agent.legRequestedAt !== null && context.now - agent.legRequestedAt < LEG_RETRY_MS))
    return;
  const refusal = ringStation(context, agent);
  if (refusal === null) return;
  agent.pauseCode = 'station-not-permitted';
  setAgentState(context, agent, 'paused', refusal);
}

/**
 * Requests the legs of ready agents again where they should be up. The report that a leg came up, or failed,
 * may have been lost.
 */
export function ringMissingLegs(context: Context): void {
  if (!needsLegFirst(context) || !context.state.telephonyUp) return;
  for (const agent of context.state.agents.values()) if (agent.state === 'ready') ringLeg(context, agent);
}

/** The agent of a call, if they are still logged in and still have the call. */
export function agentOf(context: Context, call: Call): Agent | null {
  const agent = call.agentId === null ? undefined : context.state.agents.get(call.agentId);
  return agent && agent.attemptId === call.attemptId ? agent : null;
}

/** The call that an agent is reserved for or has. */
export function callOf(context: Context, agent: Agent): Call | undefined {
  return agent.attemptId === null ? undefined : context.state.calls.get(agent.attemptId);
}
