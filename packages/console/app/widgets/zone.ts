/**
 * Times of the console are those of the agency, wherever the browser is; one of another zone is told with its
 * name. Fields for date and time are read in the zone that their label names.
 */

let agencyZone = 'UTC';

/** Says the agency's zone (IANA name), as the session tells it, before any screen is drawn. */
export function setAgencyZone(zone: string): void {
  agencyZone = zone;
}

/** The agency's zone, IANA name. */
export const zoneOfAgency = (): string => agencyZone;

/** The zone as people call it: 'New York', 'UTC'. */
export function zoneName(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** An instant (epoch ms) as `datetime-local` wants it: '2026-06-10T14:15'. */
export function localText(ms: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  }).formatToParts(ms);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

const QUARTER_MS = 900_000;

/** The next full quarter of an hour, epoch ms: what a field for date and time proposes. */
export function quarterFrom(ms: number): number {
  return Math.ceil(ms / QUARTER_MS) * QUARTER_MS;
}

/**
 * The instant of a text of `datetime-local`, ISO 8601. A time that the clocks of the zone skip is the one an
 * hour later.
 */
export function instantOf(text: string, zone: string): string {
  const asUtc = Date.parse(`${text}Z`);
  const offsetAt = (ms: number): number => Date.parse(`${localText(ms, zone)}Z`) - ms;
  const near = asUtc - offsetAt(asUtc);
  const found = asUtc - offsetAt(near);
  const isSkipped = localText(found, zone) !== text;
  return new Date(isSkipped ? Math.max(near, found) : found).toISOString();
}
