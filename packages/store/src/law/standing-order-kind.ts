/** What an order that holds until it ends is. */

/** An emergency that a state has declared, or a legal hold. */
export type StandingOrderKind = 'emergency' | 'legal-hold';
