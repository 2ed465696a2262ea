/** Whether the person asked not to be contacted by telephone. */
import type { Context } from './context.js';

/** Words for the telephone as a medium. */
const TELEPHONE = /^((tele)?phones?|((tele)?phone |voice )?calls?|voice)$/i;

/** True where the person opted out of calls, or of this number. */
export function isOptedOutOfCalls({ lead }: Pick<Context, 'lead'>): boolean {
  return lead.mediumOptOut?.some((medium) => medium === lead.phone || TELEPHONE.test(medium)) === true;
}
