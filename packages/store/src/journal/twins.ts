/**
 * How leads that share a person or a number affect each other. Twins are leads of one campaign's lists: of
 * one person, or of several persons with one number. The twin that was called last leads while it is open.
 */
import { parseJson } from '../database/json-text.js';
import type { AttemptLeadRow, LeadNumber } from '../leads/lead-row.js';
import type { TwinCall } from './twin-calls.js';

/** Why a lead is closed whose pursuit ended in another lead. */
export const PURSUIT_ENDED = 'pursuit-ended';

/** How long after the leading twin is due the others ask again, ms. */
const FOLLOW_MS = 15 * 60_000;
/** A twin that is overdue for this long no longer leads, ms: it cannot be called, and another takes over. */
const LAPSE_MS = 3 * 86_400_000;

/** An open number of the lead. */
export interface Standing {
  readonly phone: string;
  readonly position: number;
  /** Epoch ms from which the lead may call it; Infinity: its pursuit ended. */
  readonly due: number;
}

/** When the lead may call each of its open numbers, by the calls of its campaign (newest first). */
export function standingsOf(
  lead: Pick<AttemptLeadRow, 'lead_id' | 'person_id' | 'entry' | 'phone_index'>,
  phones: readonly LeadNumber[],
  calls: readonly TwinCall[],
  at: number,
): readonly Standing[] {
  const ofPursuit = calls.filter((call) => call.lead_id === lead.lead_id || !areSeparate(lead, call));
  const ofPerson = ofPursuit.filter((call) => call.person_id === lead.person_id);
  const personEnded = ofPerson.some(
    (call) => call.lead_id !== lead.lead_id && isEnded(call) && call.why !== 'no-number-left',
  );
  const personDue = personEnded ? Infinity : dueAfter(lead.lead_id, ofPerson, at);

  return phones
    .filter(({ open }) => open === 1)
    .map(({ phone, position }) => {
      const toNumber = ofPursuit.filter((call) => call.phone === phone);
      const ended = toNumber.some((call) => call.lead_id !== lead.lead_id && isEnded(call));
      const others = toNumber.filter(
        (call) => call.lead_id === lead.lead_id || call.person_id !== lead.person_id,
      );
      const own = position === lead.phone_index ? 0 : ownDue(lead.lead_id, toNumber);
      const due = ended ? Infinity : Math.max(personDue, dueAfter(lead.lead_id, others, at), own);
      return { phone, position, due };
    });
}

/** Two leads of which each stands for an account of its own: two pursuits are wanted. */
function areSeparate(lead: Pick<AttemptLeadRow, 'entry'>, call: TwinCall): boolean {
  return lead.entry !== '' && (call.entry ?? '') !== '' && lead.entry !== call.entry;
}

/** Whether the pursuit itself has ended. A lead that its list withdrew or the law refused does not count. */
function isEnded({ state, closed_by: closedBy, why }: TwinCall): boolean {
  return state === 'closed' && closedBy === 'outcome' && why !== PURSUIT_ENDED;
}

/** From when the lead may go on, where these calls (newest first) are the pursuit. */
function dueAfter(leadId: string, calls: readonly TwinCall[], at: number): number {
  const leading = calls.find((call) => call.lead_id === leadId || leads(call, at));
  if (leading && leading.lead_id !== leadId) return Math.max(leading.next_dialable_at ?? at, at) + FOLLOW_MS;
  const [newest] = calls;
  return newest && newest.lead_id !== leadId ? dueBy(newest) : 0;
}

function leads({ state, open, reason, next_dialable_at: dueAt }: TwinCall, at: number): boolean {
  if (state === null || state === 'closed' || open === 0) return false;
  return state === 'claimed' || reason === 'callback' || (dueAt ?? at) + LAPSE_MS > at;
}

function ownDue(leadId: string, calls: readonly TwinCall[]): number {
  const newest = calls.find((call) => call.lead_id === leadId);
  return newest ? dueBy(newest) : 0;
}

/** The instant that the end of a call set for the next call to its number. */
function dueBy({ result }: TwinCall): number {
  const next = result === null ? undefined : parseJson(result, undefined)?.lead;
  return next?.numberNotBefore ?? next?.nextDialableAt ?? 0;
}
