/** Takes the leases of campaigns, renews them while the process runs, and reports those that are lost. */
import type { RecoverCommand } from '@outdial/core';
import { persist } from '../database/transact.js';
import { epochOf } from './journal-parts.js';
import type { JournalParts } from './journal-parts.js';
import { renewLease } from './lease.js';
import { recoverCampaign } from './recover.js';

/** Collaborators of a lease keeper. */
export interface LeaseKeeperParts extends JournalParts {
  readonly leaseLifeMs: number;
}

/** ms between looks whether another node's lease has ended. */
const LOOK_EVERY_MS = 500;

/** Renewals within the life of a lease. */
const RENEWALS_A_LIFE = 3;

/** The leases of one journal. */
export class LeaseKeeper {
  readonly #parts: LeaseKeeperParts;
  readonly #renewal: NodeJS.Timeout;
  readonly #taking = new Set<string>();
  #stopped = false;

  constructor(parts: LeaseKeeperParts) {
    this.#parts = parts;
    this.#renewal = setInterval(
      () => parts.underWay.run('lease renewal', this.#renewAll()),
      parts.leaseLifeMs / RENEWALS_A_LIFE,
    );
    this.#renewal.unref();
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

  /** Ends renewing and taking. The leases stay until {@link giveUp}. */
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#renewal);
  }

  /** Forgets all leases; with `keep` they run out in the database by themselves. */
  async giveUp({ keep }: { readonly keep: boolean }): Promise<void> {
    const { store, node, underWay } = this.#parts;
    for (const campaignId of store.leases.campaignsOf(node)) {
      const epoch = epochOf(this.#parts, campaignId);
      if (epoch === null) continue;
      store.leases.drop(campaignId, epoch);
      if (keep) continue;
      await renewLease(store.engine, { campaignId, epoch, expiresAt: 0 }).catch((error: unknown) =>
        underWay.report('lease', error),
      );
    }
  }

  /** Asks until the campaign is free: the lease of a node that is gone ends by itself. */
  async #take(command: RecoverCommand): Promise<void> {
    const { underWay } = this.#parts;
    for (let look = 0; !this.#stopped; look += 1) {
      try {
        const owner = await this.#takeUnlessOwned(command);
        if (owner === null) return;
        if (look === 0) {
          const owned = `campaign '${command.campaignId}' is run by node '${owner}'`;
          underWay.report('recover', `${owned}; waiting for its lease to end`);
        }
      } catch (error) {
        underWay.report('recover', error);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** Null when the campaign was taken; else the node that runs it. */
  async #takeUnlessOwned(command: RecoverCommand): Promise<string | null> {
    const { store, node, sink, clock, chain, leaseLifeMs } = this.#parts;
    const { campaignId } = command;
    const options = { ...command, node, now: clock(), life: leaseLifeMs };
    const answer = await chain.within((tx, append) => recoverCampaign(tx, append, options));
    if (!answer.taken) return answer.node;

    store.leases.hold(campaignId, node, answer.epoch);
    const { epoch, open, counters } = answer;
    sink({ type: 'campaign.recovered', at: clock(), campaignId, epoch, open, counters });
    return null;
  }

  /** A lost lease halts the campaign in this process: the new owner dials from then on. */
  async #renewAll(): Promise<void> {
    const { store, node, sink, clock, leaseLifeMs } = this.#parts;
    for (const campaignId of store.leases.campaignsOf(node)) {
      const epoch = epochOf(this.#parts, campaignId);
      if (epoch === null) continue;
      const kept = await persist(store.engine, () =>
        renewLease(store.engine, { campaignId, epoch, expiresAt: clock() + leaseLifeMs }),
      );
      if (kept || epochOf(this.#parts, campaignId) !== epoch) continue;
      store.leases.drop(campaignId, epoch);
      sink({ type: 'campaign.halt', at: clock(), campaignId, reason: 'lease-lost' });
    }
  }
}
