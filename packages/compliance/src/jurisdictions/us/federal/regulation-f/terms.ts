/** Terms that the rules of Regulation F share. */
import type { Context } from '../../../../engine/context.js';
import { isBusiness } from '../../terms.js';
import type { Refused } from '../../../../engine/rule.js';

/** Purposes of the rules. */
export const DEBT = ['debt-collection'] as const;

/** Outside are creditors about their own debts, and debts of businesses: the rules protect consumers. */
export const isOutside = (context: Context): boolean =>
  context.campaign.firstParty === true || isBusiness(context);

/** Builds a refusal, without an end, of calls for which a test holds. */
export const refuse =
  (when: (context: Context, at: number) => boolean, because: string) =>
  (context: Context, at: number): Refused | undefined =>
    !isOutside(context) && when(context, at) ? { until: null, because } : undefined;
