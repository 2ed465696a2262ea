/**
 * Seeded randomness in named streams: one stream per concern, so that the draws of one never shift those of
 * another.
 */

/** One reproducible sequence of draws. */
export interface RandomStream {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Uniform integer in 0..below - 1. */
  integer(below: number): number;
  /** True with this probability (0..1). Draws once, whatever the probability. */
  chance(probability: number): boolean;
  /** One of the items, all alike likely. Throws on an empty list. */
  pick<Item>(items: readonly Item[]): Item;
  /**
   * Standard normal deviate. Source: Box and Muller (1958), the cosine half only, so that each call draws
   * exactly twice.
   */
  normal(): number;
}

/** Where streams come from. */
export interface RandomSource {
  /**
   * A new reader at the start of the stream of this name: the same name of the same seed always reads the
   * same numbers. The caller keeps the reader it draws from. Parts of a name may be separate arguments:
   * `stream('call', phone, 3)`.
   */
  stream(...name: readonly (string | number)[]): RandomStream;
}

/**
 * A source of streams from one seed.
 *
 * @example const rings = createRandom(42).stream('ring-time'); rings.uniform();
 */
export function createRandom(seed: number | string): RandomSource {
  return { stream: (...name) => streamOf(hash128([seed, ...name].join('\u0000'))) };
}

type Words = readonly [number, number, number, number];

/**
 * Four words from a text. Source: cyrb128 by bryc (public domain), a MurmurHash3-like mixer over four lanes.
 */
function hash128(text: string): Words {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  const all = a ^ b ^ c ^ d;
  return [all >>> 0, (b ^ all) >>> 0, (c ^ all) >>> 0, (d ^ all) >>> 0];
}

/**
 * Source: sfc32 of PractRand (Chris Doty-Humphrey), 128 bits of state; the first twelve outputs are thrown
 * away as its author advises.
 */
function streamOf(seed: Words): RandomStream {
  let [a, b, c, d] = seed;
  const word = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) word();
  const uniform = (): number => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
  return {
    uniform,
    integer: (below) => Math.floor(uniform() * below),
    chance: (probability) => uniform() < probability,
    pick: (items) => {
      const item = items[Math.floor(uniform() * items.length)];
      if (item === undefined) throw new RangeError('pick: the list is empty');
      return item;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}
