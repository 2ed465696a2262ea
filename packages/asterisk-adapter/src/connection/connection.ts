import type { AriEvent } from '../generated/models.js';
import { readWorld } from '../sync/world.js';
import { settle } from '../sync/settle.js';
import type { Strays } from '../sync/strays.js';
import { describe } from '../error-text.js';
import { type Switchboard } from '../switchboard.js';
import { EVENT_FILTER, routeEvent } from './event-router.js';

const MARKS_KEPT_MS = 7 * 86_400_000;
/** Pause before the connection is tried again when Asterisk would not prepare the application, ms. */
const PREPARE_RETRY_MS = 2_000;

/**
 * The state of the link to Asterisk. Up means: the socket is open, the trunks' endpoints are subscribed
 * (events before an answer come only so), the filter is set, and calls and legs are in line with what exists.
 * Facts: `telephony.up`, `telephony.down`.
 */
export class Connection {
  readonly #board: Switchboard;
  readonly #strays: Strays;
  #state: 'down' | 'preparing' | 'up' | 'replaced' | 'stopped' = 'down';
  /** Grows with every loss, so that work begun before it knows that it is out of date. */
  #generation = 0;
  #lastReason = '';
  #audit: NodeJS.Timeout | null = null;
  #retry: NodeJS.Timeout | null = null;
  #auditing = false;
  readonly #whenUp: (() => void)[] = [];

  constructor(board: Switchboard, strays: Strays) {
    this.#board = board;
    this.#strays = strays;
  }

  get isUp(): boolean {
    return this.#state === 'up';
  }

  start(): void {
    this.#board.ari.open({
      connected: () => this.#prepare(),
      disconnected: (reason) => this.#lost(reason),
      event: (event) => this.#event(event),
    });
    this.#audit = setInterval(() => this.#look(), this.#board.settings.watch.auditEveryMs);
  }

  stop(): void {
    this.#state = 'stopped';
    this.#generation += 1;
    if (this.#audit) clearInterval(this.#audit);
    if (this.#retry) clearTimeout(this.#retry);
    this.#whenUp.length = 0;
  }

  /** Runs work now, or when the connection is up. */
  whenUp(work: () => void): void {
    if (this.isUp) work();
    else this.#whenUp.push(work);
  }

  #prepare(): void {
    if (this.#state === 'stopped' || this.#state === 'replaced') return;
    this.#state = 'preparing';
    const generation = ++this.#generation;
    this.#board.run('prepare the connection', async () => {
      try {
        await this.#subscribe();
        const asOf = this.#board.now();
        const world = await readWorld(this.#board.ari);
        if (generation !== this.#generation) return;
        await settle(this.#board, world, { asOf, final: true });
        await this.#board.playbacks.settle();
        await this.#strays.look(world, true);
      } catch (error) {
        if (generation === this.#generation) this.#prepareFailed(describe(error));
        return;
      }
      if (generation === this.#generation) this.#up();
    });
  }

  async #subscribe(): Promise<void> {
    const applicationName = this.#board.settings.application;
    await this.#board.ari.call('applications.filter', { applicationName, filter: EVENT_FILTER });
    const sources = [...new Set(this.#board.trunks.trunks.map((trunk) => trunk.eventSource))];
    await this.#board.ari.call('applications.subscribe', { applicationName, eventSource: sources });
  }

  #prepareFailed(reason: string): void {
    this.#board.report({
      level: 'error',
      code: 'connection-unusable',
      message: `connected to Asterisk, but it cannot be used: ${reason}. Check the trunks' endpoint names, and that res_ari_applications is loaded`,
    });
    this.#retry = setTimeout(
      () => this.#board.ari.drop('the application could not be prepared'),
      PREPARE_RETRY_MS,
    );
  }

  #up(): void {
    this.#state = 'up';
    this.#lastReason = '';
    this.#board.tell({ type: 'telephony.up', at: this.#board.now() });
    for (const work of this.#whenUp.splice(0)) work();
    this.#board.run('remove old marks', () => this.#board.marks.purge(Date.now() - MARKS_KEPT_MS));
  }

  #lost(reason: string): void {
    const was = this.#state;
    if (was === 'stopped' || was === 'replaced') return;
    this.#generation += 1;
    this.#state = 'down';
    if (was === 'up') this.#tellDown(reason);
    else if (reason !== this.#lastReason)
      this.#board.report({
        level: 'warning',
        code: 'connection-failed',
        message: `no connection to Asterisk: ${reason}; it is tried again and again`,
      });
    this.#lastReason = reason;
  }

  #tellDown(reason: string): void {
    this.#board.report({ level: 'warning', code: 'telephony-down', message: reason });
    this.#board.tell({ type: 'telephony.down', at: this.#board.now(), reason });
  }

  #event(event: AriEvent): void {
    if (this.#state === 'stopped') return;
    if (event.type === 'ApplicationReplaced') {
      this.#replaced();
      return;
    }
    routeEvent(this.#board, this.#strays, event);
  }

  /** Another process opened the same application: two would fight for every call, so this one stays away. */
  #replaced(): void {
    const was = this.#state;
    this.#state = 'replaced';
    this.#generation += 1;
    const reason = `another process has taken the application ${this.#board.settings.application}: give each dialer its own node name, then start this one again`;
    this.#board.report({ level: 'error', code: 'application-replaced', message: reason });
    if (was === 'up') this.#board.tell({ type: 'telephony.down', at: this.#board.now(), reason });
  }

  /** The audit: finds calls whose end was lost, and strays. */
  #look(): void {
    if (!this.isUp || this.#auditing) return;
    this.#auditing = true;
    const generation = this.#generation;
    this.#board.run('compare calls with channels', async () => {
      try {
        const asOf = this.#board.now();
        const world = await readWorld(this.#board.ari);
        if (generation !== this.#generation) return;
        await settle(this.#board, world, { asOf, final: false });
        await this.#strays.look(world, false);
      } finally {
        this.#auditing = false;
      }
    });
  }
}
