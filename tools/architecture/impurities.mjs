/**
 * What the pure packages must not touch, and what to use instead. One table for the lint rules and for the
 * architecture check. Pure: `packages/core/src` and `packages/compliance/src`. They run in the simulator at
 * thousands of times real time and replay from a record, which one stray clock or random draw would break.
 */

/** Folders whose code must be pure, from the root of the repository. */
export const PURE_FOLDERS = ['packages/core/src', 'packages/compliance/src'];

const TIME = 'take the instant from the fact, the request or an `at` argument (epoch ms)';
const TIMER = 'return a command that sets a timer; the Scheduler port fires it and answers with a fact';
const RANDOM = 'take an injected, seeded source of randomness as an argument';
const OUTPUT = 'return an event or a value; the caller prints or logs it';
const IO = 'declare a port and let a package outside (store, asterisk-adapter, outdial) do it';

/** Global names that are impure wherever they are used as a value. */
export const IMPURE_GLOBALS = {
  setTimeout: TIMER,
  setInterval: TIMER,
  setImmediate: TIMER,
  clearTimeout: TIMER,
  clearInterval: TIMER,
  clearImmediate: TIMER,
  queueMicrotask: TIMER,
  process: 'take what you need (environment, arguments, memory) as an argument',
  console: OUTPUT,
  performance: TIME,
  crypto: RANDOM,
  fetch: IO,
  XMLHttpRequest: IO,
  WebSocket: IO,
  localStorage: IO,
  require: 'use a static import',
  globalThis: 'name the thing you need; it is then checked',
  window: 'name the thing you need; it is then checked',
  Buffer: 'use Uint8Array: the core runs in a browser, too',
};

/** Members of global objects that are impure. */
export const IMPURE_MEMBERS = [
  { object: 'Date', property: 'now', instead: TIME },
  { object: 'Math', property: 'random', instead: RANDOM },
];

/** For `new Date()` without an argument and for `Date()` as a function. */
export const IMPURE_DATE = TIME;

/** For async functions, await and Promises. */
export const ASYNC =
  'stay synchronous: ports take commands and answer with facts, adapters hold the promises';

/** For Node's own modules, with and without `node:`. */
export const NODE_MODULES = IO;
