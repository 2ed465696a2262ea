/** Weekly calling windows with holidays, and the next instant at which one is open. */
import { DAY_MS, MINUTE_MS, formatClock, parseClock, weekday } from '../time/civil-date.js';
import type { HolidayCalendar } from '../time/holidays.js';
import type { Zone } from '../time/zone.js';
import { invariant } from '../invariant.js';

/** Minutes since local midnight: open inclusive, close exclusive. */
export type Span = readonly [open: number, close: number];

/** When calls may be placed, by the wall clock of the called party. */
export interface Schedule {
  /** Seven lists of spans, Monday first. */
  readonly week: readonly (readonly Span[])[];
  readonly holidays?: HolidayCalendar;
  /** Spans on holidays; absent: closed. */
  readonly onHolidays?: readonly Span[];
  /** Spans on the day before a holiday, within those of the weekday; absent: the spans of the weekday. */
  readonly onEves?: readonly Span[];
}

/** The whole day. */
export const WHOLE_DAY: readonly Span[] = [[0, 1440]];
/** Closed: no time of the day. */
export const CLOSED: readonly Span[] = [];

/** A span from '08:00-20:00'. */
export function span(text: string): readonly Span[] {
  return text.split(' ').map((part) => {
    const [from, to] = part.split('-');
    const open = parseClock(from ?? '');
    const close = parseClock(to ?? '');
    invariant(
      open !== undefined && close !== undefined && open < close,
      `'${text}' is not a span like 08:00-20:00`,
    );
    return [open, close] as const;
  });
}

/** The same spans on all seven days. */
export function everyDay(text: string): Schedule {
  return weekly({ weekdays: text, saturday: text, sunday: text });
}

/** Spans of a week: '08:00-20:00', several with a space between; '' is closed, '*' the whole day. */
export interface WeekSpans {
  /** Monday to Friday. */
  readonly weekdays: string;
  readonly saturday: string;
  readonly sunday: string;
}

/** A schedule with the same spans from Monday to Friday. */
export function weekly({ weekdays, saturday, sunday }: WeekSpans): Schedule {
  const read = (text: string): readonly Span[] =>
    text === '' ? CLOSED : text === '*' ? WHOLE_DAY : span(text);
  const workday = read(weekdays);
  return { week: [workday, workday, workday, workday, workday, read(saturday), read(sunday)] };
}

/** Spans of a local date. */
export function spansOn(schedule: Schedule, day: number): readonly Span[] {
  const usual = schedule.week[weekday(day)] as readonly Span[];
  if (!schedule.holidays) return usual;
  if (schedule.holidays.includes(day)) return schedule.onHolidays ?? CLOSED;
  if (schedule.onEves && usual.length > 0 && schedule.holidays.includes(day + 1)) return schedule.onEves;
  return usual;
}

/** Spans of a local date, by the schedule in force on that date. */
export type SpansOfDay = (day: number) => readonly Span[];

/** True where the local time is inside a span. */
export function isOpen(spansOfDay: SpansOfDay, zone: Zone, at: number): boolean {
  const local = at + zone.offsetAt(at);
  const day = Math.floor(local / DAY_MS);
  const time = local - day * DAY_MS;
  for (const [open, close] of spansOfDay(day)) {
    if (time >= open * MINUTE_MS && time < close * MINUTE_MS) return true;
  }
  return false;
}

/** How far ahead an opening is searched. A schedule closed for longer counts as never open. */
const HORIZON_DAYS = 800;

/**
 * First instant at or after `at` whose local time is inside a span, or null where there is none within two
 * years.
 *
 * The spans of each local date are intersected with the runs of constant offset, so the answer is exact
 * through skipped and repeated hours, without stepping through time.
 */
export function nextOpening(spansOfDay: SpansOfDay, zone: Zone, at: number): number | null {
  const limit = at + HORIZON_DAYS * DAY_MS;
  let from = at;
  while (from < limit) {
    const segment = zone.segmentAt(from);
    const found = openingInRun(spansOfDay, from + segment.offset, segment.until + segment.offset);
    if (found !== null) return found - segment.offset;
    from = segment.until;
  }
  return null;
}

/** First open local time in [from, until), both local ms. */
function openingInRun(spansOfDay: SpansOfDay, from: number, until: number): number | null {
  for (let day = Math.floor(from / DAY_MS); day * DAY_MS < until; day += 1) {
    for (const [open, close] of spansOfDay(day)) {
      const start = Math.max(from, day * DAY_MS + open * MINUTE_MS);
      if (start < Math.min(until, day * DAY_MS + close * MINUTE_MS)) return start;
    }
  }
  return null;
}

const texts = new WeakMap<Schedule, string>();

/** In words: '09:00-20:00 Mon-Fri, 10:00-17:00 Sat, closed Sun'. Refusals repeat it, so it is kept. */
export function scheduleText(schedule: Schedule): string {
  let text = texts.get(schedule);
  if (text === undefined) texts.set(schedule, (text = textOf(schedule)));
  return text;
}

function textOf(schedule: Schedule): string {
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const text = (spans: readonly Span[]): string =>
    spans.length === 0
      ? 'closed'
      : spans
          .map(([open, close]) =>
            open === 0 && close === 1440 ? 'all day' : `${formatClock(open)}-${formatClock(close)}`,
          )
          .join(' and ');
  const parts: string[] = [];
  for (let first = 0; first < 7;) {
    let last = first;
    while (
      last < 6 &&
      text(schedule.week[last + 1] as readonly Span[]) === text(schedule.week[first] as readonly Span[])
    )
      last += 1;
    parts.push(
      `${text(schedule.week[first] as readonly Span[])} ` +
        `${first === last ? names[first] : `${names[first]}-${names[last]}`}`,
    );
    first = last + 1;
  }
  if (schedule.holidays) parts.push(`${text(schedule.onHolidays ?? CLOSED)} on ${schedule.holidays.name}`);
  if (schedule.onEves) parts.push(`${text(schedule.onEves)} on their eves`);
  return parts.join(', ');
}
