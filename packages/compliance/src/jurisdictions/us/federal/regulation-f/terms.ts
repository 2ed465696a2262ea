/** Terms that the rules of Regulation F share. */
import type { Context } from '../../../../engine/context.js';
import type { Refused } from '../../../../engine/rule.js';

/** Purposes of the rules. */
export const DEBT = ['debt-collection'] as const;

/** A creditor that collects its own debt is outside. */
export const isFirstParty = (context: Context): boolean => context.campaign.firstParty === true;

/** Builds a refusal, without an end, of calls for which a test holds. */
export const refuse =
  (when: (context: Context, at: number) => boolean, because: string) =>
  (context: Context, at: number): Refused | undefined =>
    !isFirstParty(context) && when(context, at) ? { until: null, because } : undefined;
