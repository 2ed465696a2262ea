/** The manual mode. */
import type { RequestedCalls } from './pacing-view.js';

/** Manual: agents dial; the pacer never requests a call. */
export function paceManual(): RequestedCalls {
  return { calls: 0, limit: 'manual' };
}
