/** @outdial/simulator: virtual time, a simulated carrier, agents, list and faults, and the auditor that checks the engine's invariants. */
export * from './random/random-source.js';
export * from './random/distribution.js';
export * from './clock/virtual-clock.js';
export * from './clock/virtual-scheduler.js';
export * from './carrier/carrier-model.js';
export * from './carrier/carrier-log.js';
export type { CallPlan } from './carrier/call-plan.js';
export type { TrunkLimits } from './carrier/trunk.js';
export * from './carrier/simulated-carrier.js';
export * from './memory-store/disk.js';
export * from './memory-store/memory-store.js';
