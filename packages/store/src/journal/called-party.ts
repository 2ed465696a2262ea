/** The called party as the gate is asked about it: every fact the store has of person, number and lead. */
import { defined } from '@outdial/core';
import type { CampaignLaw } from '../campaigns.js';
import { parseJson } from '../database/json-text.js';
import { consentFor } from '../law/consents.js';
import { learnedFacts, reassignedAt } from '../law/facts-for-call.js';
import type { CampaignFacts, StoredLeadFacts } from '../leads/lead-facts.js';
import type { LeadRow, LeadNumber } from '../leads/lead-row.js';
import { FROM_LIST } from '../law/learned.js';
import type { HistoryEntry } from './history.js';
import type { KnownFacts, LearnedRow } from './known-facts.js';

/**
 * The called party as the gate is asked about it, and what the store itself knows that forbids the call
 * whatever the gate says.
 */
export interface CalledParty {
  /** In the compliance module's terms (`lead.*`): the store's own facts, and those of the lead. */
  readonly facts: StoredLeadFacts & Readonly<Record<string, unknown>>;
  /** Rule id of the store's own refusal, or null. */
  readonly barredBy: string | null;
  /** Contacts other than our attempts, as history entries. */
  readonly contacts: readonly HistoryEntry[];
}

/** The call the facts are read for. */
export interface PartyOfCall {
  /** E.164. */
  readonly phone: string;
  readonly law: CampaignLaw;
  /** Epoch ms by the wall clock. */
  readonly at: number;
}

/** Everything the compliance module asks of the called party, in its terms (`lead.*`). */
export function calledParty(
  known: KnownFacts,
  lead: Pick<LeadRow, 'seller' | 'account' | 'facts'>,
  phones: readonly LeadNumber[],
  call: PartyOfCall,
): CalledParty {
  const { phone, law, at } = call;
  const { requestedAt, learned } = known;
  const own = parseJson(lead.facts, {});
  const consent = consentFor(known.consents, {
    phone,
    at,
    purpose: law.purpose,
    seller: lead.seller ?? law.seller,
    reassignedAt: reassignedAt(learned, own, phone),
  });
  const dialed = phones.find((row) => row.phone === phone);
  const facts = {
    ...campaignFactsOf(law),
    ...own,
    phone,
    otherPhones: phones
      .filter((row) => row.phone !== phone)
      .map((row) => defined({ phone: row.phone, lineType: row.line_type ?? undefined })),
    ...defined({
      lineType: dialed?.line_type ?? undefined,
      debtId: lead.account ?? undefined,
      consent,
      doNotCall: requestedAt === undefined ? undefined : listed(own['doNotCall'], requestedAt),
    }),
    ...learnedFacts(learned, own, phone, consent?.at),
  };
  return {
    facts,
    barredBy: requestedAt === undefined ? barOf(learned, phone) : 'store.do-not-call',
    contacts: known.contacts,
  };
}

/** What the list says of registers, with the request on the company's own list. */
function listed(given: unknown, requestedAt: number): NonNullable<StoredLeadFacts['doNotCall']> {
  return { ...(typeof given === 'object' ? given : {}), internal: { requestedAt } };
}

/** Subject and debt may come with the campaign; the lead's own take precedence. */
function campaignFactsOf({ facts }: CampaignLaw): CampaignFacts {
  return defined({ subject: facts['subject'], debtId: facts['debtId'], eventId: facts['eventId'] });
}

/**
 * Calls that the store refuses whatever the law says: to the deceased, the bankrupt, wrong numbers, and
 * numbers that a list flags.
 */
function barOf(learned: readonly LearnedRow[], phone: string): string | null {
  for (const row of learned) {
    if (row.kind === 'deceased' || row.kind === 'bankrupt') return `store.${row.kind}`;
    if (row.kind === 'wrong-number' && row.phone === phone) return 'store.wrong-number';
    // Those of calls and operators are entries of the do-not-call list, from which they can be taken.
    if (row.kind === 'do-not-call' && row.phone === phone && row.source === FROM_LIST)
      return 'store.do-not-call';
  }
  return null;
}
