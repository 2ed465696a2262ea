/** A store that is read with the time of a dialer. */
import type { Store } from '@outdial/store';

/**
 * The same database under another clock: what a dialer and its embedder write is dated by the dialer's time,
 * which is virtual in a simulation. The store itself stays as it is.
 */
export function storeAt(store: Store, clock: () => number): Store {
  return { ...store, clock };
}
