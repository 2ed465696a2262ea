/**
 * One pursuit for each number and person in a campaign: where several leads share them, one is called. The
 * others wait while it is open, and are closed with it.
 */
import type { OpenRequest } from '@outdial/core';
import type { Append } from '../audit/chain.js';
import type { Db, Tx } from '../database/engine.js';
import { preparedCommand } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { counted } from '../leads/lead-counts.js';
import type { AttemptLeadRow, LeadNumber } from '../leads/lead-row.js';
import type { OpenAnswer } from './open-context.js';
import { ownRefusal, postpone } from './refusal.js';
import { readTwinCalls } from './twin-calls.js';
import { PURSUIT_ENDED, standingsOf } from './twins.js';
import type { Standing } from './twins.js';

/** Why a lead waits while another lead is called in its place. */
const PURSUED = 'pursued-by-another-lead';

/** The lead that is to be called, and which leads were called at its number or for its person before. */
export interface Candidate {
  readonly lead: AttemptLeadRow;
  readonly phones: readonly LeadNumber[];
  readonly callers: readonly { readonly lead_id: string; readonly campaign_id: string }[];
}

/**
 * Null where the lead may be called. Else the lead has been closed, or waits with the number that is due
 * first, and the answer says so. A manual call does not wait, just as it does not wait for the lead's own
 * retry.
 */
export async function yieldToTwin(
  tx: Tx,
  append: Append,
  request: OpenRequest,
  { lead, phones, callers }: Candidate,
): Promise<OpenAnswer | null> {
  const { campaignId, at } = request;
  const leadId = lead.lead_id;
  if (!callers.some((row) => row.campaign_id === campaignId && row.lead_id !== leadId)) return null;

  const calls = await readTwinCalls(tx, { campaignId, personId: lead.person_id, phones });
  const standings = standingsOf(lead, phones, calls, at);
  const asked = standings.find(({ phone }) => phone === request.phone);
  const isDue = asked !== undefined && asked.due <= at;
  if (isDue || (asked && asked.due < Infinity && request.mode === 'manual')) return null;

  const next = firstDue(standings, asked);
  if (!next) {
    await counted(tx, [leadId], () => closeEnded(tx, { leadId, at }));
    const detail = { reason: PURSUIT_ENDED, closed: 1, leadIds: [leadId] };
    await append({ at, campaignId, kind: 'leads.closed', detail });
    return yielded('store.pursuit-ended', 'The pursuit ended in another lead of the campaign.', null);
  }
  const state = lead.reason === 'callback' ? 'callback' : 'waiting';
  const until = Math.max(next.due, at);
  await postpone(tx, { leadId, state, phoneIndex: next.position, until, why: PURSUED, at });
  return yielded('store.pursued', 'Another lead of the campaign pursues the number or person.', until);
}

/** The number that is due first; the one asked for, then the one after it, where several are. */
function firstDue(standings: readonly Standing[], asked: Standing | undefined): Standing | undefined {
  const from = asked?.position ?? 0;
  const open = standings.filter(({ due }) => due < Infinity);
  const inOrder = [
    ...open.filter(({ position }) => position >= from),
    ...open.filter(({ position }) => position < from),
  ];
  return inOrder.reduce<Standing | undefined>(
    (first, standing) => (first && first.due <= standing.due ? first : standing),
    undefined,
  );
}

function yielded(rule: string, message: string, nextAllowedAt: number | null): OpenAnswer {
  const refusal = { ...ownRefusal(rule, message, 'lead'), nextAllowedAt };
  return { kind: 'refused', refusals: [refusal], nextAllowedAt };
}

const closeEnded = preparedCommand((db: Db, { leadId, at }: Given<{ leadId: string; at: number }>) =>
  db
    .updateTable('leads')
    .set({
      state: 'closed',
      closed_by: 'outcome',
      next_dialable_at: null,
      why: PURSUIT_ENDED,
      claim_campaign: null,
      claim_epoch: null,
      updated_at: at,
    })
    .where('lead_id', '=', leadId),
);
