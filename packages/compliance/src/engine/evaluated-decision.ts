/** A decision whose trace is built when it is first read: most callers never read it. */
import type { Decision, Refusal, TraceEntry } from '../contract.js';
import type { CalledPlace } from './called-places.js';
import type { Context } from './context.js';
import type { Rule } from './rule.js';
import { traceOf } from './trace.js';

/** What a decision was made of. */
export interface Judged {
  readonly rules: readonly Rule[];
  readonly context: Context;
  readonly at: number;
  readonly called: CalledPlace;
  readonly refusals: readonly Refusal[];
  readonly nextAllowedAt: number | null;
}

/** The answer to a request. */
export class EvaluatedDecision implements Decision {
  readonly allowed: boolean;
  readonly refusals: readonly Refusal[];
  readonly nextAllowedAt: number | null;
  readonly timeZones: readonly string[];
  readonly jurisdictions: readonly string[];
  declare readonly trace: readonly TraceEntry[];
  readonly #judged: Judged;
  #trace: readonly TraceEntry[] | undefined;

  constructor(judged: Judged) {
    const { refusals, nextAllowedAt, called } = judged;
    this.allowed = refusals.length === 0;
    this.refusals = refusals;
    this.nextAllowedAt = nextAllowedAt;
    this.timeZones = called.timeZones;
    this.jurisdictions = called.jurisdictions;
    this.#judged = judged;
    // A property of its own, so that a copy and JSON contain it. One getter for all decisions: an object
    // literal with a getter costs a microsecond.
    Object.defineProperty(this, 'trace', EvaluatedDecision.#TRACE);
  }

  static readonly #TRACE: PropertyDescriptor & ThisType<EvaluatedDecision> = {
    enumerable: true,
    configurable: true,
    get(this: EvaluatedDecision): readonly TraceEntry[] {
      const { rules, context, at, called } = this.#judged;
      return (this.#trace ??= traceOf(rules, context, at, called.notes));
    },
  };
}
