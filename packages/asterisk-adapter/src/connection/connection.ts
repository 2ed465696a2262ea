/**
 * The connection to one Asterisk server: prepared after every connect, watched by an audit, reported by
 * `telephony.up` and `telephony.down`.
 */
import { failureReason } from '../failure-reason.js';
import type { AriEvent } from '../generated/models.js';
import type { Playbacks } from '../media/playbacks.js';
import type { Settings } from '../options.js';
import type { AriRequests, FactOutlet, NoticeOutlet } from '../roles.js';
import type { AbandonmentMarks } from '../sync/abandonment-marks.js';
import type { HandOver } from '../sync/hand-over.js';
import { readSnapshot } from '../sync/server-snapshot.js';
import type { Settlement } from '../sync/settlement.js';
import type { StrayChannels } from '../sync/stray-channels.js';
import type { AriTransport } from '../transport/transport.js';
import type { TrunkAllocator } from '../trunks/trunk-allocator.js';
import type { ApplicationHolder } from './application-holder.js';
import type { SharedConnectionState } from './connection-state.js';
import { EVENT_FILTER, type EventRouter } from './event-router.js';

/** Age at which marks of abandoned calls are removed. */
const MARKS_KEPT_MS = 7 * 86_400_000;
/** Pause before the connection is tried again when Asterisk would not prepare the application, ms. */
const PREPARE_RETRY_MS = 2_000;
/** ms between two looks whether the application is free. */
const LOOK_FREE_EVERY_MS = 1_000;
/** An application whose holder is silent for so long, ms, is taken without a reason to hurry. */
const SILENT_MOST_MS = 15_000;

/**
 * How the ARI application is taken. `at-once`: from the dialer that has it, which ends its part.
 * `unless-held`: as soon as no dialer answers that it has it. `if-left`: nothing hurries, and a dialer that
 * stands still may go on.
 */
export type Taking = 'at-once' | 'unless-held' | 'if-left';

/** What the connection needs. */
export interface ConnectionParts {
  readonly settings: Pick<Settings, 'application' | 'watch'>;
  readonly transport: Pick<AriTransport, 'open' | 'drop'>;
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly state: SharedConnectionState;
  readonly trunks: Pick<TrunkAllocator, 'trunks'>;
  readonly playbacks: Pick<Playbacks, 'settle'>;
  readonly marks: Pick<AbandonmentMarks, 'purge'>;
  readonly strays: Pick<StrayChannels, 'look'>;
  readonly settlement: Settlement;
  readonly handOver: Pick<HandOver, 'begin' | 'stop'>;
  readonly holder: ApplicationHolder;
  readonly router: EventRouter;
}

/**
 * Up means: the event socket is open, the trunks' endpoints are subscribed (events before an answer come only
 * so), the filter is set, and calls and legs are in line with what exists.
 */
export class Connection {
  readonly #parts: ConnectionParts;
  #state: 'down' | 'preparing' | 'up' | 'replaced' | 'stopped' = 'down';
  /** Grows with every loss, so that work begun before it knows that it is out of date. */
  #generation = 0;
  #lastReason = '';
  #audit: NodeJS.Timeout | null = null;
  #retry: NodeJS.Timeout | null = null;
  #auditing = false;
  #taking: Taking | null = null;
  /** Since when the holder of the application is silent, epoch ms. */
  #silentSince: number | null = null;
  #toldHeld = false;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  /** Connects and keeps connected. Called again, it says when the application is held still. */
  start(taking: Taking): void {
    const isFirst = this.#taking === null;
    this.#taking = taking;
    this.#toldHeld = false;
    if (isFirst) this.#takeApplication();
  }

  #takeApplication(): void {
    this.#parts.notices.run('take the ARI application', async () => {
      const mayTake = await this.#mayTake();
      if (this.#state === 'stopped') return;
      if (mayTake) this.#open();
      else this.#retry = setTimeout(() => this.#takeApplication(), LOOK_FREE_EVERY_MS);
    });
  }

  #open(): void {
    const { settings, transport } = this.#parts;
    transport.open({
      connected: () => this.#prepare(),
      disconnected: (reason) => this.#lost(reason),
      event: (event) => this.#event(event),
    });
    this.#audit = setInterval(() => this.#look(), settings.watch.auditEveryMs);
  }

  async #mayTake(): Promise<boolean> {
    const { facts, holder } = this.#parts;
    if (this.#taking === 'at-once') return true;
    try {
      const state = await holder.look();
      if (state === 'held') this.#tellHeld();
      this.#silentSince = state === 'silent' ? (this.#silentSince ?? facts.now()) : null;
      if (state !== 'silent') return state === 'absent';
      return this.#taking !== 'if-left' || facts.now() - (this.#silentSince ?? 0) >= SILENT_MOST_MS;
    } catch {
      // Opening the connection says what is wrong.
      return this.#taking !== 'if-left';
    }
  }

  #tellHeld(): void {
    const { notices, settings } = this.#parts;
    // The next start says whether it is urgent.
    this.#taking = 'if-left';
    if (this.#toldHeld) return;
    this.#toldHeld = true;
    notices.report(
      'application-held',
      `another dialer has the ARI application ${settings.application}, and its calls. ` +
        'Give each dialer a node name of its own; this one connects when that one has ended',
    );
  }

  /** Ends the watch; nothing is reported any more. */
  stop(): void {
    this.#state = 'stopped';
    this.#generation += 1;
    if (this.#audit) clearInterval(this.#audit);
    if (this.#retry) clearTimeout(this.#retry);
    this.#parts.state.stop();
    this.#parts.handOver.stop();
  }

  #prepare(): void {
    const { ari, facts, notices, playbacks, settlement, strays } = this.#parts;
    if (this.#state === 'stopped' || this.#state === 'replaced') return;
    this.#state = 'preparing';
    const generation = ++this.#generation;
    notices.run('prepare the connection', async () => {
      try {
        await this.#subscribe();
        const asOf = facts.now();
        const snapshot = await readSnapshot(ari);
        if (generation !== this.#generation) return;
        await settlement.settle(snapshot, { asOf, final: true });
        await playbacks.settle();
        await strays.look(snapshot, true);
      } catch (error) {
        if (generation === this.#generation) this.#prepareFailed(failureReason(error));
        return;
      }
      if (generation === this.#generation) this.#up();
    });
  }

  async #subscribe(): Promise<void> {
    const { ari, settings, trunks } = this.#parts;
    const applicationName = settings.application;
    await ari.call('applications.filter', { applicationName, filter: EVENT_FILTER });
    const eventSource = [...new Set(trunks.trunks.map((trunk) => trunk.eventSource))];
    await ari.call('applications.subscribe', { applicationName, eventSource });
  }

  #prepareFailed(reason: string): void {
    const { notices, transport } = this.#parts;
    notices.report(
      'connection-unusable',
      `connected to Asterisk, but it cannot be used: ${reason}. ` +
        "Check the trunks' endpoint names, and that res_ari_applications is loaded",
    );
    this.#retry = setTimeout(() => transport.drop('the application could not be prepared'), PREPARE_RETRY_MS);
  }

  #up(): void {
    const { facts, marks, notices, state } = this.#parts;
    this.#state = 'up';
    this.#lastReason = '';
    state.setUp();
    facts.deliver({ type: 'telephony.up', at: facts.now() });
    state.runWaiting();
    notices.run('remove old marks', () => marks.purge(Date.now() - MARKS_KEPT_MS));
  }

  #lost(reason: string): void {
    const { notices, state } = this.#parts;
    const was = this.#state;
    if (was === 'stopped' || was === 'replaced') return;
    this.#generation += 1;
    this.#state = 'down';
    state.setDown();
    if (was === 'up') {
      notices.report('telephony-down', reason);
      this.#reportDown(reason);
    } else if (reason !== this.#lastReason) {
      notices.report('connection-failed', `no connection to Asterisk: ${reason}; it is retried`);
    }
    this.#lastReason = reason;
  }

  #event(event: AriEvent): void {
    if (this.#state === 'stopped' || this.#state === 'replaced') return;
    const { holder, notices } = this.#parts;
    if (event.type === 'ApplicationReplaced') this.#replaced();
    else if (event.type === 'ChannelUserevent')
      notices.run('answer for the ARI application', () => holder.answer(event));
    else this.#parts.router.route(event);
  }

  /** Another process opened the same application. Two would compete for every call: this one ends here. */
  #replaced(): void {
    const { facts, handOver, notices, settings, state } = this.#parts;
    this.#state = 'replaced';
    this.#generation += 1;
    if (this.#audit) clearInterval(this.#audit);
    if (this.#retry) clearTimeout(this.#retry);
    state.stop();
    const reason = `another process has taken the ARI application ${settings.application}`;
    notices.report(
      'application-replaced',
      `${reason}: calls and conversations go on there. ` +
        'Unless it was to take over, give each dialer its own node name, then start this one again',
    );
    facts.deliver({ type: 'telephony.down', at: facts.now(), reason, forGood: true });
    notices.run('close the connection', () => handOver.begin(reason));
  }

  #reportDown(reason: string): void {
    const { facts } = this.#parts;
    facts.deliver({ type: 'telephony.down', at: facts.now(), reason });
  }

  /** The audit: finds strays, and calls whose end was lost. */
  #look(): void {
    const { ari, facts, notices, settlement, state, strays } = this.#parts;
    if (!state.isUp || this.#auditing) return;
    this.#auditing = true;
    const generation = this.#generation;
    notices.run('compare calls with channels', async () => {
      try {
        const asOf = facts.now();
        const snapshot = await readSnapshot(ari);
        if (generation !== this.#generation) return;
        await settlement.settle(snapshot, { asOf, final: false });
        await strays.look(snapshot, false);
      } finally {
        this.#auditing = false;
      }
    });
  }
}
