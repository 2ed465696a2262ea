/** Ids of persons for programs on the store. */
import type { Store } from './open-store.js';
import type { NamedPerson } from './store-secret.js';

/**
 * The id of a person in this store, whether it knows them or not: the same value of the key column, or the
 * same first number, always gives the same person. Another store has other ids.
 */
export function personIdOf(store: Store, person: NamedPerson): string {
  return store.secret.personIdOf(person);
}
