/**
 * @outdial/simulator: virtual time, a simulated carrier, agents, list and faults, and the auditor that checks
 * the engine's invariants.
 */
export * from './pacing-index.js';
export * from './random/random-source.js';
export * from './random/distribution.js';
export * from './clock/virtual-clock.js';
export * from './clock/virtual-scheduler.js';
export * from './carrier/carrier-model.js';
export * from './carrier/carrier-log.js';
export type { CallPlan } from './carrier/call-plan.js';
export type { TrunkLimits } from './carrier/line-queue.js';
export type { SimulatedCarrier, SimulatedCarrierOptions } from './carrier/carrier-contract.js';
export { createSimulatedCarrier } from './carrier/simulated-carrier.js';
export * from './agents/agent-behaviour.js';
export * from './agents/conversation-habits.js';
export * from './agents/simulated-agents.js';
export * from './memory-store/disk.js';
export * from './memory-store/memory-store.js';
export type { MemoryStoreOptions, StoreFault } from './memory-store/operations.js';
export * from './faults/fault-kinds.js';
export * from './faults/fault-profile.js';
export * from './faults/faulty-sink.js';
export * from './audit/audit-input.js';
export * from './audit/auditor.js';
export * from './campaign/plain-gate.js';
export * from './campaign/simulation-options.js';
export * from './campaign/simulation-result.js';
export * from './campaign/simulate-campaign.js';
export * from './scenario/simulated-list.js';
export * from './scenario/simulated-settings.js';
export { scenarioOfSeed, SCENARIO_MODES } from './scenario/scenario-of-seed.js';
export * from './scenario/floor-day.js';
export * from './scenario/play-day.js';
export * from './scenario/callers-scenario.js';
export {
  BUSY_HANDS,
  CALLING_HANDS,
  CONTACTS,
  GIVING_HANDS,
  SURVEY,
  conversationScenarioOfSeed,
} from './scenario/conversation-scenario.js';
export * from './scenario/days-of-calling.js';
