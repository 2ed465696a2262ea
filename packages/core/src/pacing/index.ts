/** Pacing: how many calls to place now. */
export * from './contract.js';
export * from './floor-contract.js';
export { createPacer } from './create-pacer.js';
export { createFloorPacer } from './create-floor-pacer.js';
export { chooseAgent } from './choose-agent.js';
export type { AgentChoice, Candidate } from './choose-agent.js';
export { reachableOccupancy } from './worth.js';
export type { WorthOf } from './worth.js';
