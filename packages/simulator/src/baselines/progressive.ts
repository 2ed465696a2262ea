/** Baseline: one call for each free agent. */
import type { Pacer } from '@outdial/core';
import { CountingPacer } from './counting-pacer.js';

/** One call for each free agent: the result that every predictive rule must exceed. */
class ProgressiveBaseline extends CountingPacer {
  protected newCalls(): number {
    return this.count('ready') - this.inFlight;
  }
}

/** Progressive dialing, 1:1. */
export function progressiveBaseline(): Pacer {
  return new ProgressiveBaseline();
}
