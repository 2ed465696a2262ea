import type { WindowCache } from './places.js';

/** Places whose windows close at one instant: their leads are dialed in one order of priority and age. */
export interface PlaceGroup {
  readonly closesAt: number | null;
  readonly places: readonly string[];
}

/**
 * Places that may be called at `at`, those about to close first; places that never close come last. Without
 * windows all are one group.
 */
export function openGroups(places: readonly string[], windows: WindowCache | null, at: number): PlaceGroup[] {
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
