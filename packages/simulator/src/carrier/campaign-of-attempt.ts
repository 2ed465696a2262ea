/** The campaign of an attempt, from its id. */
import type { AttemptId } from '@outdial/core';

/** The campaign in an attempt's id, `<campaignId>-<epoch>-<n>`. */
export function campaignOf(attemptId: AttemptId): string {
  return attemptId.replace(/-\d+-\d+$/, '');
}
