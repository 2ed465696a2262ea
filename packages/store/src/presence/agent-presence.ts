/** The agents who work at one dialer: taken at log-in, renewed while they work, released when they leave. */
import { persist, transact } from '../database/transact.js';
import { instanceOf } from '../journal/lease-holder.js';
import type { LeaseInstance } from '../journal/lease-holder.js';
import { LEASE_LIFE } from '../journal/lease.js';
import type { Store } from '../open-store.js';
import { UnderWay } from '../under-way.js';
import type { FaultSink } from '../under-way.js';
import {
  endPresences,
  placeText,
  readPlace,
  renewPresence,
  renewPresences,
  takePresence,
} from './presence.js';
import type { AgentPlace } from './presence.js';

/** How to make the presence of a dialer's agents. */
export interface AgentPresenceOptions {
  /** This process's name in the cluster: shown. */
  readonly node: string;
  /** Random id of the dialer. @default one a node and store handle */
  readonly instance?: string;
  /** ms a presence lives without being renewed. @default 30_000 */
  readonly lifeMs?: number;
  /** Epoch ms by the clock that all processes on the store share. @default Date.now */
  readonly leaseClock?: () => number;
  /** An agent works elsewhere by now, at `place` where that is known. */
  readonly onLost?: (agentId: string, place: AgentPlace | null) => void;
  readonly onFault?: FaultSink;
}

/** What is known of an agent: they work here; they do not any more; the store cannot be asked now. */
export type PresenceState = 'here' | 'lost' | 'unknown';

/** Where the agents of one dialer are kept from working at another one on the store. */
export interface AgentPresence {
  /** Id of the dialer, as the store has it. */
  readonly instance: string;
  /** Notes that the agent works here. Answers null, or where else they work. Rejects when the store fails. */
  take(agentId: string, campaignId: string): Promise<AgentPlace | null>;
  /** Notes that the agent has left. A failure is reported: the presence then ends by itself. */
  release(agentId: string): Promise<void>;
  /** True while nobody else can have the agent, without asking the store. */
  isSure(agentId: string): boolean;
  /** Asks the store whether the agent still works here, for `withinMs` at most. */
  confirm(agentId: string, withinMs: number): Promise<PresenceState>;
  /** Agents who work here. */
  agents(): readonly string[];
  /** A place in words, with its instants as the people of this store read them. */
  placeText(place: AgentPlace): string;
  /** Renews now, and reports who is lost. */
  look(): void;
  /** Resolves when every write begun so far is done. */
  idle(): Promise<void>;
  /** Ends: agents are free for other dialers at once, or with `keep` when their presence has ended. */
  stop(options?: { readonly keep?: boolean }): Promise<void>;
}

/** Makes the presence of a dialer's agents on a store. */
export function createAgentPresence(store: Store, options: AgentPresenceOptions): AgentPresence {
  return new StorePresence(store, options);
}

/** Renewals within the life of a presence. */
const RENEWALS_A_LIFE = 3;

class StorePresence implements AgentPresence {
  readonly #store: Store;
  readonly #instance: LeaseInstance;
  readonly #options: AgentPresenceOptions;
  readonly #lifeMs: number;
  readonly #leaseClock: () => number;
  readonly #underWay: UnderWay;
  readonly #renewal: NodeJS.Timeout;
  /** Until when nobody else can have the agent, epoch ms. */
  readonly #until = new Map<string, number>();
  /** The last write about each agent: writes about one agent keep their order. */
  readonly #last = new Map<string, Promise<unknown>>();
  #renewing = false;
  #stopped = false;

  constructor(store: Store, options: AgentPresenceOptions) {
    const { node, lifeMs = LEASE_LIFE, leaseClock = Date.now, onFault } = options;
    this.#store = store;
    this.#options = options;
    this.#instance = { id: options.instance ?? instanceOf(store, node), node, process: store.process };
    this.#lifeMs = lifeMs;
    this.#leaseClock = leaseClock;
    this.#underWay = new UnderWay(onFault);
    this.#renewal = setInterval(() => this.look(), lifeMs / RENEWALS_A_LIFE);
    this.#renewal.unref();
  }

  get instance(): string {
    return this.#instance.id;
  }

  take(agentId: string, campaignId: string): Promise<AgentPlace | null> {
    return this.#inTurn(agentId, async () => {
      const now = this.#leaseClock();
      const request = { agentId, campaignId, instance: this.#instance, now, lifeMs: this.#lifeMs };
      const elsewhere = await transact(this.#store.engine, (tx) => takePresence(tx, request), {
        tries: LOGIN_TRIES,
      });
      if (elsewhere === null) this.#until.set(agentId, now + this.#lifeMs);
      else this.#until.delete(agentId);
      return elsewhere;
    });
  }

  release(agentId: string): Promise<void> {
    const released = this.#inTurn(agentId, async () => {
      this.#until.delete(agentId);
      await this.#renew(agentId, 0);
    });
    this.#underWay.run('presence', released);
    return released.catch(() => undefined);
  }

  isSure(agentId: string): boolean {
    return (this.#until.get(agentId) ?? 0) > this.#leaseClock();
  }

  async confirm(agentId: string, withinMs: number): Promise<PresenceState> {
    if (!this.#until.has(agentId)) return 'lost';
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<PresenceState>((resolve) => {
      timer = setTimeout(() => resolve('unknown'), withinMs);
    });
    const asked = this.#inTurn(agentId, () => this.#ask(agentId)).catch((): PresenceState => 'unknown');
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  }

  placeText(place: AgentPlace): string {
    return placeText(place, this.#store);
  }

  agents(): readonly string[] {
    return [...this.#until.keys()];
  }

  look(): void {
    if (this.#renewing || this.#stopped || this.#until.size === 0) return;
    this.#renewing = true;
    this.#underWay.run(
      'presence renewal',
      this.#renewAll().finally(() => (this.#renewing = false)),
    );
  }

  idle(): Promise<void> {
    return this.#underWay.idle();
  }

  async stop({ keep = false }: { readonly keep?: boolean } = {}): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    clearInterval(this.#renewal);
    await Promise.allSettled(this.#last.values());
    await this.idle();
    const isEmpty = this.#until.size === 0;
    this.#until.clear();
    if (keep || isEmpty) return;
    await persist(this.#store.engine, () => endPresences(this.#store.engine.db, this.instance)).catch(
      (error: unknown) => this.#underWay.report('presence', error),
    );
  }

  /** Runs a write once the one before about this agent is done. */
  #inTurn<Result>(agentId: string, write: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(agentId) ?? Promise.resolve();
    const turn = before.then(write, write);
    this.#last.set(agentId, turn);
    const forget = (): void => {
      if (this.#last.get(agentId) === turn) this.#last.delete(agentId);
    };
    turn.then(forget, forget);
    return turn;
  }

  #renew(agentId: string, expiresAt: number): Promise<boolean> {
    const { engine } = this.#store;
    return persist(engine, () => renewPresence(engine.db, { agentId, instance: this.instance, expiresAt }));
  }

  async #ask(agentId: string): Promise<PresenceState> {
    if (!this.#until.has(agentId)) return 'lost';
    const until = this.#leaseClock() + this.#lifeMs;
    if (await this.#renew(agentId, until)) {
      if (this.#until.has(agentId)) this.#until.set(agentId, until);
      return 'here';
    }
    await this.#lost(agentId);
    return 'lost';
  }

  async #renewAll(): Promise<void> {
    const { engine } = this.#store;
    const before = this.agents();
    const until = this.#leaseClock() + this.#lifeMs;
    const renewal = { instance: this.instance, expiresAt: until };
    const present = await persist(engine, () => renewPresences(engine.db, renewal));
    for (const agentId of before) {
      // Who logs in or out at this moment is neither renewed nor lost here.
      if (!this.#until.has(agentId) || this.#last.has(agentId)) continue;
      if (present.has(agentId)) this.#until.set(agentId, until);
      else await this.#lost(agentId);
    }
  }

  async #lost(agentId: string): Promise<void> {
    if (!this.#until.delete(agentId)) return;
    const { db } = this.#store.engine;
    const place = await readPlace(db, agentId, this.#leaseClock()).catch(() => null);
    this.#options.onLost?.(agentId, place);
  }
}

/** Tries of a log-in: an agent waits for the answer, about a second. */
const LOGIN_TRIES = 8;
