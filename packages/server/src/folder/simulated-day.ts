/** The clock of a simulated floor: it never goes back behind a call that the store holds. */

const DAY_MS = 24 * 3_600_000;
const SATURDAY = 6;
const SUNDAY = 0;

/**
 * Where simulated time begins: at `startsAt` (ISO 8601 with offset), or at the same hour of the first working
 * day after the newest call. Epoch ms.
 */
export function simulatedStart(startsAt: string, newestCallAt: number | null): number {
  let at = Date.parse(startsAt);
  while ((newestCallAt !== null && at <= newestCallAt) || isWeekend(at)) at += DAY_MS;
  return at;
}

/**
 * The seed of the day that begins at `at` (epoch ms): the one of the file on the day of the file, another on
 * each later one. With one seed for all, who did not answer on the day before, and is called first on the
 * next, would never answer.
 */
export function simulatedSeed(seed: number, startsAt: string, at: number): number {
  return seed + Math.round((at - Date.parse(startsAt)) / DAY_MS);
}

function isWeekend(at: number): boolean {
  const day = new Date(at).getUTCDay();
  return day === SATURDAY || day === SUNDAY;
}
