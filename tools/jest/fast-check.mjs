// One seed for every property test of a run: given by FC_SEED, else drawn here and printed on failure by
// fast-check. Tests import fast-check; jest gives them this module in its place.
import fc from '../../node_modules/fast-check/lib/fast-check.js';

const given = process.env.FC_SEED;
const runs = process.env.FC_RUNS;
fc.configureGlobal({
  ...(given ? { seed: Number(given) } : {}),
  ...(runs ? { numRuns: Number(runs) } : {}),
});

export * from '../../node_modules/fast-check/lib/fast-check.js';
export default fc;
