/** The link to the process that dials: what it is told, and what waits while its event socket is down. */
import type { AttemptId, Fact, FactSink, HangupCause } from '@outdial/core';
import type { VirtualClock } from '../clock/virtual-clock.js';
import type { CarrierLog } from './carrier-log.js';
import type { UnstampedCallFact } from './simulated-call.js';

/** What may stand still. */
type StallReason = 'process frozen' | 'server frozen';

type Outage = CarrierLog['outages'][number];

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
  /** Facts that wait in a server that stands still; null: it does not. */
  #held: Fact[] | null = null;
  /** The outage that goes on. */
  #open: Outage | null = null;
  /** What stands still, since when. */
  readonly #stalls = new Map<StallReason, Outage>();

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
    if (this.#held) this.#held = [];
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
    if (this.#open) this.#open.to = this.#clock.now();
    this.#open = null;
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

  /** The server stands still: what happens is reported at {@link thaw}. */
  freeze(): void {
    this.#held ??= [];
    this.stallBegins('server frozen');
  }

  /** All that was held is reported at once. */
  thaw(): void {
    const held = this.#held ?? [];
    this.#held = null;
    this.stallEnds('server frozen');
    for (const fact of held) this.report(lateNow(fact, this.now()));
  }

  /** Nobody acts on what is reported. */
  stallBegins(why: StallReason): void {
    if (this.#stalls.has(why)) return;
    const outage: Outage = { from: this.#clock.now(), to: null, why };
    this.#stalls.set(why, outage);
    this.#log.outages.push(outage);
  }

  stallEnds(why: StallReason): void {
    const outage = this.#stalls.get(why);
    if (outage) outage.to = this.#clock.now();
    this.#stalls.delete(why);
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
    if (this.#held) {
      this.#held.push(fact);
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
    if (this.#open) return;
    this.#open = { from: this.#clock.now(), to: null, why };
    this.#log.outages.push(this.#open);
  }
}

/** A fact that is learned now of what happened before: an answer says when it was. */
export function lateNow(fact: Fact, now: number): Fact {
  if (fact.type === 'call.answered') return { ...fact, at: now, answeredAt: fact.answeredAt ?? fact.at };
  return { ...fact, at: now };
}
