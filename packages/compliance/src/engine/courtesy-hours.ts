/**
 * Courtesy hours: where no law sets hours for a call, a person is still not called at night
 * (`policy.courtesy_hours`).
 */
import { hoursRefusal } from '../rules/calling-window.js';
import { firstInstantOnOrAfterDay } from '../time/zone.js';
import type { Context } from './context.js';
import { COURTESY_HOURS, type CourtesyHours } from './courtesy-schedules.js';
import { ALL_PURPOSES, rule, type Refused, type Rule } from './rule.js';
import { scheduleText } from './schedule.js';

/** Refuses outside the courtesy hours of the called party's country. */
export function courtesyRefusal(context: Context, at: number): Refused | undefined {
  const { inUnitedStates, elsewhere } = context.courtesyHours;
  return hoursRefusal(
    context,
    at,
    context.country === 'US' ? inUnitedStates : elsewhere,
    'courtesy hours (policy.courtesy_hours)',
  );
}

/** Builds the policy for the calls that a place's rules judge: it holds where none of them states hours. */
export function courtesyHours(law: readonly Rule[], hours: CourtesyHours = COURTESY_HOURS): Rule {
  const windows = law.filter((one) => one.statesHours !== undefined);
  return rule<string>({
    id: 'policy.courtesy_hours',
    jurisdiction: '*',
    kind: 'policy',
    title: 'No call at night where no law sets hours',
    citation: 'policy (courtesy hours)',
    purposes: ALL_PURPOSES,
    parameter: {
      unit: 'local time',
      values: [
        {
          from: null,
          value:
            `${scheduleText(hours.elsewhere)}; ` +
            `in the United States ${scheduleText(hours.inUnitedStates)}`,
          source: {
            title: 'Policy of this module, no law',
            href: 'docs/compliance/policies.md',
            pinpoint: 'courtesy hours',
          },
          verification: 'primary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    check: (context, at) => {
      // Most calls are inside the hours, which costs less to see than whether a law sets others.
      const refused = courtesyRefusal(context, at);
      if (!refused || windows.some((hoursOf) => hoursOf.statesHours?.(context, at))) return undefined;
      return { ...refused, until: soonest(refused.until, lawBegins(windows, context, at)) };
    },
    remarks: 'Courtesy, no law; a client may widen it (courtesyHours).',
  });
}

/** First instant at which hours of a law begin that are not in force yet; null where there are none. */
function lawBegins(windows: readonly Rule[], context: Context, at: number): number | null {
  let first: number | null = null;
  for (const zone of context.zones)
    for (const { periods } of windows)
      for (const { fromDay } of periods)
        if (fromDay > zone.localDay(at)) first = soonest(first, firstInstantOnOrAfterDay(zone, fromDay, at));
  return first;
}

function soonest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
