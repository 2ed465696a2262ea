/** Pacing: how many calls to place now. */
export * from './contract.js';
export { createPacer } from './create-pacer.js';
