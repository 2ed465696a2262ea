/**
 * Connects a live answer with an agent by its deadline, or plays the abandonment message. Runs the call
 * flows.
 */
import { defined } from '../../defined.js';
import { invariant } from '../../invariant.js';
import { agentOf, releaseAgent, removeAgent, reserve, setAgentState } from '../agents/agents.js';
import type { Agent } from '../agents/agent.js';
import { canTake, chooseAgent } from '../agents/choose-agent.js';
import type { Call } from '../call/call.js';
import { moveTo } from '../call/calls.js';
import { cancelTimer, type Context, emit, send, setTimer } from '../context.js';
import { beginConversation } from '../conversation/begin.js';
import { orderHangUp } from '../ending/hang-up.js';
import { callerServed } from '../inbound/counting.js';
import { enterQueue } from '../inbound/queue.js';
import { callerNotTaken } from '../inbound/serving.js';
import type { CallFact } from '../facts.js';
import { countAbandoned } from './abandoning.js';
import { beginFlow, driveFlow, endFlow, flowInputOf, type FlowRequest } from './flows.js';

/** The message must have started by the deadline. The order is sent this much earlier. */
const MESSAGE_LEAD_MS = 100;

/**
 * A connection in progress at the deadline may still finish within this time. The call counts as abandoned
 * even then.
 */
const LATE_CONNECT_MS = 1_000;

/**
 * Connects the call with its reserved agent or a free one. Without either, the call waits until its deadline.
 */
export function offerToAgent(context: Context, call: Call): void {
  const agent = agentOf(context, call) ?? takerOf(context, call);
  if (agent) {
    connect(context, call, agent.agentId);
    return;
  }
  const deadline = (call.deadlineAt ?? context.now) - MESSAGE_LEAD_MS;
  if (deadline <= context.now) deadlinePassed(context, call);
  else setTimer(context, { kind: 'deadline', attemptId: call.attemptId }, deadline);
}

/** Who takes the call: where campaigns share agents, one of the floor's; else one of the campaign's own. */
function takerOf(context: Context, call: Call): Agent | null {
  const { lead, transferSkills } = call;
  const shared = context.pool?.choose({
    at: context.now,
    can: (agent) => canTake(context, agent, lead, transferSkills),
    skills: lead.skills,
    ...defined({ ownerId: lead.ownerAgentId }),
  });
  return shared ?? leastMissed(context, call) ?? chooseAgent(context, lead, transferSkills);
}

/** Where leads ask for skills: the ready agent whom calls for others miss least. */
function leastMissed(context: Context, { lead, transferSkills }: Call): Agent | undefined {
  const { pacer, state } = context;
  if (pacer.chooseAgent === undefined || !state.asksForSkills) return undefined;
  const ready = [...state.idle].flatMap((agentId) => state.agents.get(agentId) ?? []);
  const able = ready.filter((agent) => canTake(context, agent, lead, transferSkills));
  const chosen = pacer.chooseAgent({
    among: able,
    skills: lead.skills,
    ...defined({ ownerId: lead.ownerAgentId }),
  });
  return able.find(({ agentId }) => agentId === chosen);
}

function connect(context: Context, call: Call, agentId: string): void {
  const agent = context.state.agents.get(agentId);
  invariant(agent, `call ${call.attemptId} is to be connected to an agent who is not logged in`);
  reserve(context, agent, call);
  moveTo(context, call, 'connecting');
  send(context, {
    port: 'telephony',
    method: 'connect',
    command: { attemptId: call.attemptId, agentId, at: context.now },
  });
  setTimer(
    context,
    { kind: 'deadline', attemptId: call.attemptId },
    Math.max(call.deadlineAt ?? context.now, context.now) + LATE_CONNECT_MS,
  );
}

/** Gives waiting live answers to the agents who have become free. The longest waiting call comes first. */
export function serveWaiting(context: Context): void {
  const { state } = context;
  if (state.tally.waiting === 0) return;
  if (state.idle.size + state.pausing.size === 0 && context.pool?.hasReady() !== true) return;
  for (const call of state.calls.values()) {
    if (call.stage !== 'waiting') continue;
    const agent = takerOf(context, call);
    if (agent) connect(context, call, agent.agentId);
  }
}

/** Agent and called party hear each other. */
export function connected(context: Context, call: Call, agentId: string): void {
  if (call.stage !== 'connecting' || call.agentId !== agentId) return;
  const agent = agentOf(context, call);
  invariant(agent, `call ${call.attemptId} was connected to an agent who is not reserved for it`);
  cancelTimer(context, { kind: 'deadline', attemptId: call.attemptId });
  if (call.flow) endFlow(context, call);
  moveTo(context, call, 'connected');
  call.connectedAt ??= context.now;
  beginConversation(context, call);
  const { campaignId } = context.state.settings;
  const late = call.deadlineAt !== undefined && context.now > call.deadlineAt;
  if (late && !call.flow) countAbandoned(context, call);
  else if (call.countsForPacer)
    context.pacer.observe({ type: 'connected', callId: call.attemptId, agentId, at: context.now });
  send(context, {
    port: 'journal',
    method: 'mark',
    command: { campaignId, attemptId: call.attemptId, mark: 'connected', agentId, at: context.now },
  });
  setAgentState(context, agent, 'talking');
  const waited = context.now - (call.liveAt ?? call.inbound?.arrivedAt ?? context.now);
  if (call.inbound) callerServed(context, call.inbound, waited);
  else context.statistics.connectTook(waited);
  emit(context, {
    type: 'call.connected',
    attemptId: call.attemptId,
    agentId,
    lead: call.lead,
    phone: call.phone,
    waited,
  });
}

/** The agent's leg did not take the call. The next agent is tried while there is time. */
export function connectFailed(context: Context, call: Call, agentId: string, reason: string): void {
  if (call.stage !== 'connecting' || call.agentId !== agentId) return;
  const agent = agentOf(context, call);
  if (call.inbound) return callerNotTaken(context, call, agent, reason);
  call.agentId = null;
  moveTo(context, call, 'waiting');
  if (agent) {
    agent.attemptId = null;
    agent.pauseCode = 'leg-failed';
    if (agent.next === 'offline') removeAgent(context, agent);
    else setAgentState(context, agent, 'paused', reason);
  }
  // After the deadline no other agent is tried: the called party has heard silence for long enough.
  if (call.deadlineAt !== undefined && context.now >= call.deadlineAt) deadlinePassed(context, call);
  else offerToAgent(context, call);
}

/** The deadline timer of a live answer fired. */
export function deadlinePassed(context: Context, call: Call): void {
  if (call.stage === 'waiting') {
    if (call.flow) transferFailed(context, call);
    else abandon(context, call);
  } else if (call.stage === 'connecting') {
    // Telephony did not answer the order to connect, so the called party hears silence and gets the message.
    // The agent's leg may be broken.
    const { agentId } = call;
    if (agentId !== null) connectFailed(context, call, agentId, 'no answer to the order to connect');
  }
}

/** No agent in time: the message starts now, and the call counts as abandoned. */
function abandon(context: Context, call: Call): void {
  cancelTimer(context, { kind: 'deadline', attemptId: call.attemptId });
  countAbandoned(context, call);
  releaseAgent(context, call.agentId, call.attemptId);
  call.agentId = null;
  carryOutRequests(
    context,
    call,
    beginFlow(context, call, 'abandonment', context.state.settings.abandonmentFlow),
  );
}

/** After a restart: an answered call without an agent hears the message and counts as abandoned. */
export function abandonAdopted(context: Context, call: Call): void {
  call.liveAt ??= context.now;
  abandon(context, call);
}

/** Telephony's facts about a call in a flow. */
export function flowFact(context: Context, call: Call, fact: CallFact): void {
  const input = call.stage === 'in-flow' ? flowInputOf(fact) : null;
  if (input) carryOutRequests(context, call, driveFlow(context, call, input));
}

/** Handles a timer of the flow. */
export function flowTimer(context: Context, call: Call, timerId: string): void {
  if (call.stage === 'in-flow')
    carryOutRequests(context, call, driveFlow(context, call, { type: 'timer', timerId }));
}

export function carryOutRequests(context: Context, call: Call, requests: readonly FlowRequest[]): void {
  for (const request of requests) {
    if (request.type === 'hang-up') orderHangUp(context, call);
    else transfer(context, call, request.skills);
  }
}

/**
 * The called party asked for an agent. The connect grace starts again. Without an agent in time the flow
 * continues.
 */
function transfer(context: Context, call: Call, skills: readonly string[]): void {
  if (call.inbound) {
    call.transferSkills = skills;
    enterQueue(context, call);
    return;
  }
  moveTo(context, call, 'waiting');
  call.transferSkills = skills;
  call.deadlineAt = context.now + context.state.settings.connectGraceMs;
  offerToAgent(context, call);
}

function transferFailed(context: Context, call: Call): void {
  moveTo(context, call, 'in-flow');
  carryOutRequests(
    context,
    call,
    driveFlow(context, call, { type: 'transfer-failed', reason: 'no agent in time' }),
  );
}
