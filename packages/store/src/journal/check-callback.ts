import type { Callback, ComplianceGate, Refusal } from '@outdial/core';
import { readCampaignLaw } from '../campaigns.js';
import type { Tx } from '../database/engine.js';
import { query } from '../database/statements.js';
import { readPhones } from '../leads/lead-row.js';
import type { LeadRow } from '../leads/lead-row.js';
import { localTimeOf } from '../law/local-time.js';
import { ownRefusal } from './refusal.js';
import { readCalledParty } from './called-party.js';
import { readHistory } from './history.js';
import { timeZoneOf } from './open-attempt.js';

/** The gate's word on a callback. */
export interface CallbackAnswer {
  readonly allowed: boolean;
  readonly nextAllowedAt: number | null;
  readonly refusals: readonly Refusal[];
}

/**
 * May this callback be promised? The gate is asked as it will be then: an agent reserved, a live voice, and
 * the present conversation in the history with the consent that the promise implies.
 */
export async function checkCallback(
  tx: Tx,
  gate: ComplianceGate,
  command: {
    readonly campaignId: string;
    readonly attemptId: string;
    readonly callback: Callback;
    readonly now: number;
  },
): Promise<CallbackAnswer> {
  const [attempt] = await query<{ lead_id: string; phone: string; person_id: string }>(
    tx,
    'select lead_id, phone, person_id from attempts where attempt_id = ?',
    [command.attemptId],
  );
  const [lead] = attempt
    ? await query<LeadRow>(tx, 'select * from leads where lead_id = ?', [attempt.lead_id])
    : [];
  if (!attempt || !lead)
    return {
      allowed: false,
      nextAllowedAt: null,
      refusals: [
        ownRefusal('store.no-attempt', 'There is no such attempt to promise a callback in.', 'call'),
      ],
    };
  const { at } = command.callback;
  const phones = (await readPhones(tx, [lead.lead_id])).get(lead.lead_id) ?? [];
  const law = await readCampaignLaw(tx, command.campaignId);
  const party = await readCalledParty(tx, lead, phones, {
    phone: attempt.phone,
    campaignId: command.campaignId,
    law,
    at: command.now,
  });
  if (party.barredBy !== null)
    return {
      allowed: false,
      nextAllowedAt: null,
      refusals: [
        ownRefusal(party.barredBy, 'The store knows that this number or person must not be called.', 'lead'),
      ],
    };
  const timeZone = timeZoneOf(lead);
  const present = {
    at: command.now,
    direction: 'outbound',
    outcome: 'conversation',
    phone: attempt.phone,
    voice: 'live',
    ...(law.purpose === null ? {} : { purpose: law.purpose }),
    ...(lead.account === null ? {} : { debtId: lead.account }),
    callbackConsent: {
      from: localTimeOf(at, timeZone ?? 'UTC')?.date ?? new Date(at).toISOString().slice(0, 10),
      single: true,
    },
  };
  const history = [
    present,
    ...(await readHistory(tx, { personId: attempt.person_id, phone: attempt.phone, timeZone })),
    ...party.contacts,
  ];
  const decision = gate.decide({
    at,
    campaignId: command.campaignId,
    lead: party.facts,
    history,
    mode: 'progressive',
    humanInitiated: false,
    voices: ['live'],
  });
  return { allowed: decision.allowed, nextAllowedAt: decision.nextAllowedAt, refusals: decision.refusals };
}
