/** A store that is read with the time of a dialer. */
import { isoInstant } from '@outdial/core';
import type { Store } from '@outdial/store';
import { exactInstantText, utcInstantText } from '../local-time/instant-in-zone.js';

/**
 * The same store, whose sentences have instants in the zone of the agency, unless the program that opened it
 * says how they are written.
 */
export function storeIn(store: Store, zone: string): Store {
  const isOpen = store.shown === isoInstant || store.shown === utcInstantText;
  return isOpen ? { ...store, shown: (at) => exactInstantText(at, zone) } : store;
}

/**
 * The same database under another clock: what a dialer and its embedder write is dated by the dialer's time,
 * which is virtual in a simulation. The store itself stays as it is.
 */
export function storeAt(store: Store, clock: () => number): Store {
  return { ...store, clock };
}
