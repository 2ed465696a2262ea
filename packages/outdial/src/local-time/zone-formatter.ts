/** The runtime's own reading of local time, one formatter a zone, as making one is slow. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formats year to second in an IANA zone, as digits, hours from 00 to 23. Throws for an unknown zone. */
export function zoneFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}
