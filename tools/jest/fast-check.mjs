// One seed for every property test of a run: given by FC_SEED, else drawn here and printed on failure by
// fast-check. Tests import fast-check; jest gives them this module in its place.
import library from '../../node_modules/fast-check/lib/fast-check.js';

const given = process.env.FC_SEED;
const runs = process.env.FC_RUNS;
library.configureGlobal({
  ...(given ? { seed: Number(given) } : {}),
  ...(runs ? { numRuns: Number(runs) } : {}),
});

/** Surrogates are code units without a character of their own. */
const SURROGATES = { from: 0xd800, count: 0x800 };
const LAST_CHARACTER = 0x10ffff;

/**
 * Any character, as the library's unit 'binary' draws it: the same values of the same seed. The library's keeps a
 * table of all 1.1 million, which costs each file of tests a second.
 */
const anyCharacter = library
  .integer({ min: 0, max: LAST_CHARACTER - SURROGATES.count })
  .map((at) => String.fromCodePoint(at < SURROGATES.from ? at : at + SURROGATES.count), placeOf);

/** The number that a character is made of. */
function placeOf(character) {
  const point = typeof character === 'string' ? character.codePointAt(0) : undefined;
  if (point === undefined || String.fromCodePoint(point) !== character || isSurrogate(point))
    throw new Error('not a character');
  return point < SURROGATES.from ? point : point - SURROGATES.count;
}

function isSurrogate(point) {
  return point >= SURROGATES.from && point < SURROGATES.from + SURROGATES.count;
}

/** The library's, with a quicker unit 'binary'. */
export function string(constraints = {}) {
  return library.string(constraints.unit === 'binary' ? { ...constraints, unit: anyCharacter } : constraints);
}

export * from '../../node_modules/fast-check/lib/fast-check.js';
export default { ...library, string };
