/**
 * A day without a time in a list of earlier calls: for laws that count calls it stands for as late an
 * instant as is still that day everywhere in the country, since an earlier one would end a pause too soon.
 */

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/** Minutes after midnight UTC at which the day has not ended in any zone of a country. */
const STILL_THAT_DAY: Readonly<Record<string, number>> = {
  US: 27 * 60 + 59,
  CA: 26 * 60 + 29,
  MX: 29 * 60 - 1,
  BR: 26 * 60 - 1,
};
const EUROPE = 'GB IE FR DE ES IT NL BE PT PL CH AT ZA'.split(' ');
/** The easternmost zones are 14 hours ahead of UTC. */
const ANYWHERE = 10 * 60 - 1;
const IN_EUROPE = 22 * 60 - 1;

/**
 * The instant (epoch ms) that stands for the day of `at`. An `at` that is not midnight UTC has a time and
 * stands as it is. Never later than `latest`, epoch ms of the upload.
 */
export function lateOnDay(at: number, country: string, latest: number): number {
  if (at % DAY_MS !== 0) return at;
  const minutes = STILL_THAT_DAY[country] ?? (EUROPE.includes(country) ? IN_EUROPE : ANYWHERE);
  return Math.max(at, Math.min(at + minutes * MINUTE_MS, latest));
}
