/** Open leads by time zone, and how many of them may be called in each of the next hours. */
import { scheduleAt, type CampaignSchedule } from '@outdial/core';
import { countPlaces, placeOf, type Store } from '@outdial/store';
import type { CampaignCompliance } from '../gate/campaign-compliance.js';

/** The open leads of one time zone. */
export interface ZoneHours {
  /** IANA names, as the law sees the places; '': no zone is known. */
  readonly zone: string;
  /** Leads that are not closed. */
  readonly open: number;
  /** Of them those that may be called at the beginning of each hour, in the order of {@link nextHours}. */
  readonly callable: readonly number[];
}

/** What the hours are asked by. */
export interface ZoneHoursQuestion {
  /** Epoch ms. */
  readonly at: number;
  readonly lists: readonly string[];
  readonly law: Pick<CampaignCompliance, 'windowOf' | 'zonesOf'>;
  /** The campaign's own hours; absent: it has none. */
  readonly schedule: CampaignSchedule | null | undefined;
}

const HOUR_MS = 3_600_000;
const HOURS = 24;

/** The hours that are looked at, each by its beginning, the one that runs now first; epoch ms. */
export function nextHours(at: number): readonly number[] {
  const first = Math.floor(at / HOUR_MS) * HOUR_MS;
  return Array.from({ length: HOURS }, (_, index) => first + index * HOUR_MS);
}

/**
 * The zones of the open leads of lists, those with most leads first. The law is asked about each place, and
 * other work runs between two places.
 */
export async function readZoneHours(
  store: Store,
  { at, lists, law, schedule }: ZoneHoursQuestion,
): Promise<readonly ZoneHours[]> {
  // The hour that runs has begun: what may be called in it may be called now.
  const hours = nextHours(at).map((hour) => Math.max(hour, at));
  const zones = new Map<string, { open: number; callable: number[] }>();
  for (const { place, leads } of await countPlaces(store, lists)) {
    const zone = law.zonesOf(place, at).join(', ');
    const sums = zones.get(zone) ?? { open: 0, callable: hours.map(() => 0) };
    zones.set(zone, sums);
    sums.open += leads;
    for (const [index, hour] of hours.entries())
      if (scheduleAt(schedule, hour).open && law.windowOf(placeOf(place), hour).open)
        sums.callable[index] = (sums.callable[index] ?? 0) + leads;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return [...zones]
    .map(([zone, sums]) => ({ zone, ...sums }))
    .sort((a, b) => b.open - a.open || (a.zone < b.zone ? -1 : 1));
}
