/** Snapshots of version 3, from before calls that come in: nobody waits, and no place is kept. */
import { emptyTally } from './call/calls.js';
import { isPlain, type PlainObject } from './former-names.js';

/** The state of a campaign from a snapshot of version 3, after Maps and Sets were restored. */
export function stateOfVersion3(state: PlainObject): PlainObject {
  const { tally } = state;
  return { places: [], ...state, tally: { ...emptyTally(), ...(isPlain(tally) ? tally : {}) } };
}
