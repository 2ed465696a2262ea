/** A call that an agent asks for. Its lead is claimed first, then the call is placed. */
import type { Agent } from '../agents/agent.js';
import { linesInUse, linesReserved } from '../call/calls.js';
import { type Context, send, setTimer } from '../context.js';
import type { AgentActionFact } from '../facts.js';
import { placeForAgent } from '../placing/open-attempt.js';
import { ownHoursNow } from '../placing/own-hours.js';
import { onlyNumbers, releaseLeads } from '../supply/lead-buffer.js';
import type { Lead } from '../supply/lead.js';
import { rejectAgent } from './reject.js';
import type { OrderRejection } from './rejections.js';

type ManualDial = Extract<AgentActionFact, { type: 'agent.manual-dial' }>;

/** Claims the lead for a manual call: the named one, or the next. */
export function manualDial(context: Context, agent: Agent, order: ManualDial): void {
  const { state } = context;
  const { leadId } = order;
  if (agent.state !== 'ready' && agent.state !== 'paused')
    return rejectAgent(context, order, 'agent-state', `the agent is ${agent.state}`);
  if (agent.manualRequest !== null)
    return rejectAgent(context, order, 'call-asked-for-already', 'a call is asked for already');
  if (state.run !== 'running')
    return rejectAgent(context, order, 'campaign-state', `the campaign is ${state.run}`);
  if (!ownHoursNow(context).open) return rejectAgent(context, order, 'outside-schedule', OUTSIDE_SCHEDULE);
  if (linesInUse(state) + linesReserved(context) >= state.settings.lines)
    return rejectAgent(context, order, 'no-line-free', 'no line is free');
  const requestId = `manual-${state.epoch}-${state.nextRequest}`;
  state.nextRequest += 1;
  agent.manualRequest = requestId;
  setTimer(context, { kind: 'manual', agentId: agent.agentId }, context.now + MANUAL_ANSWER_MOST_MS);
  send(context, {
    port: 'leads',
    method: 'claim',
    command: {
      campaignId: state.settings.campaignId,
      requestId,
      count: 1,
      at: context.now,
      agentIds: [agent.agentId],
      ...(leadId !== undefined ? { leadId } : onlyNumbers(state.settings)),
    },
  });
}

const MANUAL_ANSWER_MOST_MS = 15_000;
const OUTSIDE_SCHEDULE = 'it is outside the own hours of the campaign';

/** Handles the queue's answer to a manual call. Returns false when the answer is for another claim. */
export function manualLeads(
  context: Context,
  fact: { readonly requestId: string; readonly leads: readonly Lead[] },
): boolean {
  if (!fact.requestId.startsWith('manual-')) return false;
  const agent = [...context.state.agents.values()].find((known) => known.manualRequest === fact.requestId);
  const [lead, ...rest] = fact.leads;
  const obstacle = agent ? obstacleTo(context, agent) : null;
  if (!agent || obstacle !== null) {
    if (agent) agent.manualRequest = null;
    releaseLeads(context, fact.leads, 'not-wanted');
    if (agent && obstacle) rejectAgent(context, orderOf(agent), obstacle.code, obstacle.reason);
    return true;
  }
  agent.manualRequest = null;
  releaseLeads(context, rest, 'not-wanted');
  if (lead && agent.state === 'paused') agent.next = 'paused';
  if (!lead) rejectAgent(context, orderOf(agent), 'lead-not-dialable', 'no such lead is dialable now');
  else placeForAgent(context, agent, lead, 'manual', true);
  return true;
}

/** What came in between the agent's order and the queue's answer. */
function obstacleTo(context: Context, agent: Agent): OrderRejection | null {
  const { state } = context;
  if (state.run !== 'running') return { code: 'campaign-state', reason: `the campaign is ${state.run}` };
  if (!ownHoursNow(context).open) return { code: 'outside-schedule', reason: OUTSIDE_SCHEDULE };
  if (!state.telephonyUp) return { code: 'telephony-down', reason: 'telephony is not connected' };
  return agent.attemptId === null
    ? null
    : { code: 'agent-state', reason: 'the agent has another call by now' };
}

/** The order that a late answer belongs to. */
function orderOf({ agentId }: Agent): { readonly type: 'agent.manual-dial'; readonly agentId: string } {
  return { type: 'agent.manual-dial', agentId };
}

/** The queue did not answer a manual call in time. */
export function manualTimer(context: Context, agent: Agent): void {
  if (agent.manualRequest === null) return;
  agent.manualRequest = null;
  rejectAgent(context, orderOf(agent), 'lead-queue-silent', 'the lead queue did not answer');
}
