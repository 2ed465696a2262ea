/** Counting earlier attempts: by elapsed time, or by local calendar days. */
import type { HistoryEntry, HistoryOutcome } from '../contract.js';
import { firstInstantOnOrAfterDay } from '../time/zone.js';
import type { Context } from './context.js';

/** Decides whether an attempt counts. */
export type Counts = (entry: HistoryEntry, context: Context) => boolean;

/** An outbound telephone call that reached the network: any attempt except e-mail and a failed set-up. */
export function isPlacedCall(entry: HistoryEntry): boolean {
  return entry.direction === 'outbound' && entry.outcome !== 'email' && entry.outcome !== 'failed';
}

/** A placed call that rang or was answered: busy lines do not count. */
export function isConnectedCall(entry: HistoryEntry): boolean {
  return isPlacedCall(entry) && entry.outcome !== 'busy';
}

/** An exchange of words by telephone, in either direction. */
export function isConversation(entry: HistoryEntry): boolean {
  return entry.outcome === 'conversation' || entry.outcome === 'refused';
}

/** The called number of an attempt. */
export function isToThisPhone(entry: HistoryEntry, context: Context): boolean {
  return entry.phone === undefined || entry.phone === context.lead.phone;
}

/** True where the attempt played recorded or synthetic audio. */
export function wasRecorded(entry: HistoryEntry): boolean {
  return entry.voice === undefined ? entry.outcome === 'message-delivered' : entry.voice !== 'live';
}

/** True for an attempt about the same debt. An attempt that names no debt counts toward every debt. */
export function isSameDebt(entry: HistoryEntry, context: Context): boolean {
  if (entry.purpose !== undefined && entry.purpose !== 'debt-collection') return false;
  return entry.debtId === undefined || context.debtId === undefined || entry.debtId === context.debtId;
}

/** True for an attempt with the same purpose. An attempt that names no purpose counts. */
export function isSamePurpose(entry: HistoryEntry, context: Context): boolean {
  return entry.purpose === undefined || entry.purpose === context.campaign.purpose;
}

/** True for the same subject of the same kind of call. Where either names no subject, the attempt counts. */
export function isSameSubject(entry: HistoryEntry, context: Context): boolean {
  if (!isSamePurpose(entry, context)) return false;
  return entry.subject === undefined || context.subject === undefined || entry.subject === context.subject;
}

/** True for the same trader. Where either names no trader, the attempt counts. */
export function isSameSeller(entry: HistoryEntry, context: Context): boolean {
  if (!isSamePurpose(entry, context)) return false;
  return (
    entry.seller === undefined ||
    context.campaign.seller === undefined ||
    entry.seller === context.campaign.seller
  );
}

/** How many attempts are in the period, and the first instant at which one fewer than `max` may be. */
export interface CapResult {
  readonly count: number;
  readonly until: number;
}

/**
 * A cap over elapsed time: at most `max` attempts in the `windowMs` before the call. Undefined while the cap
 * is not reached.
 */
export function elapsedCap(
  context: Context,
  at: number,
  max: number,
  windowMs: number,
  counts: Counts,
): CapResult | undefined {
  if (context.history.length < max) return undefined;
  const instants: number[] = [];
  for (const entry of context.history) {
    if (entry.at > at - windowMs && counts(entry, context)) instants.push(entry.at);
  }
  if (instants.length < max) return undefined;
  instants.sort((a, b) => b - a);
  return { count: instants.length, until: (instants[max - 1] as number) + windowMs };
}

/**
 * A cap over local calendar days, with the attempt's day as day 1: at most `max` attempts in the `days` days
 * that end with the day of the call. Undefined while the cap is not reached in any candidate zone.
 */
export function calendarCap(
  context: Context,
  at: number,
  max: number,
  days: number,
  counts: Counts,
): CapResult | undefined {
  if (context.history.length < max) return undefined;
  const matching = context.history.filter((entry) => counts(entry, context));
  if (matching.length < max) return undefined;
  for (const zone of context.zones) {
    const firstDay = zone.localDay(at) - days + 1;
    const inWindow: number[] = [];
    for (const entry of matching) {
      const day = zone.localDay(entry.at);
      if (day >= firstDay) inWindow.push(day);
    }
    inWindow.sort((a, b) => b - a);
    if (inWindow.length < max) continue;
    const until = firstInstantOnOrAfterDay(zone, (inWindow[max - 1] as number) + days, at);
    // The cap may last longer in a later zone: the engine asks again at this instant.
    return { count: inWindow.length, until };
  }
  return undefined;
}

/** Outcomes by which the called party was reached: by words, a message, or an e-mail. */
const REACHED: ReadonlySet<HistoryOutcome> = new Set([
  'conversation',
  'refused',
  'voicemail',
  'message-delivered',
  'email',
  'unknown',
]);

/** A contact about the same debt: one that reached the debtor, as distinct from an attempt. */
export function isDebtContact(entry: HistoryEntry, context: Context): boolean {
  return entry.direction === 'outbound' && REACHED.has(entry.outcome) && isSameDebt(entry, context);
}
