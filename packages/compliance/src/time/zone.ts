/**
 * A time zone as runs of constant offset, read from `Intl` and cached.
 *
 * A call of `Intl` costs microseconds and a decision needs several offsets. So time is divided into chunks of
 * 16 days. A chunk is read once, its transitions are found by bisection to the millisecond, and later offsets
 * are array look-ups. Overrides replace the runtime's data from their instant on.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, dayNumber } from './civil-date.js';

/** A run of constant offset from UTC: [from, until). */
export interface OffsetSegment {
  readonly from: number;
  readonly until: number;
  /** ms to add to UTC for local time. */
  readonly offset: number;
}

/** A replacement of the runtime's zone data: the offset from an instant on. */
export interface OffsetOverride {
  /** Epoch ms. */
  readonly from: number;
  readonly offsetMinutes: number;
}

const CHUNK_MS = 16 * DAY_MS;
const PROBE_MS = 2 * DAY_MS;

/** An IANA zone. */
export class Zone {
  readonly id: string;
  /** True where a built-in or given override replaces the runtime's data. */
  readonly overridden: boolean;
  readonly #overrides: readonly OffsetOverride[];
  readonly #format: Intl.DateTimeFormat;
  readonly #chunks = new Map<number, readonly OffsetSegment[]>();
  #last: OffsetSegment = { from: 0, until: 0, offset: 0 };

  /** @throws RangeError where the runtime does not know the zone. */
  constructor(id: string, overrides: readonly OffsetOverride[]) {
    this.id = id;
    this.#overrides = [...overrides].sort((a, b) => a.from - b.from);
    this.overridden = overrides.length > 0;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  /** Offset at an instant, ms to add to UTC. */
  offsetAt(at: number): number {
    const last = this.#last;
    return at >= last.from && at < last.until ? last.offset : this.segmentAt(at).offset;
  }

  /** The run of constant offset that holds an instant, cut to 16-day chunks. */
  segmentAt(at: number): OffsetSegment {
    const last = this.#last;
    if (at >= last.from && at < last.until) return last;
    const index = Math.floor(at / CHUNK_MS);
    let segments = this.#chunks.get(index);
    if (!segments) {
      segments = this.#probe(index * CHUNK_MS);
      this.#chunks.set(index, segments);
    }
    for (const segment of segments) {
      if (at < segment.until) return (this.#last = segment);
    }
    return (this.#last = segments[segments.length - 1] as OffsetSegment);
  }

  /** Local date as day number. */
  localDay(at: number): number {
    return Math.floor((at + this.offsetAt(at)) / DAY_MS);
  }

  /** ms since local midnight by the wall clock. */
  localTimeOfDay(at: number): number {
    const local = at + this.offsetAt(at);
    return local - Math.floor(local / DAY_MS) * DAY_MS;
  }

  /** Offset as the runtime (or an override) has it, uncached. */
  #rawOffset(at: number): number {
    for (let index = this.#overrides.length - 1; index >= 0; index -= 1) {
      const override = this.#overrides[index] as OffsetOverride;
      if (at >= override.from) return override.offsetMinutes * MINUTE_MS;
    }
    const match = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)/.exec(this.#format.format(at));
    if (!match) throw new RangeError(`zone ${this.id}: the runtime printed an unreadable local time`);
    const [month, day, year, hour, minute, second] = match.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const local = dayNumber(year, month, day) * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS + second * 1000;
    return local - Math.floor(at / 1000) * 1000;
  }

  #probe(start: number): readonly OffsetSegment[] {
    const end = start + CHUNK_MS;
    const segments: OffsetSegment[] = [];
    let from = start;
    let offset = this.#rawOffset(start);
    for (let at = start; at < end; at += PROBE_MS) {
      const next = Math.min(at + PROBE_MS, end);
      const offsetNext = this.#rawOffset(next);
      if (offsetNext === offset) continue;
      const transition = this.#bisect(at, next, offset);
      if (transition > from) segments.push({ from, until: transition, offset });
      from = transition;
      offset = this.#rawOffset(transition);
    }
    if (from < end) segments.push({ from, until: end, offset });
    return segments;
  }

  /** First instant in (low, high] whose offset differs from the one at `low`. */
  #bisect(low: number, high: number, offset: number): number {
    let before = low;
    let after = high;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (this.#rawOffset(middle) === offset) before = middle;
      else after = middle;
    }
    return after;
  }
}

/** Which instant a local time means where it occurs twice. */
export type RepeatedHour = 'earlier' | 'later';

/**
 * Instant of a local date and time of day; a local time that a clock change skips gives the instant of the
 * change. In a repeated hour `choice` decides.
 *
 * @param day day number of the local date
 * @param timeOfDay ms since local midnight on the wall clock, 0..86400000
 */
export function instantOf(zone: Zone, day: number, timeOfDay: number, choice: RepeatedHour): number {
  const local = day * DAY_MS + timeOfDay;
  const found: number[] = [];
  let gap = Number.POSITIVE_INFINITY;
  for (let probe = local - 2 * DAY_MS; probe <= local + 2 * DAY_MS;) {
    const segment = zone.segmentAt(probe);
    const candidate = local - segment.offset;
    if (candidate >= segment.from && candidate < segment.until) found.push(candidate);
    const next = zone.segmentAt(segment.until);
    if (candidate >= segment.until && local - next.offset < next.from) gap = Math.min(gap, segment.until);
    probe = segment.until;
  }
  if (found.length === 0) return gap;
  return choice === 'earlier' ? Math.min(...found) : Math.max(...found);
}

/** First instant at or after `at` whose local date is `day` or later. */
export function firstInstantOnOrAfterDay(zone: Zone, day: number, at: number): number {
  let from = at;
  for (;;) {
    const segment = zone.segmentAt(from);
    if (Math.floor((from + segment.offset) / DAY_MS) >= day) return from;
    const candidate = day * DAY_MS - segment.offset;
    if (candidate < segment.until) return Math.max(candidate, from);
    from = segment.until;
  }
}
