/** An agent of one campaign takes a call of another: out of the one, into the other, with their leg. */
import { emit, type Context } from '../context.js';
import type { Agent } from './agent.js';
import { reportAgentState, updateFreeLists } from './agents.js';
import { canJoin } from './choose-agent.js';

/** Ready agents whom another campaign may have for a call. */
export function lendableAgents(context: Context): Agent[] {
  const ready: Agent[] = [];
  for (const agentId of context.state.idle) {
    const agent = context.state.agents.get(agentId);
    if (agent && agent.work !== 'inbound' && !agent.watching && canJoin(context, agent)) ready.push(agent);
  }
  return ready;
}

/**
 * The agent leaves this campaign for another. Neither their leg nor the pacer, which both campaigns share,
 * is told.
 */
export function handOver(context: Context, agent: Agent, to: string): Agent {
  const { state, statistics, now } = context;
  statistics.agentTime(agent.state, Math.max(0, now - agent.since));
  state.agents.delete(agent.agentId);
  state.idle.delete(agent.agentId);
  state.pausing.delete(agent.agentId);
  emit(context, {
    type: 'agent.state',
    agentId: agent.agentId,
    state: 'offline',
    since: now,
    reason: `works for ${to}`,
  });
  return { ...agent, since: now };
}

/** The agent comes from another campaign, in the state in which they were there. */
export function takeIn(context: Context, agent: Agent): void {
  context.state.agents.set(agent.agentId, agent);
  updateFreeLists(context, agent);
  reportAgentState(context, agent);
}
