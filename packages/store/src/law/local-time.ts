/** Local time at a place, from the run time's zone data. */

/** Date and hour at a place. */
export interface LocalTime {
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  /** 0 to 23. */
  readonly hour: number;
}

const formatters = new Map<string, Intl.DateTimeFormat | null>();

/**
 * Local date and hour at an instant; null when the zone is not known. One formatter a zone, as making one is
 * slow.
 */
export function localTimeOf(at: number, timeZone: string): LocalTime | null {
  const formatter = formatterOf(timeZone);
  if (!formatter) return null;
  const parts = Object.fromEntries(formatter.formatToParts(at).map((part) => [part.type, part.value]));
  return { date: `${parts['year']}-${parts['month']}-${parts['day']}`, hour: Number(parts['hour']) };
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = createFormatter(timeZone);
  formatters.set(timeZone, made);
  return made;
}

/** Null: the zone is not known. */
function createFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
    });
  } catch {
    return null;
  }
}
