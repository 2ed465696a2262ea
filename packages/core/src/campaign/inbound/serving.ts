/** Agents who are free take callers, the longest wait first, ahead of every new call. */
import type { Agent } from '../agents/agent.js';
import { bookAgent, removeAgent, setAgentState } from '../agents/agents.js';
import { canJoin, freeAgents, suits } from '../agents/choose-agent.js';
import { ringStation } from '../agents/ring-station.js';
import type { Call } from '../call/call.js';
import { moveTo } from '../call/calls.js';
import { cancelTimer, send, setTimer, type Context } from '../context.js';
import { defined } from '../../defined.js';
import { dialReserved } from '../placing/due-calls.js';
import { backToMusic, enterQueue } from './queue.js';
import type { KeptPlace } from './inbound-call.js';

/** Telephony answers an order to connect a caller by then. */
const CONNECT_MOST_MS = 5_000;
/** A place whose lead has not come from the queue is given up after this long. */
const PLACE_MOST_MS = 24 * 3_600_000;

/** Gives callers, and those who keep a place, the agents who are free. */
export function serveCallers(context: Context): void {
  const { state } = context;
  if (state.tally.queued === 0 && state.places.length === 0) return;
  state.places = state.places.filter(({ since }) => context.now - since < PLACE_MOST_MS);
  if (state.idle.size === 0 && context.pool?.hasReady() !== true) return;
  for (const waiting of inOrder(context)) {
    if ('attemptId' in waiting) serve(context, waiting);
    else callBack(context, waiting);
  }
}

/** Everyone who waits, the longest wait first. */
function inOrder({ state, now }: Context): readonly (Call | KeptPlace)[] {
  const waiting: { readonly since: number; readonly who: Call | KeptPlace }[] = state.places.map((place) => ({
    since: place.since,
    who: place,
  }));
  for (const call of state.calls.values()) {
    const { inbound, stage, agentId } = call;
    if (stage !== 'queued' || agentId !== null || !inbound || inbound.settlesUntil > now) continue;
    waiting.push({ since: inbound.arrivedAt, who: call });
  }
  return waiting.sort((one, other) => one.since - other.since).map(({ who }) => who);
}

function serve(context: Context, call: Call): void {
  const agent = agentForCaller(context, call);
  if (!agent) return;
  bookAgent(context, agent, call);
  call.agentId = agent.agentId;
  if (agent.legUp) connectCaller(context, call, agent.agentId);
  else if (agent.legRequestedAt === null) {
    const refusal = ringStation(context, agent);
    if (refusal !== null) agentFailed(context, call, agent, refusal);
  }
}

/**
 * The lead's own agent where they are free, else the one who has been idle longest and has the skills; where
 * campaigns share agents, else one of another campaign.
 */
function agentForCaller(context: Context, call: Call): Agent | undefined {
  const { agents, idle, settings } = context.state;
  const skills = [...(settings.inbound?.skills ?? []), ...call.lead.skills, ...call.transferSkills];
  const can = (agent: Agent | undefined): agent is Agent =>
    agent !== undefined &&
    agent.work !== 'outbound' &&
    canJoin(context, agent) &&
    skills.every((skill) => agent.skills.includes(skill));
  const { ownerAgentId } = call.lead;
  const owner = ownerAgentId === undefined ? undefined : agents.get(ownerAgentId);
  if (owner?.state === 'ready' && can(owner)) return owner;
  for (const agentId of idle) {
    const agent = agents.get(agentId);
    if (can(agent)) return agent;
  }
  return context.pool?.choose({ at: context.now, skills, can, ...defined({ ownerId: ownerAgentId }) });
}

/** Joins a caller with the agent who is reserved for them, and whose leg is up. */
export function connectCaller(context: Context, call: Call, agentId: string): void {
  const { attemptId } = call;
  if (call.stage !== 'queued') return;
  cancelTimer(context, { kind: 'queue', attemptId });
  moveTo(context, call, 'connecting');
  send(context, { port: 'telephony', method: 'connect', command: { attemptId, agentId, at: context.now } });
  setTimer(context, { kind: 'deadline', attemptId }, context.now + CONNECT_MOST_MS);
}

/** The agent did not take the caller: they wait for the next, at their place. */
export function callerNotTaken(context: Context, call: Call, agent: Agent | null, reason: string): void {
  cancelTimer(context, { kind: 'deadline', attemptId: call.attemptId });
  if (call.stage === 'connecting') {
    enterQueue(context, call);
    // They may be together all the same: then the report was lost.
    if (call.inbound) backToMusic(context, call, call.inbound);
  } else call.agentId = null;
  if (agent) agentFailed(context, call, agent, reason);
}

function agentFailed(context: Context, call: Call, agent: Agent, reason: string): void {
  call.agentId = null;
  if (agent.attemptId === call.attemptId) agent.attemptId = null;
  agent.pauseCode = 'leg-failed';
  if (agent.next === 'offline') removeAgent(context, agent);
  else setAgentState(context, agent, 'paused', reason);
}

/** Dials somebody who keeps a place, once their lead is claimed and an agent is free. */
function callBack(context: Context, place: KeptPlace): void {
  const { state } = context;
  const lead = state.reservedAgentBuffer.find(({ lead: { leadId } }) => leadId === place.leadId)?.lead;
  if (!lead) return;
  const agent = freeAgents(context).find((free) => suits(free, lead));
  if (!agent) return;
  dialReserved(context, agent, lead);
}
