/** Which agents are free, and who of them gets a call. Changes nothing. */
import type { Context } from '../context.js';
import { mayOverdial } from '../modes.js';
import type { Lead } from '../supply/lead.js';
import type { Agent } from './agent.js';

/** Whether this agent could take a live answer at this instant. */
export function isConnectable(context: Context, agent: Agent): boolean {
  const listening = agent.legUp || !needsLegFirst(context);
  return (
    (agent.state === 'ready' || agent.state === 'pausing') &&
    agent.attemptId === null &&
    agent.preview === null &&
    agent.awaitingLeg === null &&
    listening
  );
}

/**
 * Whether an agent's leg must be up before a call is placed: in power and predictive mode, and with
 * persistent legs in every mode.
 */
export function needsLegFirst(context: Context): boolean {
  return context.state.settings.persistentLegs || mayOverdial(context.state.settings.mode);
}

/** Whether this agent could take part in another agent's conversation at this instant. */
export function canJoin(context: Context, agent: Agent): boolean {
  return agent.manualRequest === null && isConnectable(context, agent);
}

/** Agents who may get a new call: they are ready, and their leg is up where the mode needs it. */
export function freeAgents(context: Context): Agent[] {
  const free: Agent[] = [];
  for (const agentId of context.state.idle) {
    const agent = context.state.agents.get(agentId);
    if (agent && agent.work !== 'inbound' && canJoin(context, agent)) free.push(agent);
  }
  return free;
}

/** Whether the agent may talk to this lead. */
export function suits(agent: Agent, lead: Lead): boolean {
  if (lead.callback?.agentId !== undefined && lead.callback.agentId !== agent.agentId) return false;
  return lead.skills.every((skill) => agent.skills.includes(skill));
}

/**
 * Chooses the agent who gets a customer from another agent: idle longest, with the skills.
 * `except`: the agent who gave the customer away. Undefined when no agent qualifies.
 */
export function chooseBySkills(
  context: Context,
  skills: readonly string[],
  except: string | null,
): Agent | undefined {
  const { agents, idle, pausing } = context.state;
  for (const list of [idle, pausing]) {
    for (const agentId of list) {
      const agent = agents.get(agentId);
      if (!agent || agentId === except || !canJoin(context, agent)) continue;
      if (skills.every((skill) => agent.skills.includes(skill))) return agent;
    }
  }
  return undefined;
}

/** Whether the agent could take a live answer of this lead at this instant. */
export function canTake(context: Context, agent: Agent, lead: Lead, skills: readonly string[] = []): boolean {
  return (
    agent.work !== 'inbound' &&
    isConnectable(context, agent) &&
    suits(agent, lead) &&
    skills.every((skill) => agent.skills.includes(skill))
  );
}

/**
 * Chooses the agent for a live answer. The lead's owner comes first when free, then the agent who has been
 * idle longest and has the skills. Null when no agent qualifies.
 */
export function chooseAgent(context: Context, lead: Lead, skills: readonly string[] = []): Agent | null {
  const { agents, idle, pausing } = context.state;
  const can = (agent: Agent | undefined): agent is Agent =>
    agent !== undefined && canTake(context, agent, lead, skills);
  const owner = lead.ownerAgentId === undefined ? undefined : agents.get(lead.ownerAgentId);
  if (can(owner)) return owner;
  for (const list of [idle, pausing]) {
    for (const agentId of list) {
      const agent = agents.get(agentId);
      if (can(agent)) return agent;
    }
  }
  return null;
}
