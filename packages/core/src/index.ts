/** @outdial/core: the pure engine. No I/O, no clock, no randomness of its own. */
export * from './queueing/index.js';
export * from './estimation/index.js';
export * from './pacing/index.js';
export * from './ivr/index.js';
export * from './errors/index.js';
export * from './invariant.js';
export * from './defined.js';
export * from './limits.js';
export * from './visible-text.js';
export * from './phone-number.js';
export * from './canonical-json.js';
export * from './instant-text.js';
export * from './campaign/index.js';
export * from './metrics/index.js';
export { Floor } from './floor/floor.js';
export * from './ports.js';
export * from './conversation-commands.js';
export * from './runner.js';
