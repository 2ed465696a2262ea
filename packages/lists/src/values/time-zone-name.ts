/** Which names are time zones. */

const known = new Map<string, boolean>();

/** True when the run time's zone data has the name. */
export function isTimeZone(timeZone: string): boolean {
  const answer = known.get(timeZone);
  if (answer !== undefined) return answer;
  const is = canBeMade(timeZone);
  known.set(timeZone, is);
  return is;
}

function canBeMade(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-CA', { timeZone });
    return true;
  } catch {
    return false;
  }
}
