/** How numbers of a list are written, where digits without a plus sign leave it open. */

/**
 * What digits without a plus sign begin with. `careful`: both readings are tried, and a number that can be
 * either is rejected; `national`: with no country code; `international`: with their country code.
 */
export const NUMBER_STYLES = ['careful', 'national', 'international'] as const;

/** One of {@link NUMBER_STYLES}. */
export type NumberStyle = (typeof NUMBER_STYLES)[number];
