/** Asks the gate whether a callback may be agreed. */
import { defined } from '@outdial/core';
import type { Callback, ComplianceGate, CallRefusal } from '@outdial/core';
import { readCampaignLaw } from '../campaigns.js';
import type { CampaignLaw } from '../campaigns.js';
import type { Tx } from '../database/engine.js';
import { readLead, readPhonesOf, timeZoneOf } from '../leads/lead-row.js';
import type { AttemptLeadRow } from '../leads/lead-row.js';
import type { StoreSecret } from '../store-secret.js';
import { readAttempt } from './attempt-row.js';
import { calledParty } from './called-party.js';
import { dateOf, historyOf } from './history.js';
import type { HistoryEntry } from './history.js';
import { readKnownFacts } from './known-facts.js';
import { barredRefusal, ownRefusal } from './refusal.js';

/** The gate's answer about a callback. */
export interface CallbackAnswer {
  readonly allowed: boolean;
  readonly nextAllowedAt: number | null;
  readonly refusals: readonly CallRefusal[];
}

/** The callback that would be agreed. */
export interface CallbackQuestion {
  readonly campaignId: string;
  readonly attemptId: string;
  readonly callback: Callback;
  /** Epoch ms by the wall clock. */
  readonly now: number;
}

/**
 * Whether this callback may be agreed. The gate is asked as it will be at its time: with an agent reserved, a
 * live voice, and the present conversation in the history together with the consent that the agreement
 * implies.
 */
export async function checkCallback(
  tx: Tx,
  secret: StoreSecret,
  gate: ComplianceGate,
  question: CallbackQuestion,
): Promise<CallbackAnswer> {
  const { campaignId, callback, now } = question;
  const attempt = await readAttempt(tx, question.attemptId);
  const lead = attempt && (await readLead(tx, attempt.lead_id));
  if (!attempt || !lead) {
    return refusedBy(
      ownRefusal('store.no-attempt', 'The callback belongs to no attempt of the store.', 'call'),
    );
  }

  const { phone } = attempt;
  const phones = await readPhonesOf(tx, lead.lead_id);
  const law = await readCampaignLaw(tx, campaignId);
  const known = await readKnownFacts(tx, secret, { personId: lead.person_id, phone, campaignId });
  const party = calledParty(known, lead, phones, { phone, law, at: now });
  if (party.barredBy !== null) return refusedBy(barredRefusal(party.barredBy));

  const attempts = historyOf(known.attempts, timeZoneOf(lead));
  const { allowed, nextAllowedAt, refusals } = gate.decide({
    at: callback.at,
    campaignId,
    lead: party.facts,
    history: [presentConversation(question, phone, lead, law), ...attempts, ...party.contacts],
    mode: 'progressive',
    humanInitiated: false,
    voices: ['live'],
  });
  return { allowed, nextAllowedAt, refusals };
}

/** The call in which the callback is agreed, as the history will show it. */
function presentConversation(
  question: CallbackQuestion,
  phone: string,
  lead: AttemptLeadRow,
  law: CampaignLaw,
): HistoryEntry {
  return defined({
    at: question.now,
    direction: 'outbound',
    outcome: 'conversation',
    phone,
    voice: 'live',
    purpose: law.purpose ?? undefined,
    debtId: lead.account ?? undefined,
    callbackConsent: { from: dateOf(question.callback.at, timeZoneOf(lead)), single: true },
  });
}

function refusedBy(refusal: CallRefusal): CallbackAnswer {
  return { allowed: false, nextAllowedAt: null, refusals: [refusal] };
}
