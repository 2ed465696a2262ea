/** Places of leads and their calling windows. */

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

/** Key of a place as stored with the lead. */
export function placeKey(place: Place): string {
  return [
    place.country,
    place.region ?? '',
    place.timeZone ?? '',
    place.timeZone || place.region ? '' : (place.areaCode ?? ''),
  ].join('|');
}

/** The place behind a key. */
export function placeOf(key: string): Place {
  const [country = '', region = '', timeZone = '', areaCode = ''] = key.split('|');
  return {
    country,
    ...(region ? { region } : {}),
    ...(timeZone ? { timeZone } : {}),
    ...(areaCode ? { areaCode } : {}),
  };
}

/**
 * Longest an answer of {@link WindowOf} is kept, ms: law, list and zone data may change under a running
 * campaign.
 */
const KEPT_MOST = 60_000;

/** Remembers windows until they change, or for a minute. */
export class WindowCache {
  readonly #windowOf: WindowOf;
  readonly #known = new Map<
    string,
    { readonly window: CallingWindow; readonly from: number; readonly until: number }
  >();

  constructor(windowOf: WindowOf) {
    this.#windowOf = windowOf;
  }

  at(key: string, at: number): CallingWindow {
    const known = this.#known.get(key);
    if (known && at >= known.from && at < known.until) return known.window;
    const window = this.#windowOf(placeOf(key), at);
    this.#known.set(key, { window, from: at, until: Math.min(at + KEPT_MOST, window.changesAt ?? Infinity) });
    return window;
  }
}
