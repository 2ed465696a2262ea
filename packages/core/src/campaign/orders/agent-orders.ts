/** Orders of agents: accepted, or rejected with the reason. */
import { assertNever } from '../../invariant.js';
import type { Agent } from '../agents/agent.js';
import { callOf, removeAgent, ringLeg, setAgentState, settleAgent } from '../agents/agents.js';
import { needsLegFirst } from '../agents/choose-agent.js';
import { auditAgent } from '../agents/audit-agent.js';
import { callStationAnew } from '../agents/legs.js';
import { stationOf, stationRefusal } from '../agents/stations.js';
import type { Context } from '../context.js';
import { isUnanswered } from '../call/stages.js';
import { stopWatching } from '../conversation/monitoring.js';
import { guestHangsUp } from '../conversation/orders.js';
import { finishPart } from '../conversation/finish-part.js';
import { orderHangUp } from '../ending/hang-up.js';
import { finishWrapUp } from '../ending/wrap-up.js';
import type { AgentActionFact } from '../facts.js';
import { workOf } from '../inbound/settings.js';
import { accept, skip } from '../placing/preview.js';
import { joinAdopted } from '../recovery/adopting.js';
import { releaseLeads } from '../supply/lead-buffer.js';
import { dispose } from './disposing.js';
import { manualDial } from './manual-calls.js';
import { telephonyRefusal } from './halting.js';
import { pause } from './pausing.js';
import { rejectAgent } from './reject.js';

/** Carries out an agent's order, or rejects it with the reason. */
export function agentOrder(context: Context, fact: AgentActionFact): void {
  if (fact.type === 'agent.login') {
    logIn(context, fact);
    return;
  }
  const agent = context.state.agents.get(fact.agentId);
  if (!agent) {
    rejectAgent(context, fact, 'agent-not-logged-in', 'this agent is not logged in');
    return;
  }
  carryOut(context, agent, fact);
}

function carryOut(
  context: Context,
  agent: Agent,
  fact: Exclude<AgentActionFact, { type: 'agent.login' }>,
): void {
  switch (fact.type) {
    case 'agent.logout':
      return logOut(context, agent, fact.reason);
    case 'agent.ready':
      return ready(context, agent);
    case 'agent.call-station':
      return callAnew(context, agent, fact);
    case 'agent.pause':
      return pause(context, agent, fact.code);
    case 'agent.accept':
      return agent.preview
        ? accept(context, agent)
        : rejectAgent(context, fact, 'no-lead-on-offer', 'no lead is on offer');
    case 'agent.skip':
      return agent.preview
        ? skip(context, agent, 'skipped')
        : rejectAgent(context, fact, 'no-lead-on-offer', 'no lead is on offer');
    case 'agent.manual-dial':
      return manualDial(context, agent, fact);
    case 'agent.hang-up':
      return hangUp(context, agent, fact);
    case 'agent.dispose':
      return dispose(context, agent, fact);
    default:
      return assertNever(fact, 'agent order');
  }
}

function logIn(context: Context, fact: Extract<AgentActionFact, { type: 'agent.login' }>): void {
  const { state } = context;
  if (state.agents.has(fact.agentId)) {
    rejectAgent(context, fact, 'agent-logged-in-already', 'this agent is logged in already');
    return;
  }
  const gone = telephonyRefusal(context);
  if (gone !== null) return rejectAgent(context, fact, 'campaign-state', gone);
  const station = fact.station ?? stationOf(state.settings, fact.agentId);
  const refusal = stationRefusal(state.settings, station);
  if (refusal !== null) {
    auditAgent(context, fact.agentId, 'agent.station-refused', { station });
    rejectAgent(context, fact, 'station-not-permitted', refusal);
    return;
  }
  const agent: Agent = {
    agentId: fact.agentId,
    skills: fact.skills ?? [],
    station,
    state: 'offline',
    since: context.now,
    readySince: context.now,
    legUp: false,
    legRequestedAt: null,
    attemptId: null,
    preview: null,
    next: 'ready',
    awaitingLeg: null,
    manualRequest: null,
    work: workOf(state.settings.inbound, fact.agentId, fact.work),
    pauseCode: 'login',
  };
  state.agents.set(agent.agentId, agent);
  auditAgent(context, agent.agentId, 'agent.logged-in', { station });
  setAgentState(context, agent, 'paused');
  for (const call of state.calls.values())
    if (call.stage === 'connected' && call.agentId === agent.agentId) joinAdopted(context, call);
  if (needsLegFirst(context)) ringLeg(context, agent);
}

/** The agent leaves: at once, or when their present conversation is over. `reason`: they must. */
export function logOut(context: Context, agent: Agent, reason: string | undefined): void {
  stopWatching(context, agent);
  if (reason !== undefined) expel(context, agent, reason);
  if (agent.preview) skip(context, agent, 'withdrawn');
  if (agent.attemptId !== null || agent.awaitingLeg) agent.next = 'offline';
  else removeAgent(context, agent);
}

/**
 * The agent must leave: they may work elsewhere by now. No conversation begins any more, and no order keeps
 * them. The present conversation ends in its own time.
 */
function expel(context: Context, agent: Agent, reason: string): void {
  agent.leaveReason = reason;
  if (agent.awaitingLeg) {
    releaseLeads(context, [agent.awaitingLeg.lead], 'agent-not-reached');
    agent.awaitingLeg = null;
  }
  const call = callOf(context, agent);
  if (call && isUnanswered(call.stage)) orderHangUp(context, call);
}

function ready(context: Context, agent: Agent): void {
  if (agent.leaveReason === undefined) agent.next = 'ready';
  stopWatching(context, agent);
  if (agent.part) return finishPart(context, agent);
  if (agent.state === 'wrap-up') {
    const call = callOf(context, agent);
    if (call) finishWrapUp(context, call);
    return;
  }
  if (agent.state === 'paused' || agent.state === 'pausing') settleAgent(context, agent);
}

function callAnew(context: Context, agent: Agent, order: AgentActionFact): void {
  const refusal = callStationAnew(context, agent);
  if (refusal !== null) rejectAgent(context, order, 'station-not-permitted', refusal);
}

function hangUp(context: Context, agent: Agent, order: AgentActionFact): void {
  const call = callOf(context, agent);
  if (!call || call.stage === 'wrap-up' || call.stage === 'opening')
    return rejectAgent(context, order, 'no-call', 'there is no call to hang up');
  if (call.conversation && call.agentId !== agent.agentId) return guestHangsUp(context, call, agent);
  orderHangUp(context, call);
}
