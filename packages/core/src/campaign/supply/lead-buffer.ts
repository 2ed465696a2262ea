/** The buffer of claimed leads. It is filled ahead of need, and leads that are not dialed are released. */
import { linesInUse } from '../call/calls.js';
import { emit, send, type Context, type HeldLead } from '../context.js';
import type { LeadFact } from '../facts.js';
import type { Lead } from './lead.js';

const CLAIM_MOST = 500;
const CLAIM_ANSWER_MOST_MS = 15_000;
const EMPTY_DELAY_MS = 1_000;
const DRY_EVENT_GAP_MS = 20_000;
/** Leads claimed for longer are released, because their place in the dial order is stale. */
const HOLD_MOST_MS = 60_000;

/** Releases leads to the queue. `notBefore` null: never dialable again. Absent: unchanged. */
export function giveBack(
  context: Context,
  leads: readonly Lead[],
  why: string,
  notBefore?: number | null,
): void {
  if (leads.length === 0) return;
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'leads',
    method: 'release',
    command: {
      campaignId,
      leadIds: leads.map((lead) => lead.leadId),
      at: context.now,
      ...(notBefore !== undefined ? { notBefore } : {}),
      why,
    },
  });
}

/** Takes the first suitable claimed lead out of the buffer. */
export function takeLead(context: Context, fits: (lead: Lead) => boolean): Lead | null {
  return takeFrom(context.state.held, fits);
}

/** The same for leads that need a reserved agent. */
export function takePromised(context: Context, fits: (lead: Lead) => boolean): Lead | null {
  return takeFrom(context.state.promised, fits);
}

function takeFrom(hand: HeldLead[], fits: (lead: Lead) => boolean): Lead | null {
  const index = hand.findIndex(({ lead }) => fits(lead));
  if (index < 0) return null;
  return hand.splice(index, 1)[0]?.lead ?? null;
}

/**
 * Whether the lead is dialed only with a reserved agent: a call was promised, or the person once heard the
 * message instead of an agent.
 */
function needsAgentFirst(lead: Lead): boolean {
  return lead.reason === 'callback' || lead.reason === 'abandoned';
}

/** Claims more leads when the buffer has fewer than the coming seconds need. */
export function refill(context: Context, wanted: number): void {
  const { state } = context;
  returnStale(context);
  if (state.claim && context.now - state.claim.at > CLAIM_ANSWER_MOST_MS) state.claim = null;
  const ahead = Math.ceil(state.dialRate.perSecond * state.settings.bufferSeconds);
  const target = Math.min(CLAIM_MOST, Math.max(wanted, Math.min(ahead, state.settings.lines)));
  const count = target - state.held.length;
  if (count <= 0 || state.claim || context.now < state.claimNotBefore) return;
  const requestId = `claim-${state.epoch}-${state.nextRequest}`;
  state.nextRequest += 1;
  state.claim = { requestId, at: context.now, count, pushed: [] };
  send(context, {
    port: 'leads',
    method: 'claim',
    command: {
      campaignId: state.settings.campaignId,
      requestId,
      count,
      at: context.now,
      agentIds: [...state.agents.keys()],
    },
  });
}

function returnStale(context: Context): void {
  const { state } = context;
  const isStale = (held: HeldLead): boolean => context.now - held.claimedAt > HOLD_MOST_MS;
  const stale = [...state.held.filter(isStale), ...state.promised.filter(isStale)];
  if (stale.length === 0) return;
  state.held = state.held.filter((held) => !isStale(held));
  state.promised = state.promised.filter((held) => !isStale(held));
  giveBack(
    context,
    stale.map(({ lead }) => lead),
    'held-too-long',
  );
}

/** Takes claimed leads. Late answers to a cancelled claim are released at once. */
export function claimed(context: Context, fact: Extract<LeadFact, { type: 'leads.claimed' }>): void {
  const { state } = context;
  if (state.claim?.requestId !== fact.requestId || state.run !== 'running') {
    giveBack(context, notInHand(context, fact.leads), 'not-wanted');
    if (state.claim?.requestId === fact.requestId) state.claim = null;
    return;
  }
  const { count: asked, pushed: overtaking } = state.claim;
  state.claim = null;
  for (const lead of notInHand(context, fact.leads))
    (needsAgentFirst(lead) ? state.promised : state.held).push({ lead, claimedAt: context.now });
  if (fact.leads.length < asked) state.claimNotBefore = context.now + EMPTY_DELAY_MS;
  if (overtaking.length > 0) pushed(context, overtaking);
}

/**
 * Leads were pushed to the front: the buffer goes back, so that the next claim, made at once, brings them. A
 * claim under way may be older than the push; what it brings is handled likewise.
 */
export function pushed(context: Context, leadIds: readonly string[]): void {
  const { state } = context;
  if (state.claim) state.claim = { ...state.claim, pushed: [...state.claim.pushed, ...leadIds] };
  const ahead = new Set(leadIds);
  const isAhead = ({ lead }: HeldLead): boolean => ahead.has(lead.leadId);
  const buffered = [...state.held, ...state.promised].filter((held) => !isAhead(held));

  state.held = state.held.filter(isAhead);
  state.promised = state.promised.filter(isAhead);
  state.claimNotBefore = context.now;
  giveBack(
    context,
    buffered.map(({ lead }) => lead),
    'pushed-back',
  );
}

/** Leads that are not claimed already. A repeated answer must not add a lead twice. */
function notInHand({ state }: Context, leads: readonly Lead[]): readonly Lead[] {
  const inHand = new Set([...state.held, ...state.promised].map(({ lead }) => lead.leadId));
  for (const call of state.calls.values()) if (call.stage !== 'closing') inHand.add(call.lead.leadId);
  for (const agent of state.agents.values()) {
    if (agent.preview) inHand.add(agent.preview.lead.leadId);
    if (agent.awaitingLeg) inHand.add(agent.awaitingLeg.lead.leadId);
  }
  return leads.filter((lead) => !inHand.has(lead.leadId));
}

/** The queue failed. The campaign asks again shortly. */
export function claimFailed(context: Context, requestId: string, error: string): void {
  if (context.state.claim?.requestId !== requestId) return;
  context.state.claim = null;
  context.state.claimNotBefore = context.now + EMPTY_DELAY_MS * 2;
  emit(context, { type: 'fault', what: 'claiming leads', detail: error });
}

/** Releases every claimed lead: the campaign pauses, ends, or changes its mode. */
export function returnAll(context: Context): void {
  const { state } = context;
  giveBack(
    context,
    [...state.held, ...state.promised].map(({ lead }) => lead),
    'campaign-not-dialing',
  );
  state.held = [];
  state.promised = [];
}

/** Reports that agents are free, the buffer is empty and no claim is pending. At most every 20 s. */
export function sayDry(context: Context): void {
  const { state } = context;
  if (context.now - state.lastDryAt < DRY_EVENT_GAP_MS || linesInUse(state) >= state.settings.lines) return;
  state.lastDryAt = context.now;
  emit(context, { type: 'leads.dry', supply: state.supply });
  send(context, {
    port: 'leads',
    method: 'survey',
    command: { campaignId: state.settings.campaignId, at: context.now },
  });
}
