/** Calls that came in, in figures. */
import { type InboundEnding, metricValue } from '@outdial/core';
import { parseJson } from '../database/json-text.js';
import type { ReportedCall } from './reported-attempts.js';

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

/** Counts calls that came in as they are read. */
export class CallerCounts {
  readonly #mostMs: number;
  readonly #sums = { calls: 0, served: 0, servedInTime: 0, lost: 0, waitedMs: 0 };
  readonly #endings: Partial<Record<InboundEnding, number>> = {};

  /** `mostMs`: who is served within it is served in time. */
  constructor(mostMs: number = SERVICE_LEVEL_MS) {
    this.#mostMs = mostMs;
  }

  add({ attempt, ownConnectedAt: connectedAt, callerResult }: ReportedCall): void {
    const { openedAt: arrivedAt, endedAt } = attempt;
    const sums = this.#sums;
    const ending = parseJson(callerResult, null)?.callerEnding;
    if (ending !== undefined) this.#endings[ending] = (this.#endings[ending] ?? 0) + 1;
    if (ending === 'closed' || (connectedAt === null && endedAt === null)) return;
    sums.calls += 1;
    if (connectedAt === null && ending !== undefined && IN_VAIN.has(ending)) sums.lost += 1;
    if (connectedAt === null) return;
    sums.served += 1;
    sums.waitedMs += connectedAt - arrivedAt;
    if (connectedAt - arrivedAt <= this.#mostMs) sums.servedInTime += 1;
  }

  report(): CallerReport {
    const { calls, served, servedInTime, lost, waitedMs } = this.#sums;
    return {
      calls,
      served,
      servedInTime,
      endings: this.#endings,
      meanWaitMs: served === 0 ? null : waitedMs / served,
      serviceLevel: metricValue('serviceLevel', { callersInTime: servedInTime, callers: calls }),
      lost,
      lostInQueue: metricValue('lostInQueue', { callersLost: lost, callers: calls }),
    };
  }
}
