/**
 * The own days and hours of a campaign. They stand beside the calling windows of the law, which are asked for
 * each call all the same: a schedule takes hours away and never adds one.
 */
import { localTimeOf, zoneOffsetMs } from '../../local-time.js';
import { isWithin, type OpenSpan } from '../inbound/hours.js';

/** When a campaign dials at all, by the clock of one time zone. */
export interface CampaignSchedule {
  /** IANA name. */
  readonly timeZone: string;
  readonly open: readonly OpenSpan[];
  /** First day with calls, 'YYYY-MM-DD'; null: no bound. */
  readonly firstDay: string | null;
  /** Last day with calls, 'YYYY-MM-DD'; null: no bound. */
  readonly lastDay: string | null;
  /** Days without calls, 'YYYY-MM-DD'. */
  readonly closedDays: readonly string[];
}

/** How a schedule stands at an instant. */
export interface ScheduleState {
  readonly open: boolean;
  /** Epoch ms at which it opens or closes; null: it stays as it is. */
  readonly changesAt: number | null;
}

const ALWAYS: ScheduleState = { open: true, changesAt: null };
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Days that are searched for the next change: nobody closes for longer than that. */
const SEARCHED_DAYS = 400;

interface Known extends ScheduleState {
  readonly from: number;
}

/** The last answer of each schedule: it stands until the schedule changes. */
const known = new WeakMap<CampaignSchedule, Known>();

/** Whether a campaign dials at `at` (epoch ms) by its own schedule, and when that changes. */
export function scheduleAt(schedule: CampaignSchedule | null | undefined, at: number): ScheduleState {
  if (!schedule) return ALWAYS;
  const last = known.get(schedule);
  if (last && at >= last.from && at < (last.changesAt ?? Infinity)) return last;
  const open = isOpenAt(schedule, at);
  const found: Known = { from: at, open, changesAt: nextChange(schedule, at, open) };
  known.set(schedule, found);
  return found;
}

function isOpenAt({ timeZone, open, firstDay, lastDay, closedDays }: CampaignSchedule, at: number): boolean {
  const local = localTimeOf(at, timeZone);
  if (!local) return false;
  const { date } = local;
  if ((firstDay !== null && date < firstDay) || (lastDay !== null && date > lastDay)) return false;
  return !closedDays.includes(date) && isWithin(open, local);
}

/** The first instant after `at` at which the schedule is no longer as it is; null: there is none. */
function nextChange(schedule: CampaignSchedule, at: number, open: boolean): number | null {
  const today = localTimeOf(at, schedule.timeZone)?.date;
  if (today === undefined) return null;
  const { firstDay } = schedule;
  const start = dayStamp(firstDay !== null && firstDay > today ? firstDay : today);
  for (let day = start; day <= start + SEARCHED_DAYS * DAY_MS; day += DAY_MS) {
    // Around a change of the clocks the boundaries of two days may be interleaved.
    const near = [...boundariesOf(schedule, day), ...boundariesOf(schedule, day + DAY_MS)];
    const changes = near.filter((instant) => instant > at && isOpenAt(schedule, instant) !== open);
    if (changes.length > 0) return Math.min(...changes);
  }
  return null;
}

function dayStamp(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** Instants of a local day at which a schedule may change: its midnight, its spans, and a clock change. */
function boundariesOf({ timeZone, open }: CampaignSchedule, day: number): readonly number[] {
  const minutes = new Set([0, ...open.flatMap(({ fromMinute, toMinute }) => [fromMinute, toMinute])]);
  const before = zoneOffsetMs(day - DAY_MS, timeZone) ?? 0;
  const after = zoneOffsetMs(day + 2 * DAY_MS, timeZone) ?? 0;
  const instants = [...minutes].map((minute) => day + minute * MINUTE_MS - after);
  if (before === after) return instants;
  const earlier = [...minutes].map((minute) => day + minute * MINUTE_MS - before);
  return [...instants, ...earlier, clockChange(day - DAY_MS, day + 2 * DAY_MS, timeZone)];
}

/** The instant between two at which the zone's clocks change, to the minute. */
function clockChange(from: number, to: number, timeZone: string): number {
  const offset = zoneOffsetMs(from, timeZone);
  let [low, high] = [from, to];
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (zoneOffsetMs(middle, timeZone) === offset) low = middle;
    else high = middle;
  }
  return high;
}
