/** Queueing: textbook formulas under their textbook names. */
export { erlangB } from './erlang-b.js';
export { erlangC, erlangCMeanWait, erlangCServiceLevel } from './erlang-c.js';
export type { QueueLoad } from './erlang-c.js';
export { erlangA } from './erlang-a.js';
export type { ErlangAInput, ErlangAResult } from './erlang-a.js';
export { engsetBlocking, engsetTimeCongestion } from './engset.js';
export type { EngsetInput } from './engset.js';
export { poissonProbability, poissonTail } from './poisson.js';
export { binomialProbability, binomialTail } from './binomial.js';
export type { Binomial } from './binomial.js';
export {
  integerTailFromCumulants,
  poissonBinomialDistribution,
  poissonBinomialTail,
  poissonBinomialTailApproximation,
} from './poisson-binomial.js';
export type { Cumulants } from './poisson-binomial.js';
export {
  agentsForAbandonment,
  agentsForServiceLevel,
  carriedLoadForBlocking,
  offeredLoadForBlocking,
  serversForBlocking,
  serversForWaitProbability,
} from './dimensioning.js';
export type { ServiceLevelTarget } from './dimensioning.js';
