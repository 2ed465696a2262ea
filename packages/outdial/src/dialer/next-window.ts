/** What will happen at the next change of the calling hours: which leads close, and which open. */
import { placeOf, type PlaceCount, type WindowOf } from '@outdial/store';
import { instantAtPlace } from '../local-time/instant-in-zone.js';

/** The next change of calling hours among the places of a campaign's leads. */
export interface WindowChange {
  /** Epoch ms. */
  readonly at: number;
  /** Leads whose calling hours end then. */
  readonly closing: number;
  /** Leads whose calling hours begin then. */
  readonly opening: number;
  /** Leads that are dialable then; null: not known. */
  readonly dialable: number | null;
  /** One sentence. */
  readonly text: string;
}

/** What the change is found by. */
export interface WindowQuestion {
  readonly places: readonly PlaceCount[];
  readonly windowOf: WindowOf;
  readonly zonesOf: (place: string, at: number) => readonly string[];
  /** Epoch ms. */
  readonly now: number;
  /** IANA name of the agency's time zone. */
  readonly timeZone: string;
}

/** The end of a place's hours is known to the minute. */
const EXACT_MS = 60_000;

/** Finds the next change; null: no place opens or closes within a day. `dialableAt`: leads dialable then. */
export async function nextWindowChange(
  { places, windowOf, zonesOf, now, timeZone }: WindowQuestion,
  dialableAt: (at: number) => Promise<number | null>,
): Promise<WindowChange | null> {
  const windows = places.map(({ place, leads }) => ({ place, leads, ...windowOf(placeOf(place), now) }));
  const instants = windows.flatMap(({ changesAt }) => (changesAt === null ? [] : [changesAt]));
  if (instants.length === 0) return null;
  const first = Math.min(...instants);
  const changing = windows.filter(({ changesAt }) => changesAt !== null && changesAt <= first + EXACT_MS);
  const at = Math.max(...changing.map(({ changesAt }) => changesAt ?? first));
  const sum = (isOpen: boolean): number =>
    changing.filter(({ open }) => open === isOpen).reduce((total, { leads }) => total + leads, 0);
  const [closing, opening] = [sum(true), sum(false)];
  const [zone] = changing.flatMap(({ place }) => zonesOf(place, at));
  const dialable = await dialableAt(at);
  const count = (leads: number): string => `${leads.toLocaleString('en-US')} lead${leads === 1 ? '' : 's'}`;
  const parts = [
    ...(closing > 0 ? [`the calling hours of ${count(closing)} end`] : []),
    ...(opening > 0 ? [`those of ${count(opening)} begin`] : []),
    ...(dialable === null ? [] : [`${count(dialable)} can be called then`]),
  ];
  const [part = '', ...rest] = parts;
  const begun = closing === 0 ? part.replace('those', 'the calling hours') : part;
  const text = `At ${instantAtPlace(at, zone, timeZone, now)}, ${[begun, ...rest].join('; ')}.`;
  return { at, closing, opening, dialable, text };
}
