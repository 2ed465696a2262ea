/** Instants (epoch ms) as text in UTC: one form for machines, one for people. */

/**
 * An instant for machines, in ISO 8601 and UTC: '2026-11-25T16:27:06.123Z'. Throws a RangeError for what is
 * no instant.
 */
export function isoInstant(at: number, precision: 'second' | 'millisecond' = 'millisecond'): string {
  const text = new Date(at).toISOString();
  return precision === 'millisecond' ? text : `${text.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`;
}

/** How much of an instant is shown to people. */
export type InstantPrecision = 'day' | 'minute' | 'second';

const LENGTHS: Readonly<Record<InstantPrecision, number>> = {
  day: 'YYYY-MM-DD'.length,
  minute: 'YYYY-MM-DD HH:MM'.length,
  second: 'YYYY-MM-DD HH:MM:SS'.length,
};

/**
 * An instant for people, in UTC and cut to the precision: '2026-11-25', '2026-11-25 16:27' or '2026-11-25
 * 16:27:06'. The text does not name the zone: say it where it is shown. Throws a RangeError for what is no
 * instant.
 */
export function utcText(at: number, precision: InstantPrecision): string {
  return isoInstant(at).replace('T', ' ').slice(0, LENGTHS[precision]);
}
