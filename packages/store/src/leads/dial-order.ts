/** The order in which leads are dialed: by the place's closing time, then by priority, then by age. */
import { LIMITS } from '@outdial/core';
import type { PlaceWindows } from './place-windows.js';

/** Largest priority a lead may have, and the smallest negated. */
const PRIORITY_MOST = LIMITS.leadPriority.max;

/** What a push to the front takes off a lead's dial order: more than any two priorities differ. */
const PUSH = 3 * PRIORITY_MOST;

/** Leads whose dial order is this or less were pushed to the front: see `first` of `addLeads`. */
export const FIRST_ORDER: number = PRIORITY_MOST - PUSH;

/** Leads whose `priority` is this or more were pushed to the front. */
export const FIRST_PRIORITY: number = -FIRST_ORDER;

/** A priority as it is stored: negated, so that an ascending index gives the order. */
export function dialOrderOf(priority: number | undefined, first = false): number {
  const bounded = Math.max(-PRIORITY_MOST, Math.min(PRIORITY_MOST, priority ?? 0));
  return (bounded === 0 ? 0 : -bounded) - (first ? PUSH : 0);
}

/** The order of a lead that was pushed to the front and has been dialed: that of its own priority. */
export function orderOnceDialed(dialOrder: number): number {
  return dialOrder <= FIRST_ORDER ? dialOrder + PUSH : dialOrder;
}

/** The order of a lead that is pushed to the front. */
export function orderPushed(dialOrder: number): number {
  return dialOrder <= FIRST_ORDER ? dialOrder : dialOrder - PUSH;
}

/** The priority behind a stored order. */
export function priorityOf(dialOrder: number): number {
  return dialOrder === 0 ? 0 : -dialOrder;
}

/** Places whose windows close at one instant: their leads are dialed in one order of priority and age. */
export interface PlaceGroup {
  readonly closesAt: number | null;
  readonly places: readonly string[];
}

/**
 * Places that may be called at `at`, those about to close first; places that never close come last. Without
 * windows all are one group.
 */
export function openGroups(
  places: readonly string[],
  windows: PlaceWindows | null,
  at: number,
): PlaceGroup[] {
  if (!windows) return places.length === 0 ? [] : [{ closesAt: null, places }];
  const byClosing = new Map<number | null, string[]>();
  for (const place of places) {
    const window = windows.at(place, at);
    if (!window.open) continue;
    const known = byClosing.get(window.changesAt);
    if (known) known.push(place);
    else byClosing.set(window.changesAt, [place]);
  }
  return [...byClosing]
    .map(([closesAt, group]) => ({ closesAt, places: group }))
    .sort((a, b) => (a.closesAt ?? Infinity) - (b.closesAt ?? Infinity));
}
