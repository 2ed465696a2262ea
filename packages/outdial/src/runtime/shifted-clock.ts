/** A legal clock that differs from the machine's: where it is forbidden, and how it is said. */
import { errorFrom } from '@outdial/core';
import type { CampaignFile } from '../campaign-file/types.js';

/** Environment variable: ms added to the machine's clock. */
export const CLOCK_OFFSET_VARIABLE = 'OUTDIAL_CLOCK_OFFSET_MS';

/** Environment variable that says, with the value 1, that nobody outside of a laboratory can be called. */
export const LABORATORY_VARIABLE = 'OUTDIAL_LABORATORY';

/** Kind of the audit entry of a run whose clock is shifted. */
export const CLOCK_SHIFTED = 'clock.shifted';

/** Why a shifted clock is refused. */
export const SHIFTED_CLOCK_ERRORS = {
  'clock-offset-live': {
    what:
      'Nothing was done: the clock is shifted by {shift}, and the campaign is live. ' +
      'The law would be asked about another instant than the one at which telephones ring.',
    remedy:
      'Unset OUTDIAL_CLOCK_OFFSET_MS, or set live: false. ' +
      'In a laboratory from which nobody outside can be called, set OUTDIAL_LABORATORY=1.',
    retryable: false,
  },
} as const;

/** How the legal clock of a process differs from the machine's. */
export interface ClockShift {
  /** ms added to the machine's clock; 0: none. */
  readonly offsetMs: number;
  /** Whether the environment names a laboratory. */
  readonly laboratory: boolean;
}

/** The shift of a process: on simulated telephony there is none, because its time is virtual. */
export function clockShiftOf(
  telephony: { readonly kind: CampaignFile['telephony']['kind'] },
  offsetMs: number,
  env: Readonly<Record<string, string | undefined>>,
): ClockShift {
  return {
    offsetMs: telephony.kind === 'simulated' ? 0 : offsetMs,
    laboratory: env[LABORATORY_VARIABLE] === '1',
  };
}

/** Whether a campaign is live on a shifted clock outside of a laboratory. */
export function isShiftedLive({ live }: { readonly live: boolean }, shift: ClockShift): boolean {
  return live && shift.offsetMs !== 0 && !shift.laboratory;
}

/** Refuses a live campaign on a shifted clock outside of a laboratory. Throws `clock-offset-live`. */
export function refuseShiftedLive(campaign: { readonly live: boolean }, shift: ClockShift): void {
  if (!isShiftedLive(campaign, shift)) return;
  throw errorFrom(SHIFTED_CLOCK_ERRORS, 'clock-offset-live', { shift: shiftText(shift.offsetMs) });
}

/** A shift in words: '-7,200,000 ms (-2.0 hours)'. */
export function shiftText(offsetMs: number): string {
  const sign = offsetMs < 0 ? '-' : '+';
  const size = Math.abs(offsetMs);
  const hours = (size / 3_600_000).toFixed(1);
  return `${sign}${size.toLocaleString('en-US')} ms (${sign}${hours} hours)`;
}
