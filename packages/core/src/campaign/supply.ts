import type { Lead } from './lead.js';
import type { LeadFact } from './facts.js';
import { emit, linesInUse, send, type Context, type HeldLead } from './state.js';

/** Leads in hand: claiming them ahead of need, giving back what is not used, saying when there are none. */

const CLAIM_MOST = 500;
const CLAIM_ANSWER_MOST_MS = 15_000;
const EMPTY_DELAY_MS = 1_000;
const DRY_EVENT_GAP_MS = 20_000;
/** Leads held for longer go back: their place in the order is stale. */
const HOLD_MOST_MS = 60_000;

/** Gives leads back to the queue. `notBefore` null: never again; absent: untouched. */
export function giveBack(context: Context, leads: readonly Lead[], why: string, notBefore?: number | null): void {
  if (leads.length === 0) return;
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'leads',
    method: 'release',
    command: { campaignId, leadIds: leads.map((lead) => lead.leadId), at: context.now, ...(notBefore !== undefined ? { notBefore } : {}), why },
  });
}

/** Takes the first lead in hand that fits, out of the hand. */
export function takeLead(context: Context, fits: (lead: Lead) => boolean): Lead | null {
  const index = context.state.held.findIndex(({ lead }) => fits(lead));
  if (index < 0) return null;
  return context.state.held.splice(index, 1)[0]?.lead ?? null;
}

/** Who was promised a call, or once heard a message instead of a person, is only dialed with an agent reserved. */
export function needsAgentFirst(lead: Lead): boolean {
  return lead.reason === 'callback' || lead.reason === 'abandoned';
}

/** Claims more leads when fewer are in hand than the coming seconds need. */
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
  state.claim = { requestId, at: context.now, count };
  send(context, {
    port: 'leads',
    method: 'claim',
    command: { campaignId: state.settings.campaignId, requestId, count, at: context.now, agentIds: [...state.agents.keys()] },
  });
}

function returnStale(context: Context): void {
  const { state } = context;
  const stale = state.held.filter((held) => context.now - held.claimedAt > HOLD_MOST_MS);
  if (stale.length === 0) return;
  state.held = state.held.filter((held) => !stale.includes(held));
  giveBack(context, stale.map(({ lead }) => lead), 'held-too-long');
}

/** Leads have come; late answers to a claim given up go straight back. */
export function claimed(context: Context, fact: Extract<LeadFact, { type: 'leads.claimed' }>): void {
  const { state } = context;
  if (state.claim?.requestId !== fact.requestId || state.run !== 'running') {
    giveBack(context, fact.leads.filter((lead) => !isInHand(context, lead.leadId)), 'not-wanted');
    if (state.claim?.requestId === fact.requestId) state.claim = null;
    return;
  }
  const asked = state.claim.count;
  state.claim = null;
  const held: HeldLead[] = fact.leads.filter((lead) => !isInHand(context, lead.leadId)).map((lead) => ({ lead, claimedAt: context.now }));
  state.held.push(...held);
  if (fact.leads.length < asked) state.claimNotBefore = context.now + EMPTY_DELAY_MS;
}

/** A doubled answer must not double a lead. */
function isInHand(context: Context, leadId: string): boolean {
  if (context.state.held.some(({ lead }) => lead.leadId === leadId)) return true;
  for (const call of context.state.calls.values()) if (call.lead.leadId === leadId && call.stage !== 'closing') return true;
  for (const agent of context.state.agents.values()) if (agent.preview?.lead.leadId === leadId || agent.awaitingLeg?.lead.leadId === leadId) return true;
  return false;
}

/** The queue failed: ask again in a moment. */
export function claimFailed(context: Context, requestId: string, error: string): void {
  if (context.state.claim?.requestId !== requestId) return;
  context.state.claim = null;
  context.state.claimNotBefore = context.now + EMPTY_DELAY_MS * 2;
  emit(context, { type: 'fault', what: 'claiming leads', detail: error });
}

/** Everything in hand goes back: the campaign is pausing, ending, or changing its ways. */
export function returnAll(context: Context): void {
  giveBack(context, context.state.held.map(({ lead }) => lead), 'campaign-not-dialing');
  context.state.held = [];
}

/** Agents are free, nothing is in hand, nothing is coming: say so, at most every 20 s. */
export function sayDry(context: Context): void {
  const { state } = context;
  if (context.now - state.lastDryAt < DRY_EVENT_GAP_MS || linesInUse(state) >= state.settings.lines) return;
  state.lastDryAt = context.now;
  emit(context, { type: 'leads.dry', supply: state.supply });
  send(context, { port: 'leads', method: 'survey', command: { campaignId: state.settings.campaignId, at: context.now } });
}
