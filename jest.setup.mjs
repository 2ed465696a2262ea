// One seed for every property test of a run: given by FC_SEED, else drawn here and printed on failure by
// fast-check.
import fc from 'fast-check';

const given = process.env.FC_SEED;
const runs = process.env.FC_RUNS;
fc.configureGlobal({
  ...(given ? { seed: Number(given) } : {}),
  ...(runs ? { numRuns: Number(runs) } : {}),
});
