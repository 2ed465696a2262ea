/** Values cut to their columns: a value that does not fit must not keep an attempt from being closed. */
import { LIMITS } from '@outdial/core';

/** The reason, cut to the width of its column. Reasons are only shown in reports. */
export function keptReason(reason: string): string {
  return reason.slice(0, LIMITS.code.max);
}

/** The id of an agent or a trunk as an end keeps it: the edges refuse ids that are longer than the column. */
export function keptId(id: string | undefined): string | null {
  return id === undefined ? null : id.slice(0, LIMITS.storedId.max);
}

/** An instant of an end, epoch ms, within its limit; null where it is not a number. */
export function keptInstant(at: number | null | undefined): number | null {
  if (at === null || at === undefined || Number.isNaN(at)) return null;
  return Math.trunc(Math.min(Math.max(at, 0), LIMITS.instant.max));
}
