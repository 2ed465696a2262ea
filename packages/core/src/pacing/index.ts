export * from './contract.js';
export { createPacer } from './create-pacer.js';
