/** What will happen at the next change of the calling hours: which leads close, and which open. */
import { type CampaignSchedule, countOf, scheduleAt } from '@outdial/core';
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
  /** The campaign's own hours; null: it has none. */
  readonly schedule: CampaignSchedule | null;
  readonly zonesOf: (place: string, at: number) => readonly string[];
  /** Epoch ms. */
  readonly now: number;
  /** IANA name of the agency's time zone. */
  readonly timeZone: string;
}

/** The end of a place's hours is known to the minute. */
const EXACT_MS = 60_000;

const DAY_MS = 86_400_000;

type DialableAt = (at: number) => Promise<number | null>;

/**
 * Finds the next change: of the law's hours at the places, or of the campaign's own, where that comes first.
 * Null: nothing changes within a day. `dialableAt`: leads dialable then.
 */
export async function nextWindowChange(
  question: WindowQuestion,
  dialableAt: DialableAt,
): Promise<WindowChange | null> {
  const { schedule, now } = question;
  const { open, changesAt } = scheduleAt(schedule, now);
  // While the campaign's own hours are over, changes at the places change nothing.
  const ofPlaces = open ? await placesChange(question, dialableAt) : null;
  if (changesAt === null || changesAt >= (ofPlaces?.at ?? now + DAY_MS)) return ofPlaces;
  const dialable = open ? 0 : await dialableAt(changesAt);
  const turn = open ? 'end' : 'begin';
  const then = dialable === null || open ? '' : `; ${countOf(dialable, 'lead')} can be called then`;
  const instant = instantAtPlace(changesAt, undefined, question.timeZone, now);
  const text = `At ${instant}, the campaign's own hours ${turn}${then}.`;
  return { at: changesAt, closing: 0, opening: 0, dialable, text };
}

async function placesChange(
  { places, windowOf, zonesOf, now, timeZone }: WindowQuestion,
  dialableAt: DialableAt,
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
  const parts = [
    ...(closing > 0 ? [`the calling hours of ${countOf(closing, 'lead')} end`] : []),
    ...(opening > 0 ? [`those of ${countOf(opening, 'lead')} begin`] : []),
    ...(dialable === null ? [] : [`${countOf(dialable, 'lead')} can be called then`]),
  ];
  const [part = '', ...rest] = parts;
  const begun = closing === 0 ? part.replace('those', 'the calling hours') : part;
  const text = `At ${instantAtPlace(at, zone, timeZone, now)}, ${[begun, ...rest].join('; ')}.`;
  return { at, closing, opening, dialable, text };
}
