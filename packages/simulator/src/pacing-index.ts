export * as samplers from './floor-sim/random.js';
export { simulateFloor } from './floor-sim/floor-sim.js';
export type { FloorResult, FloorScenario } from './floor-sim/floor-sim.js';
export {
  evaluatePolicy,
  memorylessOptimum,
  optimalPolicy,
  progressivePolicy,
} from './optimum/memoryless-optimum.js';
export type { DialUpTo, MemorylessCampaign, Optimum, PolicyValue } from './optimum/memoryless-optimum.js';
export { createOptimalPacer } from './optimum/optimal-pacer.js';
export { progressiveBaseline } from './baselines/progressive.js';
export { vicidialBaseline } from './baselines/vicidial.js';
export type { VicidialOptions } from './baselines/vicidial.js';
export { issabelBaseline } from './baselines/issabel.js';
export type { IssabelOptions } from './baselines/issabel.js';
export { impactDialingBaseline } from './baselines/impact-dialing.js';
export type { ImpactDialingOptions } from './baselines/impact-dialing.js';
export { binomialBoundBaseline } from './baselines/binomial-bound.js';
export type { BinomialBoundOptions } from './baselines/binomial-bound.js';
export { webitelBaseline } from './baselines/webitel.js';
export type { WebitelOptions } from './baselines/webitel.js';
export { deficitBaseline } from './baselines/deficit.js';
export { fouratiTabbaneBaseline } from './baselines/fourati-tabbane.js';
export { thresholdBaseline } from './baselines/threshold.js';
export { sinchBaseline } from './baselines/sinch.js';
export { clientflameBaseline } from './baselines/clientflame.js';
