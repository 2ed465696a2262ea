/** Calls that came in, in figures. */
import { type InboundEnding, metricValue } from '@outdial/core';
import type { Db } from '../database/engine.js';
import { parseJson } from '../database/json-text.js';
import { callsOf, type Span } from './report-range.js';

/** Calls that came in. They are in none of the other figures, except those of agents. */
export interface CallerReport {
  /** Within the hours, and answered by an agent or over. */
  readonly calls: number;
  readonly served: number;
  /** Served within the time of the service level. */
  readonly servedInTime: number;
  readonly endings: Readonly<Partial<Record<InboundEnding, number>>>;
  /** Null: nobody was served. */
  readonly meanWaitMs: number | null;
  /** servedInTime / calls (0..1); null without calls. */
  readonly serviceLevel: number | null;
  /** Callers whom nobody talked to, without those who were refused or asked for a callback. */
  readonly lost: number;
  /** lost / calls (0..1); null without calls. */
  readonly lostInQueue: number | null;
}

/** Endings of callers who waited in vain. */
const IN_VAIN: ReadonlySet<string> = new Set<InboundEnding>(['left', 'overflow', 'lost']);

/** The usual time within which a caller is served, ms. */
const SERVICE_LEVEL_MS = 20_000;

/**
 * Calls that came in, which are few: their ends are read one by one. `mostMs`: who is served within it is
 * served in time.
 */
export async function readCallers(
  db: Db,
  span: Span,
  mostMs: number = SERVICE_LEVEL_MS,
): Promise<CallerReport> {
  const rows = await callsOf(db, span)
    .select(['opened_at', 'connected_at', 'ended_at', 'result'])
    .where('mode', '=', 'inbound')
    .execute();
  const sums = { calls: 0, served: 0, servedInTime: 0, lost: 0, waitedMs: 0 };
  const endings: Partial<Record<InboundEnding, number>> = {};
  for (const { opened_at: arrivedAt, connected_at: connectedAt, ended_at: endedAt, result } of rows) {
    const ending = parseJson(result, null)?.callerEnding;
    if (ending !== undefined) endings[ending] = (endings[ending] ?? 0) + 1;
    if (ending === 'closed' || (connectedAt === null && endedAt === null)) continue;
    sums.calls += 1;
    if (connectedAt === null && ending !== undefined && IN_VAIN.has(ending)) sums.lost += 1;
    if (connectedAt === null) continue;
    sums.served += 1;
    sums.waitedMs += connectedAt - arrivedAt;
    if (connectedAt - arrivedAt <= mostMs) sums.servedInTime += 1;
  }
  const { calls, served, servedInTime, lost, waitedMs } = sums;
  return {
    calls,
    served,
    servedInTime,
    endings,
    meanWaitMs: served === 0 ? null : waitedMs / served,
    serviceLevel: metricValue('serviceLevel', { callersInTime: servedInTime, callers: calls }),
    lost,
    lostInQueue: metricValue('lostInQueue', { callersLost: lost, callers: calls }),
  };
}
