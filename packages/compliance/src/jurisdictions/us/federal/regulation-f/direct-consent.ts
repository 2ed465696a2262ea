/** Direct prior consent to a call: what it covers, and for how long. */
import type { HistoryEntry } from '../../../../contract.js';
import type { Context } from '../../../../engine/context.js';
import { isConnectedCall, isConversation, isSameDebt } from '../../../../engine/history.js';
import { rule, type Rule } from '../../../../engine/rule.js';
import { parseCivilDate } from '../../../../time/civil-date.js';
import { firstInstantOnOrAfterDay, type Zone } from '../../../../time/zone.js';
import { regulationF } from '../../sources.js';
import { DEBT } from './terms.js';

/**
 * True where the attempt was made with direct prior consent: consent of an earlier exchange covers seven
 * local days with its own day as day 1, from the stated date on, and ends with a conversation or, for a
 * single call, with that call.
 */
export function isWithConsent(
  at: number,
  self: HistoryEntry | undefined,
  context: Context,
  zone: Zone,
): boolean {
  return context.history.some((grant) => {
    if (!grant.callbackConsent || grant === self || grant.at > at || !isSameDebt(grant, context))
      return false;
    const given = zone.localDay(grant.at);
    const from = Math.max(given, parseCivilDate(grant.callbackConsent.from) ?? given);
    const day = zone.localDay(at);
    if (day < from || day >= given + 7) return false;
    return !context.history.some((entry) => {
      if (entry.at <= grant.at || entry.at >= at || !isSameDebt(entry, context)) return false;
      if (isConversation(entry)) return true;
      return (
        grant.callbackConsent?.single === true && entry.direction === 'outbound' && isConnectedCall(entry)
      );
    });
  });
}

/** In every candidate zone the call would be made with consent. */
export function consentCovers(context: Context, at: number): boolean {
  return context.zones.every((zone) => isWithConsent(at, undefined, context, zone));
}

/** First later instant at which a consent on record begins to cover calls; infinite where none does. */
function nextConsentStart(context: Context, at: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const zone of context.zones) {
    for (const grant of context.history) {
      const from = grant.callbackConsent ? parseCivilDate(grant.callbackConsent.from) : undefined;
      if (from === undefined || from <= zone.localDay(at)) continue;
      next = Math.min(next, firstInstantOnOrAfterDay(zone, from, at));
    }
  }
  return next;
}

/** A cap's refusal ends no later than the next consent may begin. */
export function untilConsent(context: Context, at: number, until: number): number {
  return Math.min(until, nextConsentStart(context, at));
}

/** Calls with direct prior consent do not count toward the caps. */
export const directConsent: Rule = rule<number>({
  id: 'us.regf.consent_excl',
  jurisdiction: 'US',
  title: 'Calls with direct prior consent do not count',
  citation: '12 CFR 1006.14(b)(3)(i)',
  purposes: DEBT,
  parameter: {
    unit: 'calendar days, the day of consent is day 1',
    values: [
      {
        from: '2021-11-30',
        value: 7,
        source: regulationF('1006.14(b)(3)(i)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  inputs: (context, at) => ({ covered: consentCovers(context, at) }),
  remarks:
    'Ends earlier on expiry of the stated period, revocation or a conversation (comment ' +
    '14(b)(3)(i)-2: a call two days after the conversation counts again, ' +
    'though the seven days still run). A consent for one call is used up by the first call that ' +
    'rings. Applied inside us.regf.7in7 and us.regf.conversation7.',
});
