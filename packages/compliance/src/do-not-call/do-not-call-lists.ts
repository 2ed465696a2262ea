/** Several do-not-call lists at once, each with its kind: national, state, company, campaign, litigators. */
import type { LeadFacts, Purpose } from '../contract.js';

/** What a do-not-call list is of. */
export const DO_NOT_CALL_LIST_KINDS = ['national', 'state', 'company', 'campaign', 'litigators'] as const;

/** A list that can look a number up. */
export interface ListedNumbers {
  has(phone: string): boolean;
  /** Where it comes from. */
  readonly source: string;
  /** 'YYYY-MM-DD' on which it was obtained. */
  readonly date: string;
}

/** A list with its name and kind. */
export interface DoNotCallList {
  /** Name in refusals and in client policies. */
  readonly name: string;
  /**
   * 'national' counts as the public registry; every other kind refuses by its name (`createCompliance({ lists
   * })`, or a client policy of kind 'list').
   */
  readonly kind: (typeof DO_NOT_CALL_LIST_KINDS)[number];
  readonly numbers: ListedNumbers;
  /** Purposes that it bars; absent: all. A national list bars what the law of its country says. */
  readonly purposes?: readonly Purpose[];
  /** Voices that it bars. @default 'any' */
  readonly voices?: 'any' | 'live' | 'recorded';
}

/** The do-not-call facts of a number: what a request takes as `lead.doNotCall`. */
export function doNotCallFacts(
  phone: string,
  lists: readonly DoNotCallList[],
): NonNullable<LeadFacts['doNotCall']> {
  const found = lists.filter((list) => list.numbers.has(phone));
  const names = found.filter((list) => list.kind !== 'national').map((list) => list.name);
  return {
    ...(found.some((list) => list.kind === 'national') ? { national: true } : {}),
    ...(names.length > 0 ? { lists: names } : {}),
  };
}
