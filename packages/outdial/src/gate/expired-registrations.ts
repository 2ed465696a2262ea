/**
 * Registrations that end while a campaign runs: calls to their place are held back from that instant. (One
 * that has ended before keeps the campaign from starting: the review says so.)
 */
import type { Registration } from '@outdial/compliance';
import type { CallRefusal } from '@outdial/core';

const DAY_MS = 86_400_000;

/** A hold of the calls to one place. */
export interface PlaceHold {
  /** As decisions name jurisdictions: 'US', 'US-TX'. */
  readonly place: string;
  /** Epoch ms from which it holds. */
  readonly from: number;
  readonly refusal: CallRefusal;
}

/** The holds of registrations, permits and subscriptions with a last day: a day of UTC. */
export function registrationHolds(registrations: readonly Registration[]): readonly PlaceHold[] {
  return registrations.flatMap(({ kind, number, place, expires }) =>
    expires === undefined
      ? []
      : [
          {
            place,
            from: Date.parse(`${expires}T00:00:00Z`) + DAY_MS,
            refusal: {
              rule: 'policy.registration',
              citation: 'outdial policy',
              message:
                `The ${kind} ${number} for ${place} expired on ${expires}: ` +
                `calls to ${place} are held back. ` +
                'Renew it, give its new day, and start the campaign anew.',
              // The lead waits and is asked about again: a renewal cures it.
              scope: 'call',
              nextAllowedAt: null,
            },
          },
        ],
  );
}

/** What the holds in force at an instant, epoch ms, say. */
export function holdsInForce(holds: readonly PlaceHold[], at: number): readonly string[] {
  return holds.filter(({ from }) => at >= from).map(({ refusal }) => refusal.message);
}

/** The hold that bars a call to these jurisdictions at an instant, epoch ms; undefined where none does. */
export function holdOf(
  holds: readonly PlaceHold[],
  jurisdictions: readonly string[],
  at: number,
): CallRefusal | undefined {
  return holds.find(({ place, from }) => at >= from && jurisdictions.includes(place))?.refusal;
}
