export { erlangB } from './erlang-b.js';
export { erlangC, erlangCMeanWait, erlangCServiceLevel } from './erlang-c.js';
export type { QueueLoad } from './erlang-c.js';
export { erlangA } from './erlang-a.js';
export type { ErlangAInput, ErlangAResult } from './erlang-a.js';
