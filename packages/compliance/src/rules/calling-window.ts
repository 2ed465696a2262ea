/** Rules that allow calls only at certain local times. */
import type { Purpose } from '../contract.js';
import type { Context } from '../engine/context.js';
import { periodOn, periodsOf } from '../engine/parameter.js';
import {
  ALL_PURPOSES,
  assembleRule,
  later,
  type Refused,
  type Rule,
  type RuleCheck,
  type RuleInputs,
  type RuleSpec,
} from '../engine/rule.js';
import {
  WHOLE_DAY,
  isOpen,
  nextOpening,
  scheduleText,
  spansOn,
  type Schedule,
  type Span,
  type SpansOfDay,
} from '../engine/schedule.js';
import { DAY_MS, civilDate, formatClock, formatCivilDate, weekday } from '../time/civil-date.js';
import type { Zone } from '../time/zone.js';

/** A calling window as its author writes it. */
export interface CallingWindowSpec extends Omit<
  RuleSpec<Schedule>,
  'check' | 'inputs' | 'applies' | 'statesHours'
> {
  /** True where facts put the call outside the rule at that instant. */
  readonly lifted?: (context: Context, at: number) => boolean;
  /** Replaces the schedule by facts of the place (a holiday of some counties). */
  readonly vary?: (schedule: Schedule, context: Context) => Schedule;
  /** Zones in which the window must also be open, in addition to the candidate zones. */
  readonly furtherZones?: (context: Context) => readonly Zone[];
}

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Local date and time of an instant, for messages and traces. */
export function localText(zone: Zone, at: number): string {
  const local = at + zone.offsetAt(at);
  const day = Math.floor(local / DAY_MS);
  return (
    `${NAMES[weekday(day)] as string} ${formatCivilDate(day)} ` +
    `${formatClock(Math.floor((local - day * DAY_MS) / 60_000))}`
  );
}

/**
 * Builds a calling window: open minute inclusive, close minute exclusive, in every candidate zone at once.
 */
export function callingWindow(spec: CallingWindowSpec): Rule {
  const periods = periodsOf(spec.id, spec.parameter);
  const plain: SpansOfDay = spansByDate((schedule) => schedule);
  const spansFor = (context: Context): SpansOfDay => {
    const vary = spec.vary;
    return vary ? spansByDate((schedule) => vary(schedule, context)) : plain;
  };
  function spansByDate(pick: (schedule: Schedule) => Schedule): SpansOfDay {
    return (day): readonly Span[] => {
      const period = periodOn(periods, day);
      return period ? spansOn(pick(period.dated.value), day) : WHOLE_DAY;
    };
  }
  const check: RuleCheck = (context, at) => {
    if (spec.lifted?.(context, at)) return undefined;
    const spans = spansFor(context);
    const further = spec.furtherZones?.(context);
    let closed: Zone | undefined;
    let until: number | null = at;
    for (const zone of further ? [...context.zones, ...further] : context.zones) {
      if (isOpen(spans, zone, at)) continue;
      closed ??= zone;
      const next = nextOpening(spans, zone, at);
      until = next === null || until === null ? null : Math.max(until, next);
    }
    if (!closed) return undefined;
    const where = closed;
    const because = (): string => {
      const period = periodOn(periods, where.localDay(at));
      const hours = period ? scheduleText(period.dated.value) : 'closed';
      const when = `${localText(where, at)} in ${where.id}${holidayText(period?.dated.value, where, at)}`;
      return `${when} is outside the calling hours: ${hours}.`;
    };
    return { until, because };
  };
  // Rules that only close days say nothing about the hours of the others.
  const statesHours = (context: Context, at: number): boolean => {
    if (spec.lifted?.(context, at)) return false;
    const spans = spansFor(context);
    return context.zones.every((zone) => !isWholeDay(spans(zone.localDay(at))));
  };
  // Without a value every hour is open, in the candidate zones at least.
  const on = (day: number): RuleCheck | undefined =>
    spec.furtherZones || periodOn(periods, day) ? check : undefined;
  return assembleRule({ ...spec, inputs: windowInputs, statesHours }, periods, Object.assign(check, { on }));
}

/** The holiday that the local day is, ' (Thanksgiving Day)'; empty on other days. */
function holidayText(schedule: Schedule | undefined, zone: Zone, at: number): string {
  const day = zone.localDay(at);
  const named = schedule?.holidays?.ofYear(civilDate(day).year).find((holiday) => holiday.day === day);
  return named ? ` (${named.name})` : '';
}

function isWholeDay(spans: readonly Span[]): boolean {
  return spans.length === 1 && spans[0]?.[0] === 0 && spans[0][1] === 1440;
}

function windowInputs(context: Context, at: number): RuleInputs {
  return Object.fromEntries(context.zones.map((zone) => [zone.id, localText(zone, at)]));
}

/**
 * Refuses outside hours that belong to another rule's provision, in every candidate zone; `name` completes
 * 'is outside the ...'.
 */
export function hoursRefusal(
  context: Context,
  at: number,
  schedule: Schedule,
  name: string,
): Refused | undefined {
  const spans: SpansOfDay = (day) => spansOn(schedule, day);
  let refused: Refused | undefined;
  for (const zone of context.zones) {
    if (isOpen(spans, zone, at)) continue;
    refused = later(refused, {
      until: nextOpening(spans, zone, at),
      because: () => {
        const when = `${localText(zone, at)} in ${zone.id}${holidayText(schedule, zone, at)}`;
        return `${when} is outside the ${name}: ${scheduleText(schedule)}.`;
      },
    });
  }
  return refused;
}

/** Every purpose: the hours of a device apply whatever the call is about. */
export const DEVICE_PURPOSES: readonly Purpose[] = ALL_PURPOSES;
