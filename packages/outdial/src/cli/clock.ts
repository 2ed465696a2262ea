/** Reads instants on the command line, and tells a command which instant is the present. */
import type { CampaignFile } from '../campaign-file/types.js';
import { CommandError } from './command-errors.js';
import type { CommandIo } from './io.js';

/**
 * ms added to the machine's clock in every command of a rehearsal at another instant than now: environment
 * variable OUTDIAL_CLOCK_OFFSET_MS.
 */
export function clockOffset(io: CommandIo): number {
  const text = io.env['OUTDIAL_CLOCK_OFFSET_MS'];
  if (text === undefined || text === '') return 0;
  const offset = Number(text);
  if (Number.isFinite(offset)) return Math.round(offset);
  throw new CommandError('clock-offset-unreadable', { text });
}

/** The present of a campaign, epoch ms: where its simulation starts, or the machine's clock. */
export function campaignClock(io: CommandIo, file: CampaignFile): () => number {
  if (file.telephony.kind === 'simulated') {
    const startsAt = Date.parse(file.simulation.startsAt);
    return () => startsAt;
  }
  const offset = clockOffset(io);
  return () => Date.now() + offset;
}

/** An instant given on the command line; absent: now. */
export function instantOf(text: string | undefined, now: number): number {
  if (text === undefined) return now;
  const at = Date.parse(text);
  if (!Number.isNaN(at) && /(Z|[+-]\d\d:?\d\d)$/.test(text)) return at;
  throw new CommandError('instant-unreadable', { text });
}
