/** Times of the adapter on a scripted server, which answers at once: what watches looks often. */
import type { PoolBenchOptions } from '../contract/pool-bench.js';

export const QUICK: NonNullable<PoolBenchOptions['servers'][number]['options']> = {
  watch: {
    auditEveryMs: 60,
    hangUpCheckMs: 40,
    strayMs: 2_000,
    strayAnsweredMs: 1_000,
    detectionGraceMs: 500,
  },
  connection: {
    requestTimeoutMs: 3_000,
    socket: { pingEveryMs: 500, pongTimeoutMs: 2_000, reconnectLeastMs: 10, reconnectMostMs: 40 },
  },
  agents: { audioWithinMs: 2_000, ringTimeoutMs: 5_000, unclaimedMs: 3_000 },
};
