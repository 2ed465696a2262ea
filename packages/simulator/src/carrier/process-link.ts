/** The link to the process that dials: what it is told, and what waits while its event socket is down. */
import type { AttemptId, Fact, FactSink, HangupCause } from '@outdial/core';
import type { VirtualClock } from '../clock/virtual-clock.js';
import type { CarrierLog } from './carrier-log.js';
import type { UnstampedCallFact } from './simulated-call.js';

interface ConnectedProcess {
  readonly sink: FactSink;
  /** ms by which its clock is ahead of true time. */
  readonly offset: number;
  up: boolean;
}

/** One process at most is connected; facts are stamped by its clock. */
export class ProcessLink {
  readonly #clock: VirtualClock;
  readonly #log: CarrierLog;
  /** Time that a report takes, ms. */
  readonly #reportDelayMs: number;
  #process: ConnectedProcess | null = null;
  /** Facts that happened while the socket was down. */
  #missed: Fact[] = [];
  #ordersMissed: (() => void)[] = [];

  constructor(clock: VirtualClock, log: CarrierLog, reportDelayMs: number) {
    this.#clock = clock;
    this.#log = log;
    this.#reportDelayMs = reportDelayMs;
  }

  /** True while a process is connected and receives facts. */
  get isUp(): boolean {
    return this.#process?.up === true;
  }

  /** ms by which the process's clock is ahead of true time. */
  get offsetMs(): number {
    return this.#process?.offset ?? 0;
  }

  /** The connected process's time. */
  now(): number {
    return this.#clock.now() + this.offsetMs;
  }

  attach(process: { readonly sink: FactSink; readonly offset?: number }): void {
    this.#process = { sink: process.sink, offset: process.offset ?? 0, up: false };
    this.#missed = [];
    this.#ordersMissed = [];
    this.#outage('not up yet');
  }

  detach(): void {
    this.#outage('process died');
    this.#process = null;
  }

  /**
   * The socket came up: orders that waited are carried out. Returns the facts that the process missed; null
   * when there is none to come up, or it is up already.
   */
  setUp(): readonly Fact[] | null {
    if (!this.#process || this.#process.up) return null;
    this.#process.up = true;
    const outage = this.#log.outages.at(-1);
    if (outage) outage.to = this.#clock.now();
    this.report({ type: 'telephony.up', at: this.now() });
    for (const order of this.#ordersMissed) order();
    const missed = this.#missed;
    this.#missed = [];
    this.#ordersMissed = [];
    return missed;
  }

  setDown(reason: string): void {
    if (!this.#process?.up) return;
    this.report({ type: 'telephony.down', at: this.now(), reason });
    this.#process.up = false;
    this.#outage(reason);
  }

  /** Carries out an order now, or when the socket is up. */
  whenUp(order: () => void): void {
    if (this.isUp) order();
    else this.#ordersMissed.push(order);
  }

  /** Delivers a fact after the time a report takes, unless the process has ended by then. */
  report(fact: Fact): void {
    const process = this.#process;
    if (!process) return;
    if (!process.up) {
      this.#missed.push(fact);
      return;
    }
    this.#clock.after(this.#reportDelayMs, () => {
      if (this.#process === process) process.sink(fact);
    });
  }

  /** Reports a fact about an attempt. */
  reportOf(campaignId: string, attemptId: AttemptId, fact: UnstampedCallFact): void {
    this.report({ ...fact, at: this.now(), campaignId, attemptId } as Fact);
  }

  /** Reports a call that ended before it was placed. */
  notPlaced(campaignId: string, attemptId: AttemptId, cause: HangupCause): void {
    this.reportOf(campaignId, attemptId, { type: 'call.ended', cause });
  }

  /** Without a socket the request itself fails at once, so the process learns of it without an event. */
  refuseWithoutSocket(campaignId: string, attemptId: AttemptId): void {
    const process = this.#process;
    this.#clock.after(this.#reportDelayMs, () => {
      if (process && this.#process === process)
        process.sink({
          type: 'call.ended',
          at: this.now(),
          campaignId,
          attemptId,
          cause: { q850: 0, by: 'refused' },
        });
    });
  }

  /** Notes the start of an outage in the log, unless one goes on. */
  #outage(why: string): void {
    if (this.#log.outages.at(-1)?.to !== null)
      this.#log.outages.push({ from: this.#clock.now(), to: null, why });
  }
}
