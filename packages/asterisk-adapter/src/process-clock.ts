/** The clock of a telephony that is given none. */

/** The process's own clock, which no step of the wall clock moves. Epoch ms. */
export function processClock(): number {
  return Math.floor(performance.timeOrigin + performance.now());
}
