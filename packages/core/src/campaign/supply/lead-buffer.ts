/** The buffer of claimed leads. It is filled ahead of need, and leads that are not dialed are released. */
import { linesInUse } from '../call/calls.js';
import { emit, send, type Context, type BufferedLead } from '../context.js';
import type { LeadFact } from '../facts.js';
import type { CampaignSettings } from '../settings.js';
import type { Lead } from './lead.js';
import { NO_AGENT_WITH_SKILLS, SKILLS_REST_MS, bySkills } from './skills.js';
import { defined } from '../../defined.js';

/** Most leads of one claim. */
const CLAIM_MOST = 500;
/** A claim without an answer for this long is given up. */
const CLAIM_ANSWER_MOST_MS = 15_000;
/** Pause before the next claim after one that brought fewer leads than asked for. */
const EMPTY_DELAY_MS = 1_000;
const NO_LEADS_GAP_MS = 20_000;
/** A list that stays dry is reported again after so long. */
const STILL_NO_LEADS_MS = 3_600_000;
/** Leads claimed for longer are released, because their place in the dial order is stale. */
const CLAIM_AGE_MOST_MS = 60_000;

/** Releases leads to the queue. `notBefore` null: never dialable again. Absent: unchanged. */
export function releaseLeads(
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
      ...defined({ notBefore }),
      why,
    },
  });
}

/**
 * Releases a lead that a setting of the campaign keeps from being called: it stays as it is. The next claim
 * waits, because it could bring the same lead again.
 */
export function releaseUnmoved(context: Context, lead: Lead): void {
  const { state } = context;
  state.claimNotBefore = Math.max(state.claimNotBefore, context.now + EMPTY_DELAY_MS);
  releaseLeads(context, [lead], 'interlock');
}

/** Takes the first suitable claimed lead out of the buffer. */
export function takeLead(context: Context, fits: (lead: Lead) => boolean): Lead | null {
  return takeFrom(context.state.leadBuffer, fits);
}

/** The same for leads that need a reserved agent. */
export function takeReservedLead(context: Context, fits: (lead: Lead) => boolean): Lead | null {
  return takeFrom(context.state.reservedAgentBuffer, fits);
}

function takeFrom(buffer: BufferedLead[], fits: (lead: Lead) => boolean): Lead | null {
  const index = buffer.findIndex(({ lead }) => fits(lead));
  if (index < 0) return null;
  return buffer.splice(index, 1)[0]?.lead ?? null;
}

/**
 * Whether the lead is dialed only with a reserved agent: a callback was agreed, or the person once heard the
 * message instead of an agent.
 */
function needsReservedAgent(lead: Lead): boolean {
  return lead.reason === 'callback' || lead.reason === 'abandoned';
}

/** The buffer is filled when it holds this share of what it should, or less: claims are made in batches. */
const LOW_SHARE = 0.5;

/**
 * Claims leads for the coming seconds, where the buffer runs low. `missing`: calls that are due and found no
 * lead in it; `free`: agents who may take one each.
 */
export function refill(context: Context, missing: number, free: number): void {
  const { state } = context;
  releaseStale(context);
  if (state.claim && context.now - state.claim.at > CLAIM_ANSWER_MOST_MS) state.claim = null;
  const ahead = Math.ceil(state.dialRate.perSecond * state.settings.bufferSeconds);
  const wanted = missing + Math.min(free, state.settings.lines);
  const target = Math.max(wanted, Math.min(ahead, state.settings.lines));
  const buffered = state.leadBuffer.length;
  const isLow = missing > 0 || buffered < wanted || buffered <= target * LOW_SHARE;
  // What the buffer holds may suit none of the calls that are due. The more it passes over, the more it asks.
  const short = Math.max(target - buffered, missing) + (state.passedOver ?? 0);
  const count = Math.min(CLAIM_MOST, short, CLAIM_MOST - buffered);
  if (count <= 0 || !isLow || state.claim || context.now < state.claimNotBefore) return;
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
      ...onlyNumbers(state.settings),
    },
  });
}

function releaseStale(context: Context): void {
  const { state } = context;
  const isStale = ({ claimedAt }: BufferedLead): boolean => context.now - claimedAt > CLAIM_AGE_MOST_MS;
  const stale = state.leadBuffer.filter(isStale).map(({ lead }) => lead);
  const reserved = state.reservedAgentBuffer.filter(isStale).map(({ lead }) => lead);
  if (stale.length + reserved.length === 0) return;
  state.leadBuffer = state.leadBuffer.filter((buffered) => !isStale(buffered));
  state.reservedAgentBuffer = state.reservedAgentBuffer.filter((buffered) => !isStale(buffered));
  const anybodys = stale.filter(({ skills }) => skills.length === 0);
  releaseLeads(context, [...anybodys, ...reserved], 'held-too-long');
  // The agents of the others are busy: the next claim would bring the same again.
  rest(
    context,
    stale.filter(({ skills }) => skills.length > 0),
  );
}

/** Releases leads whose skills are not to be had for a while. */
function rest(context: Context, leads: readonly Lead[]): void {
  releaseLeads(context, leads, NO_AGENT_WITH_SKILLS, context.now + SKILLS_REST_MS);
}

/** Takes claimed leads. Late answers to a cancelled claim are released at once. */
export function claimed(context: Context, fact: Extract<LeadFact, { type: 'leads.claimed' }>): void {
  const { state } = context;
  if (state.claim?.requestId !== fact.requestId || state.run !== 'running') {
    releaseLeads(context, notYetClaimed(context, fact.leads), 'not-wanted');
    if (state.claim?.requestId === fact.requestId) state.claim = null;
    return;
  }
  const { count: asked, pushed: pushedMeanwhile } = state.claim;
  state.claim = null;
  const leads = notYetClaimed(context, fact.leads);
  // A callback that was agreed keeps its instant, whatever skills are at work: it has a buffer of its own.
  const reserved = leads.filter(needsReservedAgent);
  const { suited, unsuited } = bySkills(
    context,
    leads.filter((lead) => !needsReservedAgent(lead)),
  );
  rest(context, unsuited);
  if (suited.length > 0) delete state.passedOver;
  else if (unsuited.length > 0) state.passedOver = (state.passedOver ?? 0) + unsuited.length;
  if (suited.some(({ skills }) => skills.length > 0)) state.asksForSkills = true;
  const claimedAt = context.now;
  state.leadBuffer.push(...suited.map((lead) => ({ lead, claimedAt })));
  state.reservedAgentBuffer.push(...reserved.map((lead) => ({ lead, claimedAt })));
  if (suited.length + reserved.length > 0) leadsCame(context);
  if (fact.leads.length < asked) state.claimNotBefore = context.now + EMPTY_DELAY_MS;
  if (pushedMeanwhile.length > 0) pushed(context, pushedMeanwhile);
}

/**
 * Leads were pushed to the front: the buffer goes back, so that the next claim, made at once, brings them. A
 * claim under way may be older than the push; what it brings is handled likewise.
 */
export function pushed(context: Context, leadIds: readonly string[]): void {
  const { state } = context;
  if (state.claim) state.claim = { ...state.claim, pushed: [...state.claim.pushed, ...leadIds] };
  const ahead = new Set(leadIds);
  const isAhead = ({ lead }: BufferedLead): boolean => ahead.has(lead.leadId);
  const buffered = [...state.leadBuffer, ...state.reservedAgentBuffer].filter((waiting) => !isAhead(waiting));

  state.leadBuffer = state.leadBuffer.filter(isAhead);
  state.reservedAgentBuffer = state.reservedAgentBuffer.filter(isAhead);
  state.claimNotBefore = context.now;
  releaseLeads(
    context,
    buffered.map(({ lead }) => lead),
    'pushed-back',
  );
}

/** Leads that are not claimed already. A repeated answer must not add a lead twice. */
function notYetClaimed({ state }: Context, leads: readonly Lead[]): readonly Lead[] {
  const claimed = new Set([...state.leadBuffer, ...state.reservedAgentBuffer].map(({ lead }) => lead.leadId));
  for (const call of state.calls.values())
    if (call.stage !== 'closing' && !call.inbound) claimed.add(call.lead.leadId);
  for (const agent of state.agents.values()) {
    if (agent.preview) claimed.add(agent.preview.lead.leadId);
    if (agent.awaitingLeg) claimed.add(agent.awaitingLeg.lead.leadId);
  }
  return leads.filter((lead) => !claimed.has(lead.leadId));
}

/** The queue failed. The campaign asks again shortly. */
export function claimFailed(context: Context, requestId: string, error: string): void {
  if (context.state.claim?.requestId !== requestId) return;
  context.state.claim = null;
  context.state.claimNotBefore = context.now + EMPTY_DELAY_MS * 2;
  emit(context, { type: 'fault', what: 'claiming leads', detail: error });
}

/** Releases every claimed lead: the campaign pauses, ends, or changes its mode. */
export function releaseAllLeads(context: Context): void {
  const { state } = context;
  releaseLeads(
    context,
    [...state.leadBuffer, ...state.reservedAgentBuffer].map(({ lead }) => lead),
    'campaign-not-dialing',
  );
  state.leadBuffer = [];
  state.reservedAgentBuffer = [];
}

/**
 * Reports that agents are free, the buffer is empty and no claim is pending: once, and again after leads came
 * (at most every 20 s) or after an hour.
 */
export function reportNoLeads(context: Context): void {
  const { state } = context;
  if (context.now - state.noLeadsReportedAt < STILL_NO_LEADS_MS || linesInUse(state) >= state.settings.lines)
    return;
  state.noLeadsReportedAt = context.now;
  emit(context, { type: 'leads.dry', supply: state.supply });
  const { settings } = state;
  const asked = { agentIds: [...state.agents.keys()], ...onlyNumbers(settings) };
  const command = { campaignId: settings.campaignId, at: context.now, ...asked };
  send(context, { port: 'leads', method: 'survey', command });
}

/** Leads came: the next time that there are none is reported anew. */
function leadsCame({ state, now }: Context): void {
  if (now - state.noLeadsReportedAt >= NO_LEADS_GAP_MS) state.noLeadsReportedAt = now - STILL_NO_LEADS_MS;
}

/** Until it is live, a campaign claims and counts leads of its allow-list only. */
export function onlyNumbers({ live, allowList }: CampaignSettings): {
  readonly onlyNumbers?: readonly string[];
} {
  return live ? {} : { onlyNumbers: allowList };
}
