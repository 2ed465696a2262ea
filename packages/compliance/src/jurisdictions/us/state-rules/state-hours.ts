/** Calling hours of a state: a calling window that leaves out businesses unless the state includes them. */
import type { Context } from '../../../engine/context.js';
import type { DatedValue } from '../../../engine/parameter.js';
import type { Rule } from '../../../engine/rule.js';
import type { Schedule } from '../../../engine/schedule.js';
import { callingWindow, type CallingWindowSpec } from '../../../rules/calling-window.js';
import { isBusiness } from '../terms.js';

/**
 * Calling hours as a state's file writes them. Where a state closes on Sundays, on holidays, or on both, each
 * closure is a rule of its own, so that a refusal names the day; the state's other rules have that day open
 * ('*').
 */
export interface StateHoursSpec extends Omit<CallingWindowSpec, 'parameter'> {
  readonly values: readonly DatedValue<Schedule>[];
  /** Whether calls to businesses are inside. Default 'outside'. */
  readonly business?: 'inside' | 'outside';
}

/** Builds calling hours of a state, by the local time of the called party. */
export function stateHours(spec: StateHoursSpec): Rule {
  const { values, business, lifted, ...window } = spec;
  const outside = business !== 'inside';
  return callingWindow({
    ...window,
    parameter: { unit: 'local time of the called party', values },
    lifted: (context: Context, at: number): boolean =>
      (outside && isBusiness(context)) || lifted?.(context, at) === true,
  });
}
