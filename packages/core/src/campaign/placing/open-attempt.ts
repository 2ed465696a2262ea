/** From a claimed lead to the request that the journal open an attempt. */
import { defined } from '../../defined.js';
import { invariant } from '../../invariant.js';
import { flowVoices } from '../../ivr/index.js';
import type { Agent } from '../agents/agent.js';
import { reserve, setAgentState } from '../agents/agents.js';
import { ringStation } from '../agents/ring-station.js';
import { untouchedCall, type Call } from '../call/call.js';
import { addCall } from '../call/calls.js';
import { type Context, emit, send, setTimer } from '../context.js';
import { conversationSettings } from '../conversation/settings.js';
import { type DialMode, mayOverdial, type CallVoice } from '../modes.js';
import { releaseLeads, releaseUnmoved } from '../supply/lead-buffer.js';
import type { Lead } from '../supply/lead.js';
import { interlock, type Interlock } from './interlocks.js';
import type { CallRefusal } from './refusal.js';
import { ownHoursNow } from './own-hours.js';

const LEG_DELAY_MS = 30_000;

/** How a call is to be placed. */
export interface Placement {
  readonly lead: Lead;
  /** The mode for which the compliance gate is asked. */
  readonly mode: DialMode;
  readonly humanInitiated: boolean;
  /** The agent reserved for the call. Null: the call goes to an agent who is free when it is answered. */
  readonly agent: Agent | null;
}

/** Starts an attempt. Returns false when an interlock blocks the lead. */
export function place(context: Context, placement: Placement): boolean {
  const { settings } = context.state;
  const { lead, mode, agent } = placement;
  const phone = phoneOf(lead);
  const blocked = interlock(settings, phone) ?? offSchedule(context);
  if (blocked !== null) {
    refuseByInterlock(context, lead, blocked);
    return false;
  }
  const call = openCall(context, placement, phone);
  if (agent) reserve(context, agent, call);
  send(context, {
    port: 'journal',
    method: 'open',
    command: {
      campaignId: settings.campaignId,
      attemptId: call.attemptId,
      lead,
      phone,
      callerNumber: settings.callerNumber,
      mode,
      humanInitiated: placement.humanInitiated,
      voices: voicesOf(context, mode),
      ...defined({ givenVoices: givenVoicesOf(context) }),
      ...defined({ agentId: agent?.agentId }),
      at: context.now,
    },
  });
  return true;
}

/** A call that was begun inside the campaign's own hours and would be placed after them. */
function offSchedule(context: Context): Interlock | null {
  if (ownHoursNow(context).open) return null;
  return { why: 'outside the own hours of the campaign', lifts: 'setting' };
}

/** Returns a lead that an interlock blocks. What a setting of the campaign lifts does not move the lead. */
function refuseByInterlock(context: Context, lead: Lead, { why, lifts }: Interlock): void {
  if (lifts === 'setting') releaseUnmoved(context, lead);
  else releaseLeads(context, [lead], 'interlock', null);
  const refusal: CallRefusal = {
    rule: 'engine.interlock',
    citation: 'engine interlock',
    message: why,
    scope: lifts === 'setting' ? 'setting' : 'lead',
    nextAllowedAt: null,
  };
  noteRefusals(context, lead, [refusal], null);
}

/**
 * Places a call for an agent. Their leg is requested first where it is not up. Returns false when an
 * interlock blocks the lead.
 */
export function placeForAgent(
  context: Context,
  agent: Agent,
  lead: Lead,
  mode: DialMode,
  humanInitiated: boolean,
): boolean {
  if (agent.legUp || interlock(context.state.settings, phoneOf(lead)) !== null)
    return place(context, { lead, mode, humanInitiated, agent });
  const refusal = ringStation(context, agent);
  if (refusal !== null) {
    releaseLeads(context, [lead], 'agent-not-reached');
    agent.pauseCode = 'station-not-permitted';
    setAgentState(context, agent, 'paused', refusal);
    return false;
  }
  agent.awaitingLeg = { lead, mode, humanInitiated };
  setAgentState(context, agent, 'reserved');
  setTimer(context, { kind: 'agent-leg', agentId: agent.agentId }, context.now + LEG_DELAY_MS);
  return true;
}

function phoneOf(lead: Lead): string {
  return lead.phones[lead.phoneIndex]?.phone ?? '';
}

function openCall(context: Context, { lead, mode, agent }: Placement, phone: string): Call {
  const { state } = context;
  const attemptId = `${state.settings.campaignId}-${state.epoch}-${state.nextAttempt}`;
  state.nextAttempt += 1;
  invariant(state.epoch > 0, 'no attempt is opened before the journal has given an epoch');
  const call: Call = {
    attemptId,
    lead,
    phone,
    mode,
    countsForPacer: isForPacer(context, mode, agent !== null),
    openedAt: context.now,
    stage: 'opening',
    agentId: null,
    abandoned: false,
    ...untouchedCall(),
  };
  addCall(context, call);
  setTimer(context, { kind: 'expiry', attemptId }, context.now + OPEN_MOST_MS);
  return call;
}

/** An opening that the journal has not answered after this long counts as failed. */
const OPEN_MOST_MS = 30_000;

/**
 * Whether the pacer gets the call's outcome. It gets calls that use the free agents. In a mode with one call
 * per agent it also learns from reserved calls.
 */
function isForPacer(context: Context, mode: DialMode, reserved: boolean): boolean {
  return !reserved || (!mayOverdial(context.state.settings.mode) && context.state.settings.mode === mode);
}

/** Every voice the call may play, so that the compliance gate checks all of them before the dial command. */
function voicesOf(context: Context, mode: DialMode): readonly CallVoice[] {
  const { settings } = context.state;
  const voices = new Set<CallVoice>();
  if (mode === 'agentless' && settings.agentlessFlow)
    for (const voice of flowVoices(settings.agentlessFlow)) voices.add(voice);
  else voices.add('live');
  if (settings.machineDetection?.onMachine === 'voicemail' && settings.voicemailFlow)
    for (const voice of flowVoices(settings.voicemailFlow)) voices.add(voice);
  return [...voices];
}

/** The voices of the flows that agents may give people to. Undefined: there are none. */
function givenVoicesOf({ state }: Context): readonly CallVoice[] | undefined {
  const flows = conversationSettings(state.settings).flows ?? [];
  return flows.length === 0 ? undefined : [...new Set(flows.flatMap(({ flow }) => flowVoices(flow)))];
}

export function noteRefusals(
  context: Context,
  lead: Lead,
  refusals: readonly CallRefusal[],
  nextAllowedAt: number | null,
): void {
  // Counted once per call, under the first rule of the decision, as in the report.
  const [first] = refusals;
  if (first) context.statistics.refused(first.rule);
  emit(context, { type: 'lead.refused', leadId: lead.leadId, refusals, nextAllowedAt });
}
