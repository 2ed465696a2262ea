/** How long each recording of the carrier plays. */
import { sample } from '../random/distribution.js';
import type { RandomSource } from '../random/random-source.js';
import type { CarrierModel } from './carrier-model.js';

/** Length of a media name, ms: drawn once a name; `silence:<ms>` says its own. */
export function mediaLengths(model: CarrierModel, random: RandomSource): (name: string) => number {
  const lengths = new Map<string, number>();
  return (name) => {
    if (name.startsWith('silence:')) return Number(name.slice('silence:'.length)) || 0;
    let length = lengths.get(name);
    if (length === undefined) {
      length = sample(model.mediaLength, random.stream('media', name));
      lengths.set(name, length);
    }
    return length;
  };
}
