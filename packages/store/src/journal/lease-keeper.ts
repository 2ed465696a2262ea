/** Takes the leases of campaigns, renews them while the dialer runs, and reports those that are lost. */
import type { RecoverCommand } from '@outdial/core';
import { persist } from '../database/transact.js';
import { storeError } from '../errors.js';
import { epochOf } from './journal-parts.js';
import type { Store } from '../open-store.js';
import type { JournalParts } from './journal-parts.js';
import { holderText } from './lease-holder.js';
import type { LeaseHolder } from './lease-holder.js';
import { readHolder, renewLease, renewReserved, reserveLease } from './lease.js';
import type { LeaseHeld, Overtaken } from './lease.js';
import { recoverCampaign } from './recover.js';
import { holdPart } from './share-parts.js';
import type { HeldPart, PartUse } from './share-parts.js';
import { shareOf } from './share-lease.js';
import { beginSpread } from './spread-orders.js';

/** A change of a lease that an operator should know. */
export interface LeaseNotice {
  /**
   * 'waiting': until it is known whether the holder still runs. 'holder-gone': the process of the holder has
   * ended, so the campaign was taken at once. 'taken-over': it was taken by order.
   */
  readonly kind: 'waiting' | 'holder-gone' | 'taken-over';
  readonly campaignId: string;
  readonly holder: LeaseHolder;
  /** The sentence for a screen or a log. */
  readonly text: string;
}

/** How a campaign is reserved. */
export interface ReserveOptions {
  /**
   * Only where it is at work: a campaign that an order has ended for all its dialers stays so until somebody
   * starts it. @default false
   */
  readonly joins?: boolean;
}

/** Collaborators of a lease keeper. */
export interface LeaseKeeperParts extends JournalParts {
  readonly leaseLifeMs: number;
  /** Epoch ms by the clock that all processes on the store share. */
  readonly leaseClock: () => number;
  /** Takes campaigns by order from an instance that runs them. */
  readonly takeOver: boolean;
  /** Over how many dialers each campaign is spread at most. */
  readonly shares: number;
  readonly onLease: ((notice: LeaseNotice) => void) | undefined;
}

/** ms between looks whether another instance's lease has ended. */
const LOOK_EVERY_MS = 500;

/** Lives of a lease, five minutes, in which none could be renewed: the database is waited for no longer. */
const SILENT_LIVES = 10;

/** Renewals within the life of a lease. */
const RENEWALS_A_LIFE = 3;

/** The leases of one journal. */
export class LeaseKeeper {
  readonly #parts: LeaseKeeperParts;
  readonly #renewal: NodeJS.Timeout;
  readonly #taking = new Set<string>();
  readonly #reserved = new Set<string>();
  /** Which share of each campaign this is, from its reservation on. */
  readonly #shares = new Map<string, number>();
  /** Campaigns that were taken once. `takeOver` does not apply to them a second time. */
  readonly #taken = new Set<string>();
  /** Of whom it was told that a campaign waits for them. */
  readonly #waitingFor = new Map<string, string>();
  #renewing = false;
  #stopped = false;
  /** When the first renewal began that failed, with all since; null: the last one was answered. */
  #silentSince: number | null = null;

  constructor(parts: LeaseKeeperParts) {
    this.#parts = parts;
    this.#renewal = setInterval(() => this.look(), parts.leaseLifeMs / RENEWALS_A_LIFE);
    this.#renewal.unref();
  }

  /**
   * Keeps the campaign, or a free share of it, for this instance until {@link take}. Throws `campaign-held`
   * where other instances have all of it, and for one that stands by (`joins`) also where an order has ended
   * it. Where nobody knows whether the holder of a campaign with one share still runs, waits until it renews
   * its lease or the lease ends.
   */
  async reserve(campaignId: string, { joins = false }: ReserveOptions = {}): Promise<void> {
    if (this.#parts.shares > 1) return this.#reserveShare(campaignId, joins);
    let until: number | null = null;
    for (;;) {
      const held = await this.#reserve(campaignId, 0, joins);
      if (held === null || this.#isForced(campaignId)) return;
      const { holder, state } = held;
      const renewed = until !== null && holder.expiresAt > until;
      if (state === 'alive' || renewed || this.#stopped)
        throw heldError(campaignId, holder, this.#parts.store);
      if (until === null) this.#tellWaiting(campaignId, holder);
      until ??= holder.expiresAt;
      await pause();
    }
  }

  /** Keeps the first share that is free. */
  async #reserveShare(campaignId: string, joins: boolean): Promise<void> {
    let first: LeaseHeld | null = null;
    for (let share = 0; share < this.#parts.shares; share += 1) {
      const held = await this.#reserve(campaignId, share, joins);
      if (held === null) return;
      first ??= held;
    }
    if (first) throw heldError(campaignId, first.holder, this.#parts.store);
  }

  /**
   * Settles what part of a campaign's limits its share may use, and takes up what dead shares have left:
   * their calls are answered as `attempts.left`. Null: this instance has no share of it.
   */
  async holdPart(campaignId: string, use: PartUse): Promise<HeldPart | null> {
    const { sink, clock } = this.#parts;
    const { part, open } = await holdPart(this.#parts, campaignId, use);
    if (open.length > 0) sink({ type: 'attempts.left', at: clock(), campaignId, open });
    return part;
  }

  /** Takes a campaign and answers `campaign.recovered`. Once at a time for each campaign. */
  take(command: RecoverCommand): void {
    const { campaignId } = command;
    if (this.#taking.has(campaignId)) return;
    this.#taking.add(campaignId);
    this.#parts.underWay.run(
      'recover',
      this.#take(command).finally(() => this.#taking.delete(campaignId)),
    );
  }

  /** Renews the leases now, and reports those that are lost. */
  look(): void {
    if (this.#renewing || this.#stopped) return;
    this.#renewing = true;
    this.#parts.underWay.run(
      'lease renewal',
      this.#renewUnlessSilent().finally(() => (this.#renewing = false)),
    );
  }

  /** Ends renewing and taking. The leases stay until {@link giveUp}. */
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#renewal);
  }

  /** Forgets all leases; with `keep` they run out in the database by themselves. */
  async giveUp({ keep }: { readonly keep: boolean }): Promise<void> {
    const { store, instance, underWay } = this.#parts;
    const report = (error: unknown): void => underWay.report('lease', error);
    for (const campaignId of store.leases.campaignsOf(instance.id)) {
      const epoch = epochOf(this.#parts, campaignId);
      if (epoch === null) continue;
      store.leases.drop(campaignId, instance.id, epoch);
      if (keep) continue;
      const given = await renewLease(store.engine, { campaignId, epoch, expiresAt: 0 }).catch(report);
      if (given === false) await this.#stateLost(campaignId, epoch).catch(report);
    }
    for (const campaignId of this.#reserved) {
      if (!keep) await this.#renewReserved(campaignId, 0).catch(report);
    }
    this.#reserved.clear();
  }

  /** Null when the campaign is this instance's now; else who has it. */
  async #reserve(campaignId: string, share: number, joins: boolean): Promise<LeaseHeld | null> {
    const { chain, clock, instance, leaseClock, leaseLifeMs, shares } = this.#parts;
    const answer = await chain.within(async (tx, append) => {
      const request = { campaignId, instance, now: leaseClock(), lifeMs: leaseLifeMs, share, shares };
      const reserved = await reserveLease(tx, request);
      if (!reserved.taken) return reserved;
      if (shares > 1) await beginSpread(tx, campaignId, { joins });
      if (!reserved.overtaken) return reserved;
      const { holder, because } = reserved.overtaken;
      const detail = { node: instance.node, instance: instance.id, from: holder, because };
      await append({ at: clock(), campaignId, kind: 'campaign.taken-over', detail });
      return reserved;
    });
    if (!answer.taken) return answer;
    this.#reserved.add(campaignId);
    this.#shares.set(campaignId, share);
    this.#tellOvertaken(campaignId, answer.overtaken);
    return null;
  }

  /** Asks until the campaign is free: the lease of an instance that is gone ends by itself. */
  async #take(command: RecoverCommand): Promise<void> {
    const { underWay } = this.#parts;
    for (let look = 0; !this.#stopped; look += 1) {
      try {
        const holder = await this.#takeUnlessHeld(command);
        if (holder === null) return;
        if (look === 0) {
          const held = `campaign '${command.campaignId}' is run by ${holderText(holder, this.#parts.store)}`;
          underWay.report('recover', `${held}; waiting for its lease to end`);
        }
      } catch (error) {
        underWay.report('recover', error);
      }
      await pause();
    }
  }

  /** Null when the campaign was taken; else who runs it. */
  async #takeUnlessHeld(command: RecoverCommand): Promise<LeaseHolder | null> {
    const { store, instance, sink, clock, chain, leaseClock, leaseLifeMs, shares } = this.#parts;
    const { campaignId } = command;
    const force = this.#isForced(campaignId);
    const share = this.#shares.get(campaignId) ?? 0;
    const of = { share, shares, force };
    const request = { ...command, instance, now: leaseClock(), lifeMs: leaseLifeMs, ...of };
    const answer = await chain.within((tx, append) => recoverCampaign(tx, append, request));
    if (!answer.taken) return answer.holder;

    const { epoch, open, counters, overtaken } = answer;
    this.#taken.add(campaignId);
    this.#reserved.delete(campaignId);
    store.leases.hold(campaignId, instance.id, epoch);
    this.#tellOvertaken(campaignId, overtaken);
    sink({ type: 'campaign.recovered', at: clock(), campaignId, epoch, open, counters });
    return null;
  }

  #isForced(campaignId: string): boolean {
    return this.#parts.takeOver && !this.#taken.has(campaignId);
  }

  /** Renews; a database in which no renewal has succeeded for long halts the campaigns. */
  async #renewUnlessSilent(): Promise<void> {
    // A clock that is never set: a wall clock stepped forward is not silence.
    const beganAt = performance.now();
    try {
      await this.#renewAll();
      this.#silentSince = null;
    } catch (error) {
      this.#silentSince ??= beganAt;
      const silentMs = performance.now() - this.#silentSince;
      if (silentMs > SILENT_LIVES * this.#parts.leaseLifeMs) this.#haltAll(silentMs);
      throw error;
    }
  }

  /** A lost lease halts the campaign in this dialer: the new owner dials from then on. */
  async #renewAll(): Promise<void> {
    const { store, instance, leaseClock, leaseLifeMs } = this.#parts;
    for (const campaignId of store.leases.campaignsOf(instance.id)) {
      const epoch = epochOf(this.#parts, campaignId);
      if (epoch === null) continue;
      const kept = await persist(store.engine, () =>
        renewLease(store.engine, { campaignId, epoch, expiresAt: leaseClock() + leaseLifeMs }),
      );
      if (!kept && epochOf(this.#parts, campaignId) === epoch) await this.#lost(campaignId, epoch);
    }
    for (const campaignId of this.#reserved) {
      await this.#renewReserved(campaignId, leaseClock() + leaseLifeMs);
    }
  }

  /** The database is silent: nothing can be dialed, and the people on the floor wait for nothing. */
  #haltAll(silentMs: number): void {
    const { store, instance, sink, clock } = this.#parts;
    const seconds = Math.round(silentMs / 1_000);
    const reason =
      `database-silent: no lease could be renewed for ${seconds} s; the next start settles what was not ` +
      'written';
    for (const campaignId of store.leases.campaignsOf(instance.id))
      sink({ type: 'campaign.halt', at: clock(), campaignId, reason });
  }

  async #lost(campaignId: string, epoch: number): Promise<void> {
    const { store, instance, sink, clock, underWay } = this.#parts;
    store.leases.drop(campaignId, instance.id, epoch);
    const holder = await this.#holderOf(campaignId, epoch);
    const by = holder === null ? 'another dialer' : holderText(holder, store);
    const reason = `lease-lost: the campaign was taken over by ${by}`;
    sink({ type: 'campaign.halt', at: clock(), campaignId, reason });
    underWay.run('audit', this.#stateLost(campaignId, epoch, holder));
  }

  async #stateLost(campaignId: string, epoch: number, holder?: LeaseHolder | null): Promise<void> {
    const { chain, clock, instance } = this.#parts;
    const to = holder === undefined ? await this.#holderOf(campaignId, epoch) : holder;
    const detail = { epoch, node: instance.node, instance: instance.id, to };
    await chain.record({ at: clock(), campaignId, kind: 'lease.lost', detail });
  }

  async #holderOf(campaignId: string, epoch: number): Promise<LeaseHolder | null> {
    const { leaseClock, store } = this.#parts;
    const lease = { campaignId, share: shareOf(epoch) };
    return readHolder(store.engine.db, lease, leaseClock()).catch(() => null);
  }

  async #renewReserved(campaignId: string, expiresAt: number): Promise<void> {
    const { store, instance } = this.#parts;
    const share = this.#shares.get(campaignId) ?? 0;
    await renewReserved(store.engine, { campaignId, share, instance: instance.id, expiresAt });
  }

  #tellOvertaken(campaignId: string, overtaken: Overtaken | null): void {
    if (!overtaken) return;
    const { holder, because } = overtaken;
    const was = `campaign '${campaignId}' was taken over from ${holderText(holder, this.#parts.store)}`;
    if (because === 'gone')
      this.#tell({ kind: 'holder-gone', campaignId, holder, text: `${was}: that process has ended` });
    else this.#tell({ kind: 'taken-over', campaignId, holder, text: `${was}, by order: it is told to halt` });
  }

  /** A campaign that is asked for again and again is told once of each holder. */
  #tellWaiting(campaignId: string, holder: LeaseHolder): void {
    const about = `${holder.node} ${holder.instance ?? ''}`;
    if (this.#waitingFor.get(campaignId) === about) return;
    this.#waitingFor.set(campaignId, about);
    this.#tell(waitingFor(campaignId, holder, this.#parts.store));
  }

  #tell(notice: LeaseNotice): void {
    const { onLease, underWay } = this.#parts;
    if (onLease) onLease(notice);
    else underWay.report('lease', notice.text);
  }
}

function waitingFor(campaignId: string, holder: LeaseHolder, store: Pick<Store, 'shown'>): LeaseNotice {
  const wait = `waiting until it renews its lease or the lease ends, at ${store.shown(holder.expiresAt)}`;
  const text = `campaign '${campaignId}' is run by ${holderText(holder, store)}; ${wait}`;
  return { kind: 'waiting', campaignId, holder, text };
}

function heldError(campaignId: string, holder: LeaseHolder, store: Pick<Store, 'shown'>): Error {
  const until = store.shown(holder.expiresAt);
  return storeError('campaign-held', { campaign: campaignId, holder: holderText(holder, store), until });
}

async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}
