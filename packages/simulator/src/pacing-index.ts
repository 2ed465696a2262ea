/** What pacing is measured with: the small simulation, the exact optimum, the baselines. */
export * as samplers from './pacing-simulation/samplers.js';
export { simulatePacing } from './pacing-simulation/simulate-pacing.js';
export type { PacingPeriod, PacingResult, PacingScenario } from './pacing-simulation/pacing-scenario.js';
export { OTHER_SHOCKS, SHOCKS } from './pacing-simulation/shocks.js';
export { simulateFloor } from './pacing-simulation/simulate-floor.js';
export type {
  FloorCampaignResult,
  FloorPacing,
  FloorResult,
  FloorScenario,
  SimulatedAgentGroup,
  SimulatedFloorCampaign,
} from './pacing-simulation/simulate-floor.js';
export { floorOptimum } from './optimum/floor-optimum.js';
export type { FloorOptimum } from './optimum/floor-optimum.js';
export type { FloorRates, MemorylessFloor, MemorylessFloorCampaign, Prices } from './optimum/floor-chain.js';
export {
  evaluatePolicy,
  memorylessOptimum,
  optimalPolicy,
  progressivePolicy,
} from './optimum/memoryless-optimum.js';
export type { DialUpTo, MemorylessCampaign, Optimum, PolicyValue } from './optimum/memoryless-optimum.js';
export { evaluateInbound, inboundOptimum } from './optimum/inbound-optimum.js';
export type {
  InboundCampaign,
  InboundOptimum,
  InboundTargets,
  InboundValue,
} from './optimum/inbound-optimum.js';
export { inboundCampaign, inboundScenario } from './pacing-simulation/inbound-floors.js';
export type { InboundFloor } from './pacing-simulation/inbound-floors.js';
export { HOURLY_SCORES, HOURLY_WORLD, SCORED_WORLDS, SCORES } from './pacing-simulation/scores.js';
export type { Score } from './pacing-simulation/scores.js';
export { createOptimalPacer } from './optimum/optimal-pacer.js';
export { ToldPacer } from './optimum/told-pacer.js';
export { ObservingPacer } from './optimum/observing-pacer.js';
export type { ObserverKnowledge } from './optimum/observing-pacer.js';
export { progressiveBaseline } from './baselines/progressive.js';
export { vicidialBaseline } from './baselines/vicidial.js';
export type { VicidialOptions, VicidialPacer } from './baselines/vicidial.js';
export type { AssignedCampaign } from './baselines/assigned-floor.js';
export {
  fixedAssignmentBaseline,
  proportionalBaseline,
  vicidialSharedBaseline,
} from './baselines/floor-baselines.js';
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
