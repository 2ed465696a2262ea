/** Callers who hung up and keep their place: their lead is claimed, and dialed when their turn comes. */
import type { Call } from '../call/call.js';
import { send, type Context } from '../context.js';
import type { LeadFact } from '../facts.js';
import { releaseLeads } from '../supply/lead-buffer.js';
import type { Lead } from '../supply/lead.js';
import { NO_LEAD, type InboundCall } from './inbound-call.js';

/** Begins the ids of claims for kept places. */
const REQUEST = 'place-';

/** The journal has the end of a call whose caller keeps their place: their lead is claimed. */
export function keepPlace(context: Context, call: Call, inbound: InboundCall): void {
  const { state, now } = context;
  const { leadId } = call.lead;
  if (inbound.ending !== 'callback' || call.result?.keepsLead || leadId === NO_LEAD) return;
  if (call.result?.lead.status !== 'open') return;
  state.places = [
    ...state.places.filter((place) => place.leadId !== leadId),
    { leadId, since: inbound.arrivedAt },
  ];
  const requestId = `${REQUEST}${state.epoch}-${state.nextRequest}`;
  state.nextRequest += 1;
  send(context, {
    port: 'leads',
    method: 'claim',
    command: {
      campaignId: state.settings.campaignId,
      requestId,
      count: 1,
      at: now,
      agentIds: [...state.agents.keys()],
      leadId,
    },
  });
}

/** Handles the queue's answer for a kept place. Returns false when the answer is for another claim. */
export function placeLeads(
  context: Context,
  { requestId, leads }: Pick<Extract<LeadFact, { type: 'leads.claimed' }>, 'requestId' | 'leads'>,
): boolean {
  if (!requestId.startsWith(REQUEST)) return false;
  const { state, now } = context;
  const isWanted = ({ leadId }: Lead): boolean =>
    state.run === 'running' &&
    state.places.some((place) => place.leadId === leadId) &&
    !state.reservedAgentBuffer.some(({ lead }) => lead.leadId === leadId);
  for (const lead of leads)
    if (isWanted(lead)) state.reservedAgentBuffer.push({ lead, claimedAt: now });
    else releaseLeads(context, [lead], 'not-wanted');
  return true;
}
