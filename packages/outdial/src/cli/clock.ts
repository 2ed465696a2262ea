import type { CampaignFile } from '../campaign-file/types.js';
import { CommandError } from './command-error.js';
import { EXIT } from './exit-codes.js';
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
  throw new CommandError({
    exitCode: EXIT.usage,
    what: 'OUTDIAL_CLOCK_OFFSET_MS cannot be used',
    why: `it is '${text}'`,
    remedy: 'Set it to a number of milliseconds, or unset it.',
  });
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
  throw new CommandError({
    exitCode: EXIT.usage,
    what: `'${text}' is no instant`,
    why: 'an instant needs date, time and offset',
    remedy: 'Write it like 2026-06-10T20:45:00-04:00.',
  });
}
