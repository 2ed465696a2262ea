/** Caps of states on sales calls to a person, whatever numbers are used. */
import { isPlacedCall, isSamePurpose, isSameSubject } from '../../../engine/history.js';
import type { DatedValue } from '../../../engine/parameter.js';
import type { Rule } from '../../../engine/rule.js';
import { frequencyCap, type Cap, type FrequencyCapSpec } from '../../../rules/frequency-cap.js';
import { isBusiness } from '../terms.js';

/** A cap on sales calls as a state's file writes it. */
export interface SalesCallCapSpec extends Omit<FrequencyCapSpec, 'parameter' | 'counts' | 'counted'> {
  readonly values: readonly DatedValue<Cap>[];
  /** Whether calls to businesses are inside. */
  readonly business: 'inside' | 'outside';
  /**
   * 'same': calls about one subject count together. 'any': the statute names no subject, so every sales call
   * counts.
   */
  readonly subject: 'same' | 'any';
}

/** Builds a cap on sales calls to a person. */
export function salesCallCap(spec: SalesCallCapSpec): Rule {
  const { values, business, subject, lifted, ...cap } = spec;
  const anySubject = subject === 'any';
  return frequencyCap({
    ...cap,
    parameter: {
      unit: anySubject ? 'calls to the person' : 'calls to the person about the subject',
      values,
    },
    counts: (entry, context) =>
      isPlacedCall(entry) && (anySubject ? isSamePurpose(entry, context) : isSameSubject(entry, context)),
    counted: anySubject ? 'sales calls' : 'sales calls about this subject',
    lifted: (context, at) =>
      (business === 'outside' && isBusiness(context)) || lifted?.(context, at) === true,
  });
}
