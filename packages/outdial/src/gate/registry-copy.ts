/** The age of a copy of a do-not-call registry. */

/**
 * The instant that stands for the date 'YYYY-MM-DD' of a registry copy: noon UTC, which is the same date from
 * Hawaii to Sydney, since the law counts the copy's age in dates of the called party.
 */
export function registryCopyInstant(date: string): number {
  return Date.parse(`${date}T12:00:00Z`);
}
