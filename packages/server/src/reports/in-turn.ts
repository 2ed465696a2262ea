/** One report at a time: each reads every attempt of its days, and the floor goes on between the pages. */
import type { Store } from '@outdial/store';

/** The last report of each store. */
const last = new WeakMap<Store, Promise<unknown>>();

/** Does something after what was asked before it on the same store. */
export function inTurn<Value>(store: Store, work: () => Promise<Value>): Promise<Value> {
  const turn = (last.get(store) ?? Promise.resolve()).then(work, work);
  last.set(store, turn);
  return turn;
}
