/** Hours of collection calls in states whose law binds creditors that collect their own debts, too. */
import type { DatedValue } from '../../../engine/parameter.js';
import type { Rule } from '../../../engine/rule.js';
import { everyDay, type Schedule } from '../../../engine/schedule.js';
import { callingWindow, type CallingWindowSpec } from '../../../rules/calling-window.js';
import { isBusiness } from '../terms.js';
import { COLLECTION } from './collection-cap.js';

/** Hours as a state's file writes them. */
export interface CreditorHoursSpec extends Omit<CallingWindowSpec, 'parameter' | 'purposes' | 'lifted'> {
  readonly values: readonly DatedValue<Schedule>[];
}

/** Nobody collects before 8 or after 21 o'clock. */
export const EIGHT_TO_TWENTY_ONE: Schedule = everyDay('08:00-21:00');

/** Builds the hours; debts of businesses are outside. */
export function creditorHours({ values, ...window }: CreditorHoursSpec): Rule {
  return callingWindow({
    ...window,
    purposes: COLLECTION,
    parameter: { unit: 'local time of the called party', values },
    lifted: isBusiness,
  });
}
