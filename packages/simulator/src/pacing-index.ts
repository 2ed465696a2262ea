export * from './floor-sim/random.js';
export { simulateFloor } from './floor-sim/floor-sim.js';
export type { FloorResult, FloorScenario } from './floor-sim/floor-sim.js';
