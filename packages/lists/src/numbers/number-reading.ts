/** What came of reading a telephone number: the number, or what is wrong with it. */

/** A number that was read. */
export interface ReadNumber {
  readonly ok: true;
  /** E.164, in today's form of the plan. */
  readonly phone: string;
  /** ISO country of the number; null where its calling code is not a country's. */
  readonly country: string | null;
  /** Area code of North American numbers. */
  readonly areaCode?: string;
  readonly lineType?: 'wireless' | 'landline' | 'voip';
  /** What the digits would be read as, too: a do-not-call list holds both. */
  readonly otherwise?: string;
  /** Digits to be dialed after the answer. */
  readonly extension?: string;
}

/** A text that holds no number that can be dialed. */
export interface UnreadNumber {
  readonly ok: false;
  readonly problem: string;
  readonly remedy: string;
  /** What the digits can be read as, where that is open: a do-not-call list holds all of it. */
  readonly perhaps?: readonly string[];
}

/** A number that was read, or what is wrong with it. */
export type NumberReading = ReadNumber | UnreadNumber;

/** A text that holds no number. */
export function unread(problem: string, remedy: string): UnreadNumber {
  return { ok: false, problem, remedy };
}

/** Numbers that cost the caller more are never dialed. */
export const PREMIUM: UnreadNumber = unread(
  'it is a premium-rate number',
  'remove it: such numbers are never dialed',
);

/** How to write a number that was not understood. */
export function rewrite(country: string | null): string {
  const orNational = country === null ? '' : `, or as it is dialed within ${country}`;
  return `write it with its country code ('+' and digits)${orNational}`;
}
