/** What happens to a lead, a call and an agent when the agent's leg comes up or goes down. */
import { connectFailed } from '../answering/connecting.js';
import { send, type Context } from '../context.js';
import { legLostInConversation } from '../conversation/losing.js';
import { restateOf, stopWatching } from '../conversation/monitoring.js';
import type { LegEnding, TelephonyFact } from '../facts.js';
import { callerNotTaken, connectCaller } from '../inbound/serving.js';
import { placeForAgent } from '../placing/open-attempt.js';
import { releaseLeads } from '../supply/lead-buffer.js';
import type { Agent } from './agent.js';
import { callOf, releaseAgent, setAgentState, settleAgent } from './agents.js';
import { needsLegFirst } from './choose-agent.js';
import { ringStation } from './ring-station.js';

/** The agent's leg came up. A lead that waited for the leg is dialed. */
export function legUp(context: Context, fact: Extract<TelephonyFact, { type: 'agent.leg-up' }>): void {
  const agent = context.state.agents.get(fact.agentId);
  if (!agent) return;
  agent.legRequestedAt = null;
  agent.legUp = true;
  const waiting = agent.awaitingLeg;
  if (agent.watching) restateOf(context, agent.watching.watchedId);
  const caller = callOf(context, agent);
  if (caller?.stage === 'queued') connectCaller(context, caller, agent.agentId);
  if (!waiting) return;
  agent.awaitingLeg = null;
  placeForAgent(context, agent, waiting.lead, waiting.mode, waiting.humanInitiated);
  if (agent.attemptId === null) settleAgent(context, agent);
}

/** The agent's leg went down, or did not come up. */
export function legDown(context: Context, fact: Extract<TelephonyFact, { type: 'agent.leg-down' }>): void {
  const agent = context.state.agents.get(fact.agentId);
  if (!agent) return;
  agent.legRequestedAt = null;
  agent.legUp = false;
  legLost(context, agent, fact.reason, fact.how ?? 'hung-up');
}

/**
 * The agent's station has begun anew: it is called, in place of what is left of its leg. A customer hears
 * music until the new leg is up. Returns why it was not called.
 */
export function callStationAnew(context: Context, agent: Agent): string | null {
  const hasUse = agent.attemptId !== null || agent.awaitingLeg !== null || agent.watching !== undefined;
  if (!hasUse && !needsLegFirst(context)) {
    // The leg is rung with the next call. What is left of this one is nobody's.
    agent.legUp = false;
    const { agentId } = agent;
    send(context, { port: 'telephony', method: 'hangUpAgent', command: { agentId, at: context.now } });
    return null;
  }
  const refusal = ringStation(context, agent, { anew: true });
  if (refusal !== null) return refusal;
  agent.legUp = false;
  const call = callOf(context, agent);
  const reason = 'the station was called anew';
  if (call?.stage === 'connecting') connectFailed(context, call, agent.agentId, reason);
  if (call?.stage !== 'connected') return null;
  if (agent.next === 'ready') {
    agent.next = 'paused';
    agent.pauseCode = 'leg-down';
  }
  legLostInConversation(context, call, agent, { how: 'lost', reason });
  return null;
}

/**
 * Ends the call of an agent whose leg went down. They get no new call until they set themselves ready again.
 */
function legLost(context: Context, agent: Agent, reason: string, how: LegEnding): void {
  legFailed(context, agent);
  stopWatching(context, agent);
  const call = callOf(context, agent);
  if (agent.next === 'ready') {
    agent.next = 'paused';
    agent.pauseCode = 'leg-down';
  }
  if (!call) {
    if (agent.state === 'ready' || agent.state === 'pausing') {
      if (needsLegFirst(context)) setAgentState(context, agent, 'paused', reason);
      agent.next = 'ready';
    } else if (agent.state === 'paused') agent.next = 'ready';
    return;
  }
  if (call.stage === 'connected') legLostInConversation(context, call, agent, { how, reason });
  else if (call.stage === 'queued') callerNotTaken(context, call, agent, reason);
  else if (call.stage === 'connecting') connectFailed(context, call, agent.agentId, reason);
  else if (call.stage !== 'wrap-up') releaseAgent(context, agent.agentId, call.attemptId);
}

/** The leg that a lead waited for did not come up. The lead returns to the queue unchanged. */
export function legFailed(context: Context, agent: Agent): void {
  const waiting = agent.awaitingLeg;
  if (!waiting) return;
  agent.awaitingLeg = null;
  agent.pauseCode = 'leg-down';
  releaseLeads(context, [waiting.lead], 'agent-not-reached');
  if (agent.next === 'ready') agent.next = 'paused';
  settleAgent(context, agent);
}
