/** Reads instants on the command line, and tells a command which instant is the present. */
import { isoInstant } from '@outdial/core';
import { dayBegins, dayEnds } from '../local-time/local-day.js';
import type { CampaignFile } from '../campaign-file/types.js';
import {
  CLOCK_OFFSET_VARIABLE,
  clockShiftOf,
  isShiftedLive,
  refuseShiftedLive,
  shiftText,
} from '../runtime/shifted-clock.js';
import { CommandError } from './command-errors.js';
import type { CommandIo } from './io.js';
import { DAY_TEXT } from '../local-time/day-text.js';
import { plainNumber } from './syntax/plain-number.js';

/** Commands that have announced their shifted clock: each says it once. */
const announced = new WeakSet<CommandIo>();

/**
 * ms added to the machine's clock in every command of a rehearsal at another instant than now: environment
 * variable OUTDIAL_CLOCK_OFFSET_MS. A shift is announced.
 */
export function clockOffset(io: CommandIo): number {
  const text = io.env[CLOCK_OFFSET_VARIABLE];
  if (text === undefined || text === '') return 0;
  const offset = Math.round(plainNumber(text));
  if (!Number.isSafeInteger(offset)) throw new CommandError('clock-offset-unreadable', { text });
  announce(io, offset);
  return offset;
}

/**
 * The present of a campaign, epoch ms: where its simulation starts, or the machine's clock. Throws
 * `clock-offset-live` for a live campaign on a shifted clock outside of a laboratory.
 */
export function campaignClock(io: CommandIo, file: CampaignFile): () => number {
  if (file.telephony.kind === 'simulated') {
    const startsAt = Date.parse(file.simulation.startsAt);
    return () => startsAt;
  }
  const offset = clockOffset(io);
  refuseShiftedLive(file, clockShiftOf(file.telephony, offset, io.env));
  return () => Date.now() + offset;
}

/**
 * The present for an order that only stops calls, epoch ms: it is never refused. A live campaign on a shifted
 * clock has the machine's.
 */
export function clockOfStops(io: CommandIo, file: CampaignFile): () => number {
  const shift = clockShiftOf(file.telephony, clockOffset(io), io.env);
  return isShiftedLive(file, shift) ? Date.now : campaignClock(io, file);
}

function announce(io: CommandIo, offset: number): void {
  if (offset === 0 || announced.has(io)) return;
  announced.add(io);
  io.err.write(
    `notice: the clock is shifted by ${shiftText(offset)}: ` +
      `the law is asked about another instant than now (${CLOCK_OFFSET_VARIABLE})\n`,
  );
}

/**
 * An end of a range given on the command line: an instant, or a date, which is a day in the zone (IANA name).
 * 'ends': a date includes its whole day.
 */
export function boundOf(text: string, timeZone: string, end: 'begins' | 'ends'): number {
  if (!DAY_TEXT.test(text)) return instantOf(text, 0);
  const noon = Date.parse(`${text}T12:00:00Z`);
  if (Number.isNaN(noon) || isoInstant(noon).slice(0, text.length) !== text)
    throw new CommandError('day-unreadable', { text });
  return end === 'begins' ? dayBegins(text, timeZone) : dayEnds(text, timeZone);
}

/**
 * An instant of something that has happened: a day in the zone (IANA name), or an instant; absent: now.
 *
 * @throws `day-unreadable`, `instant-unreadable`, `instant-to-come`
 */
export function pastInstantOf(text: string | undefined, timeZone: string, now: number): number {
  const at = text === undefined ? now : boundOf(text, timeZone, 'begins');
  if (at > now) throw new CommandError('instant-to-come', { text: text ?? '' });
  return at;
}

/** An instant given on the command line; absent: now. */
export function instantOf(text: string | undefined, now: number): number {
  if (text === undefined) return now;
  const at = Date.parse(text);
  if (!Number.isNaN(at) && /(Z|[+-]\d\d:?\d\d)$/.test(text)) return at;
  throw new CommandError('instant-unreadable', { text });
}
