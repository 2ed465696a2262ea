/** Reasons as the database keeps them. */
import { LIMITS } from '@outdial/core';

/** The reason, cut to the width of its column. Reasons are for reports: nothing depends on their end. */
export function keptReason(reason: string): string {
  return reason.slice(0, LIMITS.code.max);
}
