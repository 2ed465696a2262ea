/** Warns of registrations, permits and subscriptions that expire soon; the review refuses those that have. */
import type { Registration } from '@outdial/compliance';
import { utcText } from '@outdial/core';
import type { Finding } from './finding.js';

/** Days before the last one from which a renewal is asked for. */
const NOTICE_DAYS = 60;
const DAY_MS = 86_400_000;

/**
 * One finding for each registration that has not expired.
 *
 * @param at epoch ms
 */
export function checkRegistrations(registrations: readonly Registration[], at: number): readonly Finding[] {
  const [today, soon] = [utcText(at, 'day'), utcText(at + NOTICE_DAYS * DAY_MS, 'day')];
  return registrations.flatMap(({ kind, place, number, expires }): readonly Finding[] => {
    const check = `${kind} ${place}`;
    if (expires === undefined) return [{ check, verdict: 'ok', detail: `${number}, does not expire` }];
    if (expires < today) return [];
    const detail = `${number}, until ${expires}`;
    if (expires > soon) return [{ check, verdict: 'ok', detail }];
    return [
      {
        check,
        verdict: 'warning',
        detail,
        remedy:
          `Renew it and give its new day; after ${expires} the campaign does not start, ` +
          'and one that runs places no calls.',
      },
    ];
  });
}
