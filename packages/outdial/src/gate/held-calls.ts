/**
 * What ended while a campaign runs and holds its calls back, for those who ask why nothing is dialed:
 * permits, and consents of single people.
 */
import { countOf, type CallRefusal } from '@outdial/core';
import type { LeadFacts } from '@outdial/compliance';

/** What a refusal says that a consent would lift which has ended; its day follows. */
export const CONSENT_ENDED = 'The consent on file ended on';

/** Numbers that are counted; beyond them the sentence says 'more than'. */
const NUMBERS_KEPT = 100_000;

/** Notes the verdict on every call of a run. */
export class HeldCalls {
  /** Numbers whose consent has ended and whose call was refused since. Never logged. */
  readonly #numbers = new Set<string>();
  /** What refusals said of permits that have ended. */
  readonly #permits = new Set<string>();

  /** Takes the refusals of one call; none: it was allowed. */
  note({ phone }: Pick<LeadFacts, 'phone'>, refusals: readonly CallRefusal[]): void {
    const isEnded = refusals.some(({ message }) => message.includes(CONSENT_ENDED));
    if (!isEnded) this.#numbers.delete(phone);
    else if (this.#numbers.size <= NUMBERS_KEPT) this.#numbers.add(phone);
    for (const { rule, message } of refusals) if (rule === 'policy.registration') this.#permits.add(message);
  }

  /** One sentence for each thing that has ended and held a call back. */
  sentences(): readonly string[] {
    return [...this.#permits, ...endedConsents(this.#numbers.size)];
  }
}

/** The sentence on leads of which no consent counts any more; none where there is no such lead. */
export function endedConsents(leads: number): readonly string[] {
  if (leads === 0) return [];
  const shown =
    leads > NUMBERS_KEPT
      ? `More than ${countOf(NUMBERS_KEPT, 'lead')} have`
      : countOf(leads, 'lead has', 'leads have');
  return [
    `${shown} only consents that have ended: record new ones ('outdial consents import'), ` +
      'or call without what needs them.',
  ];
}
