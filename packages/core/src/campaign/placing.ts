import { invariant } from '../invariant.js';
import type { Refusal } from './refusal.js';
import { flowVoices } from '../ivr/index.js';
import { addCall, moveTo, removeCall } from './call/calls.js';
import { closeAttempt } from './closing.js';
import { agentOf, releaseAgent, reserve, setAgentState } from './desk.js';
import { interlock } from './interlocks.js';
import type { Lead } from './lead.js';
import { mayOverdial, type DialMode, type Voice } from './modes.js';
import { callExpired } from './endings.js';
import { cancelTimer, emit, send, setTimer, type Agent, type Call, type Context } from './state.js';
import { giveBack } from './supply.js';

/**
 * From a lead in hand to a call on its way: interlocks, the journal's transaction with the law in it, the
 * dial command.
 */

/**
 * Detection, connecting and late events, on top of set-up and ring time: a call without word for longer is
 * lost.
 */
const EXPIRY_SLACK_MS = 20_000;
const IN_PROGRESS_DELAY_MS = 60_000;
/** A lead that the law refuses only in this mode is looked at again after this long. */
const MODE_REFUSAL_DELAY_MS = 3_600_000;
/** A number that only the campaign's settings hold back is looked at again after this long. */
const SETTINGS_INTERLOCK_DELAY_MS = 86_400_000;
const CAMPAIGN_REFUSAL_DELAY_MS = 60_000;
const STORE_FAULT_DELAY_MS = 2_000;
const LEG_DELAY_MS = 30_000;

/** How a call is to be placed. */
export interface Placement {
  readonly lead: Lead;
  /** The mode the law is asked about. */
  readonly mode: DialMode;
  readonly humanInitiated: boolean;
  /** Reserved for it; null: whoever is free at the answer. */
  readonly agent: Agent | null;
}

/** Starts an attempt. Returns false when an interlock holds the lead back for good. */
export function place(context: Context, placement: Placement): boolean {
  const { settings } = context.state;
  const { lead, mode, agent } = placement;
  const phone = phoneOf(lead);
  const held = interlock(settings, phone);
  if (held !== null) {
    const nextAllowedAt = held.lasting ? null : context.now + SETTINGS_INTERLOCK_DELAY_MS;
    giveBack(context, [lead], 'interlock', nextAllowedAt);
    const refusal: Refusal = {
      rule: 'engine.interlock',
      citation: 'engine interlock',
      message: held.why,
      scope: 'lead',
      nextAllowedAt,
    };
    noteRefusals(context, lead, [refusal], nextAllowedAt);
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
      ...(agent ? { agentId: agent.agentId } : {}),
      at: context.now,
    },
  });
  return true;
}

/**
 * Places a call for an agent, whose leg is rung first where it is not up. Returns false when an interlock
 * holds the lead back for good.
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
  agent.awaitingLeg = { lead, mode, humanInitiated };
  setAgentState(context, agent, 'reserved');
  agent.legRequestedAt = context.now;
  send(context, {
    port: 'telephony',
    method: 'ringAgent',
    command: { agentId: agent.agentId, station: agent.station, at: context.now },
  });
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
    paced: isPaced(context, mode, agent !== null),
    openedAt: context.now,
    stage: 'opening',
    agentId: null,
    abandoned: false,
    sampled: false,
    flow: null,
    transferSkills: [],
    learned: [],
    variables: {},
    closeTries: 0,
    hangUp: null,
    detectMachine: false,
  };
  addCall(context, call);
  setTimer(context, { kind: 'expiry', attemptId }, context.now + OPEN_MOST_MS);
  return call;
}

/** An answer of the journal that does not come within this time never will. */
const OPEN_MOST_MS = 30_000;

/**
 * The pacer is told of calls that draw on the free agents; in a one-call-per-agent campaign it learns from
 * those, too.
 */
function isPaced(context: Context, mode: DialMode, reserved: boolean): boolean {
  return !reserved || (!mayOverdial(context.state.settings.mode) && context.state.settings.mode === mode);
}

/** Every voice the call may play, so that the law clears all of it before the dial. */
function voicesOf(context: Context, mode: DialMode): readonly Voice[] {
  const { settings } = context.state;
  const voices = new Set<Voice>();
  if (mode === 'agentless' && settings.agentlessFlow)
    for (const voice of flowVoices(settings.agentlessFlow)) voices.add(voice);
  else voices.add('live');
  if (settings.machineDetection?.onMachine === 'voicemail' && settings.voicemailFlow)
    for (const voice of flowVoices(settings.voicemailFlow)) voices.add(voice);
  return [...voices];
}

/** The attempt is in the journal and the law said yes: dial, unless the world has changed meanwhile. */
export function opened(context: Context, call: Call): void {
  if (call.stage !== 'opening') return;
  const reason = reasonNotToDial(context, call);
  if (reason !== null) {
    call.cause = { q850: 0, by: 'refused', text: reason };
    releaseAgent(context, call.agentId, call.attemptId);
    closeAttempt(context, call, 'cancelled');
    return;
  }
  dial(context, call);
}

function reasonNotToDial(context: Context, call: Call): string | null {
  const { state } = context;
  if (state.run !== 'running') return `the campaign is ${state.run}`;
  if (!state.telephonyUp) return 'telephony is down';
  if (context.now - call.openedAt > state.settings.dialCommandLife) return 'the journal answered too late';
  if (call.agentId !== null && !agentOf(context, call)) return 'the reserved agent is gone';
  if (call.agentId === null && mayOverdial(call.mode) && context.governor.spent(context.now))
    return 'the abandonment budget is spent';
  return null;
}

function dial(context: Context, call: Call): void {
  const { settings } = context.state;
  invariant(
    interlock(settings, call.phone) === null,
    `attempt ${call.attemptId} passed an interlock when opened and fails it when dialed`,
  );
  invariant(
    call.agentId !== null || mayOverdial(call.mode) || call.mode === 'agentless',
    `attempt ${call.attemptId} in ${call.mode} mode has no agent`,
  );
  moveTo(context, call, 'dialing');
  call.dialedAt = context.now;
  call.detectMachine = settings.machineDetection !== null && call.mode !== 'manual';
  context.statistics.dials += 1;
  noteDial(context);
  if (call.paced) {
    const probability = call.lead.answerProbability;
    context.pacer.observe({
      type: 'dialed',
      callId: call.attemptId,
      at: context.now,
      ...(probability !== undefined ? { answerProbability: probability } : {}),
    });
  }
  const expiresAt = context.now + settings.dialCommandLife;
  send(context, {
    port: 'telephony',
    method: 'dial',
    command: {
      campaignId: settings.campaignId,
      attemptId: call.attemptId,
      phone: call.phone,
      callerNumber: settings.callerNumber,
      ...(settings.trunk !== undefined ? { trunk: settings.trunk } : {}),
      ringTimeout: settings.ringTimeout,
      setupTimeout: settings.setupTimeout,
      detectMachine: call.detectMachine,
      at: context.now,
      expiresAt,
    },
  });
  setTimer(
    context,
    { kind: 'expiry', attemptId: call.attemptId },
    expiresAt + settings.setupTimeout + settings.ringTimeout + EXPIRY_SLACK_MS,
  );
  emit(context, {
    type: 'call.dialed',
    attemptId: call.attemptId,
    leadId: call.lead.leadId,
    mode: call.mode,
    ...(call.agentId !== null ? { agentId: call.agentId } : {}),
  });
}

/** Dials a second over the last ten seconds: sizes the lead buffer. */
function noteDial(context: Context): void {
  const rate = context.state.dialRate;
  rate.count += 1;
  if (context.now - rate.windowStart < 10_000) return;
  rate.perSecond = (rate.count * 1_000) / Math.max(1, context.now - rate.windowStart);
  rate.windowStart = context.now;
  rate.count = 0;
}

/** The law said no. */
export function refused(
  context: Context,
  call: Call,
  refusals: readonly Refusal[],
  nextAllowedAt: number | null,
): void {
  if (!dropOpening(context, call)) return;
  noteRefusals(context, call.lead, refusals, nextAllowedAt);
  if (refusals.some((refusal) => refusal.scope === 'campaign')) {
    context.state.heldUntil = Math.max(context.now + CAMPAIGN_REFUSAL_DELAY_MS, nextAllowedAt ?? 0);
    giveBack(context, [call.lead], 'campaign-refused');
    return;
  }
  const ofLead = refusals
    .filter((refusal) => refusal.scope === 'lead')
    .map((refusal) => refusal.nextAllowedAt);
  if (ofLead.includes(null)) giveBack(context, [call.lead], 'refused', null);
  else if (nextAllowedAt !== null) giveBack(context, [call.lead], 'refused', nextAllowedAt);
  // Never in this mode, which is not never: another mode, or the agent's click, may be allowed once the
  // lead's own windows are open.
  else
    giveBack(
      context,
      [call.lead],
      'refused-in-this-mode',
      Math.max(context.now + MODE_REFUSAL_DELAY_MS, ...ofLead.map(Number)),
    );
}

function noteRefusals(
  context: Context,
  lead: Lead,
  refusals: readonly Refusal[],
  nextAllowedAt: number | null,
): void {
  for (const refusal of refusals) context.statistics.refused(refusal.rule);
  emit(context, { type: 'lead.refused', leadId: lead.leadId, refusals, nextAllowedAt });
}

/** The number or the person is being called by someone else right now. */
export function inProgress(context: Context, call: Call): void {
  if (dropOpening(context, call))
    giveBack(context, [call.lead], 'in-progress', context.now + IN_PROGRESS_DELAY_MS);
}

/**
 * The store failed, and whether it had stored the attempt before nobody knows. The campaign takes a breath.
 */
export function openFailed(context: Context, call: Call, error: string): void {
  if (call.stage !== 'opening') return;
  cancelUnopened(context, call, 'the journal failed');
  context.state.dialTokens += 1;
  context.state.heldUntil = Math.max(context.state.heldUntil, context.now + STORE_FAULT_DELAY_MS);
  emit(context, { type: 'fault', what: 'opening an attempt', detail: error });
}

/** The attempt never came into being: the agent is free again. */
function dropOpening(context: Context, call: Call): boolean {
  if (call.stage !== 'opening') return false;
  cancelTimer(context, { kind: 'expiry', attemptId: call.attemptId });
  releaseAgent(context, call.agentId, call.attemptId);
  removeCall(context, call);
  // Refusals must not use up the calls a second: a list that is mostly not dialable now would crawl.
  context.state.dialTokens += 1;
  return true;
}

/**
 * Takes back an opening that may be in the journal or not: it is closed there, which is idempotent and keeps
 * a late opening from coming into force; and the lead goes back, in case there is no attempt whose end could
 * give it back.
 */
function cancelUnopened(context: Context, call: Call, why: string): void {
  releaseAgent(context, call.agentId, call.attemptId);
  call.cause = { q850: 0, by: 'refused', text: why };
  giveBack(context, [call.lead], 'store-fault');
  closeAttempt(context, call, 'cancelled');
}

/** A call's expiry timer: the journal has not answered an opening, or nothing has been heard of a call. */
export function expired(context: Context, call: Call): void {
  if (call.stage !== 'opening') {
    callExpired(context, call);
    return;
  }
  cancelUnopened(context, call, 'the journal did not answer');
}
