/** Which places a campaign may call at an instant, kept until the answer changes. */
import { placeOf } from './places.js';
import type { CallingWindow, PlaceHints } from './places.js';

/**
 * Longest an answer is kept, ms: law, list and zone data may change under a running campaign.
 */
const KEPT_MOST = 60_000;

/** Remembers windows until they change, or for a minute. */
export class PlaceWindows {
  readonly #hints: PlaceHints;
  readonly #known = new Map<
    string,
    { readonly window: CallingWindow; readonly from: number; readonly until: number }
  >();

  constructor(hints: PlaceHints) {
    this.#hints = hints;
  }

  /** The window of a place; closed for good where the campaign dials none of the numbers there. */
  at(key: string, at: number): CallingWindow {
    const known = this.#known.get(key);
    if (known && at >= known.from && at < known.until) return known.window;
    const window = this.#windowOf(key, at);
    this.#known.set(key, { window, from: at, until: Math.min(at + KEPT_MOST, window.changesAt ?? Infinity) });
    return window;
  }

  #windowOf(key: string, at: number): CallingWindow {
    if (this.isOutside(key)) return { open: false, changesAt: null };
    return this.#hints.windowOf?.(placeOf(key), at) ?? { open: true, changesAt: null };
  }

  /** Whether it is known that the campaign dials none of the numbers of leads at this place. */
  isOutside(key: string): boolean {
    const { numberCountries } = placeOf(key);
    return numberCountries !== undefined && !numberCountries.some((country) => this.dials(country));
  }

  /** Whether some numbers are left out by their country. */
  get choosesCountries(): boolean {
    return this.#hints.dialsCountry !== undefined;
  }

  /** Whether the campaign dials numbers of a country. */
  dials(country: string): boolean {
    return this.#hints.dialsCountry?.(country) ?? true;
  }
}

/** The windows of a campaign; null where nothing is said of places. */
export function placeWindows(hints: PlaceHints): PlaceWindows | null {
  return hints.windowOf || hints.dialsCountry ? new PlaceWindows(hints) : null;
}
