/** Which calls the caps of states and cities on collection calls count, and the values of these caps. */
import type { HistoryEntry, Purpose } from '../../../contract.js';
import type { Context } from '../../../engine/context.js';
import { isConnectedCall, isConversation, isSameDebt, isToThisPhone } from '../../../engine/history.js';
import type { Refused } from '../../../engine/rule.js';
import type { Schedule } from '../../../engine/schedule.js';
import { hoursRefusal } from '../../../rules/calling-window.js';
import type { Cap } from '../../../rules/frequency-cap.js';

/** Purposes of collection rules. */
export const COLLECTION: readonly Purpose[] = ['debt-collection'];

/** The limits of a collection rule. */
export interface CollectionLimits {
  readonly cap: Cap;
  /** Cap at the place of work, or at any number that is not the person's own. */
  readonly workCap?: Cap;
  /** Cap on conversations. */
  readonly conversations?: Cap;
  readonly hours?: Schedule;
}

/** The number called is the person's number at work. */
export function isWork(context: Context): boolean {
  return context.lead.phoneUse === 'work';
}

/** A connected call about the debt of this call. */
export function isDebtCall(entry: HistoryEntry, context: Context): boolean {
  return isConnectedCall(entry) && isSameDebt(entry, context);
}

/** A connected call about the debt of this call, to the number of this call. */
export function isDebtCallToThisPhone(entry: HistoryEntry, context: Context): boolean {
  return isDebtCall(entry, context) && isToThisPhone(entry, context);
}

/** A conversation about the debt of this call. */
export function isDebtConversation(entry: HistoryEntry, context: Context): boolean {
  return isConversation(entry) && isSameDebt(entry, context);
}

/** A connected collection call, whatever the debt; a call of unknown purpose counts. */
export function isAnyCollectionCall(entry: HistoryEntry): boolean {
  return isConnectedCall(entry) && isCollection(entry);
}

/** A conversation in a collection call placed to the person, whatever the debt. */
export function isAnyCollectionConversation(entry: HistoryEntry): boolean {
  return isConversation(entry) && entry.direction === 'outbound' && isCollection(entry);
}

function isCollection(entry: HistoryEntry): boolean {
  return entry.purpose === undefined || entry.purpose === 'debt-collection';
}

/** Refuses outside the hours of collection calls, where the limits have hours. */
export function collectionHoursRefusal(
  context: Context,
  at: number,
  { hours }: CollectionLimits,
): Refused | undefined {
  return hours ? hoursRefusal(context, at, hours, 'hours of collection calls') : undefined;
}
