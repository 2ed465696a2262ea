/** When a message is tried again. */

/** Waits after the first tries that failed; later ones wait as long as the last. */
const WAITS_MS = [5_000, 15_000, 60_000, 300_000, 900_000] as const;
/** Part of a wait by which it may be longer: receivers that come back are not met by all at one instant. */
const SPREAD = 0.2;
const LONGEST_MS = 900_000;

/**
 * Ms until the next try after so many that failed. `asked`: what the receiver asked for, kept to a quarter of
 * an hour. `random`: from 0 to 1.
 */
export function waitBeforeTry(failed: number, asked: number | null, random: number): number {
  const wait = WAITS_MS[Math.min(failed, WAITS_MS.length) - 1] ?? WAITS_MS[0];
  const spread = wait * (1 + SPREAD * random);
  return Math.min(LONGEST_MS * (1 + SPREAD), Math.max(spread, asked ?? 0));
}
