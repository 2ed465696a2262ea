import { assertNever } from '../invariant.js';
import type { AttemptId } from './attempt.js';
import { linesInUse, linesPromised } from './call/calls.js';
import { isDisposable } from './call/stages.js';
import { dispositionOf } from './closing.js';
import { leave, needsLegFirst, releaseAgent, ringLeg, setAgentState, settleAgent } from './desk.js';
import { finishWrapUp } from './endings.js';
import type { AgentActionFact, JournalFact, TelephonyFact } from './facts.js';
import type { Callback, Lead } from './lead.js';
import { mayOverdial } from './modes.js';
import { placeForAgent } from './placing.js';
import { accept, skip } from './preview.js';
import { connectFailed, orderHangUp } from './routing.js';
import { joinAdopted } from './recovery.js';
import { emit, send, setTimer, type Agent, type Call, type Context } from './state.js';
import { giveBack } from './supply.js';

/** What agents do, and what happens to their legs. */

/** Follows an agent's order, or says why not. */
export function agentOrder(context: Context, fact: AgentActionFact): void {
  if (fact.type === 'agent.login') {
    logIn(context, fact);
    return;
  }
  const agent = context.state.agents.get(fact.agentId);
  if (!agent) {
    reject(context, fact.type, fact.agentId, 'this agent is not logged in');
    return;
  }
  follow(context, agent, fact);
}

function follow(
  context: Context,
  agent: Agent,
  fact: Exclude<AgentActionFact, { type: 'agent.login' }>,
): void {
  switch (fact.type) {
    case 'agent.logout':
      return logOut(context, agent);
    case 'agent.ready':
      return ready(context, agent);
    case 'agent.pause':
      return pause(context, agent, fact.code);
    case 'agent.accept':
      return agent.preview
        ? accept(context, agent)
        : reject(context, fact.type, agent.agentId, 'no lead is on offer');
    case 'agent.skip':
      return agent.preview
        ? skip(context, agent, 'skipped')
        : reject(context, fact.type, agent.agentId, 'no lead is on offer');
    case 'agent.manual-dial':
      return manualDial(context, agent, fact.leadId);
    case 'agent.hang-up':
      return hangUp(context, agent);
    case 'agent.dispose':
      return dispose(context, agent, fact.code, fact.callback);
    default:
      return assertNever(fact, 'agent order');
  }
}

/** Says that an order could not be followed. */
export function reject(context: Context, order: string, agentId: string | undefined, reason: string): void {
  emit(context, { type: 'order.rejected', order, ...(agentId !== undefined ? { agentId } : {}), reason });
}

function logIn(context: Context, fact: Extract<AgentActionFact, { type: 'agent.login' }>): void {
  const { state } = context;
  if (state.agents.has(fact.agentId)) {
    reject(context, fact.type, fact.agentId, 'this agent is logged in already');
    return;
  }
  const agent: Agent = {
    agentId: fact.agentId,
    skills: fact.skills ?? [],
    station: fact.station ?? fact.agentId,
    state: 'offline',
    since: context.now,
    readySince: context.now,
    legUp: false,
    legRequestedAt: null,
    attemptId: null,
    preview: null,
    then: 'ready',
    awaitingLeg: null,
    manualRequest: null,
    pauseCode: 'login',
  };
  state.agents.set(agent.agentId, agent);
  setAgentState(context, agent, 'paused');
  for (const call of state.calls.values())
    if (call.stage === 'connected' && call.agentId === agent.agentId) joinAdopted(context, call);
  if (needsLegFirst(context)) ringLeg(context, agent);
}

function logOut(context: Context, agent: Agent): void {
  if (agent.preview) skip(context, agent, 'withdrawn');
  if (agent.attemptId !== null || agent.awaitingLeg) agent.then = 'offline';
  else leave(context, agent);
}

function ready(context: Context, agent: Agent): void {
  agent.then = 'ready';
  if (agent.state === 'wrap-up') {
    const call = callOf(context, agent);
    if (call) finishWrapUp(context, call);
    return;
  }
  if (agent.state === 'paused' || agent.state === 'pausing') settleAgent(context, agent);
}

function pause(context: Context, agent: Agent, code: string): void {
  agent.pauseCode = code;
  if (agent.preview) {
    agent.then = 'paused';
    skip(context, agent, 'withdrawn');
  } else if (agent.attemptId !== null || agent.awaitingLeg) {
    agent.then = 'paused';
  } else if (agent.state === 'ready') {
    // Calls dialed on his account may still be answered: connectable until they have resolved.
    setAgentState(context, agent, mayOverdial(context.state.settings.mode) ? 'pausing' : 'paused');
  }
}

function manualDial(context: Context, agent: Agent, leadId: string | undefined): void {
  const { state } = context;
  if (agent.state !== 'ready' && agent.state !== 'paused')
    return reject(context, 'agent.manual-dial', agent.agentId, `the agent is ${agent.state}`);
  if (agent.manualRequest !== null)
    return reject(context, 'agent.manual-dial', agent.agentId, 'a call was asked for already');
  if (state.run !== 'running')
    return reject(context, 'agent.manual-dial', agent.agentId, `the campaign is ${state.run}`);
  if (linesInUse(state) + linesPromised(context) >= state.settings.lines)
    return reject(context, 'agent.manual-dial', agent.agentId, 'no line is free');
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
      ...(leadId !== undefined ? { leadId } : {}),
    },
  });
}

const MANUAL_ANSWER_MOST_MS = 15_000;

/** The queue's answer to a manual call; returns false when the claim was not one. */
export function manualLeads(
  context: Context,
  fact: { readonly requestId: string; readonly leads: readonly Lead[] },
): boolean {
  if (!fact.requestId.startsWith('manual-')) return false;
  const agent = [...context.state.agents.values()].find((known) => known.manualRequest === fact.requestId);
  const [lead, ...rest] = fact.leads;
  if (!agent || context.state.run !== 'running' || !context.state.telephonyUp) {
    if (agent) agent.manualRequest = null;
    giveBack(context, fact.leads, 'not-wanted');
    return true;
  }
  agent.manualRequest = null;
  giveBack(context, rest, 'not-wanted');
  if (lead && agent.state === 'paused') agent.then = 'paused';
  if (!lead) reject(context, 'agent.manual-dial', agent.agentId, 'no such lead is dialable now');
  else placeForAgent(context, agent, lead, 'manual', true);
  return true;
}

/** The queue never answered a manual call. */
export function manualTimer(context: Context, agent: Agent): void {
  if (agent.manualRequest === null) return;
  agent.manualRequest = null;
  reject(context, 'agent.manual-dial', agent.agentId, 'the lead queue did not answer');
}

function hangUp(context: Context, agent: Agent): void {
  const call = callOf(context, agent);
  if (!call || call.stage === 'wrap-up' || call.stage === 'opening')
    return reject(context, 'agent.hang-up', agent.agentId, 'there is no call to hang up');
  orderHangUp(context, call);
}

/** Says what the call was; while they still talk this also hangs up. */
function dispose(context: Context, agent: Agent, code: string, callback: Callback | undefined): void {
  const call = callOf(context, agent);
  const disposition = dispositionOf(context, code);
  if (!call || !isDisposable(call.stage))
    return reject(context, 'agent.dispose', agent.agentId, 'there is no call to dispose');
  if (!disposition)
    return reject(context, 'agent.dispose', agent.agentId, `'${code}' is not a disposition of this campaign`);
  if (disposition.then === 'callback') return promise(context, call, agent, code, callback);
  call.disposition = code;
  if (call.stage === 'wrap-up') finishWrapUp(context, call);
  else orderHangUp(context, call);
}

/** A callback is promised only at a time the law allows. */
function promise(
  context: Context,
  call: Call,
  agent: Agent,
  code: string,
  callback: Callback | undefined,
): void {
  if (!callback) return reject(context, 'agent.dispose', agent.agentId, 'a callback needs its time');
  if (callback.at <= context.now)
    return reject(context, 'agent.dispose', agent.agentId, 'a callback lies in the future');
  call.callback = callback;
  call.disposition = code;
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'journal',
    method: 'checkCallback',
    command: {
      campaignId,
      requestId: callbackRequest(call.attemptId),
      attemptId: call.attemptId,
      callback,
      at: context.now,
    },
  });
  if (call.stage === 'connected') orderHangUp(context, call);
}

function callbackRequest(attemptId: AttemptId): string {
  return `callback-${attemptId}`;
}

/** The law on the promised time. */
export function callbackChecked(
  context: Context,
  fact: Extract<JournalFact, { type: 'callback.checked' }>,
): void {
  const call = context.state.calls.get(fact.requestId.slice('callback-'.length));
  if (!call?.callback || !isDisposable(call.stage)) return;
  if (fact.allowed) {
    if (call.stage === 'wrap-up') finishWrapUp(context, call);
    return;
  }
  const { callback, agentId } = call;
  delete call.callback;
  delete call.disposition;
  emit(context, {
    type: 'callback.refused',
    attemptId: call.attemptId,
    agentId: agentId ?? '',
    callback,
    nextAllowedAt: fact.nextAllowedAt,
    refusals: fact.refusals,
  });
}

/** The agent's leg came up: a lead that waited for it is dialed. */
export function legUp(context: Context, fact: Extract<TelephonyFact, { type: 'agent.leg-up' }>): void {
  const agent = context.state.agents.get(fact.agentId);
  if (!agent) return;
  agent.legRequestedAt = null;
  agent.legUp = true;
  const waiting = agent.awaitingLeg;
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
  legLost(context, agent, fact.reason);
}

/** Without a leg the agent hears nobody: his call ends, and no new one comes until he says ready again. */
function legLost(context: Context, agent: Agent, reason: string): void {
  legNeverCame(context, agent);
  const call = callOf(context, agent);
  if (agent.then === 'ready') {
    agent.then = 'paused';
    agent.pauseCode = 'leg-down';
  }
  if (!call) {
    if (agent.state === 'ready' || agent.state === 'pausing') {
      if (needsLegFirst(context)) setAgentState(context, agent, 'paused', reason);
      agent.then = 'ready';
    } else if (agent.state === 'paused') agent.then = 'ready';
    return;
  }
  if (call.stage === 'connected') orderHangUp(context, call);
  else if (call.stage === 'connecting') connectFailed(context, call, agent.agentId, reason);
  else if (call.stage !== 'wrap-up') releaseAgent(context, agent.agentId, call.attemptId);
}

/** The leg that a lead waited for did not come up: the lead goes back untouched. */
export function legNeverCame(context: Context, agent: Agent): void {
  const waiting = agent.awaitingLeg;
  if (!waiting) return;
  agent.awaitingLeg = null;
  agent.pauseCode = 'leg-down';
  giveBack(context, [waiting.lead], 'agent-not-reached');
  if (agent.then === 'ready') agent.then = 'paused';
  settleAgent(context, agent);
}

function callOf(context: Context, agent: Agent): Call | undefined {
  return agent.attemptId === null ? undefined : context.state.calls.get(agent.attemptId);
}
