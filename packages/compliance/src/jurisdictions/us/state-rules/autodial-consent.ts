/** Written consent for sales calls that an automated system selects or dials. */
import type { ConsentLevel } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import type { DatedValue } from '../../../engine/parameter.js';
import type { Rule } from '../../../engine/rule.js';
import { consentNeeded, type ConsentNeededSpec } from '../../../rules/consent-needed.js';

/** Consent to automated dialing as a state's file writes it. */
export interface AutodialConsentSpec extends Omit<ConsentNeededSpec, 'parameter' | 'what' | 'scope'> {
  /** True where the state's statute exempts the call. */
  readonly exempt?: (context: Context, at: number) => boolean;
  readonly values: readonly DatedValue<ConsentLevel>[];
}

/** Builds the rule. A call that a person starts by a click, with a live voice, is outside. */
export function autodialConsent(spec: AutodialConsentSpec): Rule {
  const { values, exempt, ...consent } = spec;
  return consentNeeded({
    ...consent,
    scope: 'call',
    parameter: { unit: 'consent', values },
    what: 'A sales call that an automated system selects or dials',
    otherwise: 'A live call that a person starts by a click does not need it.',
    exempt: (context, at) => (!context.machineStarts && !context.recorded) || exempt?.(context, at) === true,
  });
}
