/** Places of leads, and what an application says of them. */

/**
 * Where a lead lives, as far as its list says: calling windows are asked once a place instead of once a lead.
 */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-2 subdivision without the country. */
  readonly region?: string;
  /** IANA name. */
  readonly timeZone?: string;
  /** First three digits of a North American number whose place is not known otherwise. */
  readonly areaCode?: string;
  /**
   * ISO countries of the lead's numbers, which may differ from where the person lives; '001': of no country.
   * Absent: not known.
   */
  readonly numberCountries?: readonly string[];
}

/** A place's calling window at an instant. */
export interface CallingWindow {
  readonly open: boolean;
  /** Epoch ms at which `open` changes: when it closes, or when it opens; null when it never does. */
  readonly changesAt: number | null;
}

/**
 * Says whether a place may be called now. A hint for the order of dialing only: the gate decides each call.
 * Given by the application from the compliance module.
 */
export type WindowOf = (place: Place, at: number) => CallingWindow;

/** Whether a campaign dials numbers of an ISO country, '001' for those of none. */
export type DialsCountry = (country: string) => boolean;

/** What an application says of the places of a campaign. */
export interface PlaceHints {
  /** Whether a place may be called now. Absent: every place may; the gate decides each call. */
  readonly windowOf?: WindowOf;
  /**
   * Which countries' numbers the campaign dials. Leads that have no such number are not claimed and stay as
   * they are. Absent: all numbers are dialed.
   */
  readonly dialsCountry?: DialsCountry;
}

const BETWEEN_COUNTRIES = '+';

/** A place whose unknown parts may be written as undefined. */
export type PlaceParts = { readonly [Part in keyof Place]: Place[Part] | undefined };

/** Key of a place as stored with the lead. */
export function placeKey({ country, region, timeZone, areaCode, numberCountries }: PlaceParts): string {
  const ofNumber = timeZone || region ? '' : (areaCode ?? '');
  const place = `${country ?? ''}|${region ?? ''}|${timeZone ?? ''}|${ofNumber}`;
  return numberCountries ? `${place}|${numberCountries.join(BETWEEN_COUNTRIES)}` : place;
}

/** The place behind a key. */
export function placeOf(key: string): Place {
  const [country = '', region = '', timeZone = '', areaCode = '', numberCountries = ''] = key.split('|');
  return {
    country,
    ...(region ? { region } : {}),
    ...(timeZone ? { timeZone } : {}),
    ...(areaCode ? { areaCode } : {}),
    ...(numberCountries ? { numberCountries: numberCountries.split(BETWEEN_COUNTRIES) } : {}),
  };
}
