/** Texts as the database keeps them: one that is too long for its column must never block an end. */
import { LIMITS } from '@outdial/core';

/** The reason, cut to the width of its column. Reasons are for reports: nothing depends on their end. */
export function keptReason(reason: string): string {
  return reason.slice(0, LIMITS.code.max);
}

/** The id of an agent as an end keeps it: the edges refuse ids that are longer than the column. */
export function keptId(id: string | undefined): string | null {
  return id === undefined ? null : id.slice(0, LIMITS.storedId.max);
}
