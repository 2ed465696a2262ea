import type { Wish } from './floor.js';

/** Manual: agents dial for themselves; the pacer never asks for a call. */
export function paceManual(): Wish {
  return { calls: 0, limit: 'manual' };
}
