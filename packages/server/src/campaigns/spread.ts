/**
 * Spreads campaigns over the servers of a store by how many each runs. It only says who should try first and
 * who should let one go: who runs a campaign, its lease in the database decides.
 */
import { beatNode, forgetNode, type NodeStanding, type Store } from '@outdial/store';
import type { z } from 'zod';
import type * as schemas from '../api/schemas.js';

/** What spreading needs to know of this server. */
export interface SpreadParts {
  readonly store: Store;
  readonly nodeId: string;
  readonly node: string;
  /** Where browsers reach this server; null: nobody said, and no desk is sent here. */
  readonly address: string | null;
  /** Campaigns that it would run while it can dial. */
  readonly offers: () => readonly string[];
  /** Campaigns that it runs. */
  readonly runs: () => readonly string[];
  readonly isLeaving: () => boolean;
  /** ms since its telephony is out of reach; null: it can dial, as far as it knows. */
  readonly silentTelephonyMs: () => number | null;
}

/** A server as desks know it. */
export type NodePlace = z.input<typeof schemas.node>;

/** A server that was silent for so long, ms, counts no more: three of its words were lost. */
const SILENT_MS = 4_000;
/** A server whose telephony was out of reach for so long, ms, lets its campaigns go to one that can dial. */
const TELEPHONY_MOST_MS = 10_000;

/** The servers as this one knows them. */
export class Spread {
  readonly #parts: SpreadParts;
  #nodes: readonly NodeStanding[] = [];

  constructor(parts: SpreadParts) {
    this.#parts = parts;
  }

  /** Says how this server stands, and learns how the others do. */
  async beat(): Promise<void> {
    const { store, nodeId, node, address } = this.#parts;
    const standing = { nodeId, node, address, ...this.#own() };
    this.#nodes = await beatNode(store, standing, store.clock() - SILENT_MS);
  }

  /** The others need not wait until this server counts as silent. */
  leave(): Promise<void> {
    return forgetNode(this.#parts.store, this.#parts.nodeId);
  }

  /** Whether this server can dial, as far as it knows. */
  get canDial(): boolean {
    return this.#parts.silentTelephonyMs() === null;
  }

  /** Whether no other server that would run the campaign runs fewer than this one. */
  isNext(campaignId: string): boolean {
    const { isLeaving, runs } = this.#own();
    const running = runs.length;
    if (isLeaving || !this.canDial) return false;
    return this.#others(campaignId).every(
      (other) => other.running > running || (other.running === running && other.nodeId > this.#parts.nodeId),
    );
  }

  /** Whether another server should run the campaign: it can dial, or would run fewer all the same. */
  isForAnother(campaignId: string): boolean {
    const running = this.#own().runs.length;
    if ((this.#parts.silentTelephonyMs() ?? 0) > TELEPHONY_MOST_MS)
      return this.#others(campaignId).length > 0;
    return this.#others(campaignId).some((other) => other.running + 1 < running);
  }

  /** The servers that spoke lately and said where they are, this one first. */
  places(): readonly NodePlace[] {
    const { address, nodeId } = this.#parts;
    const { runs, isLeaving } = this.#own();
    const others = this.#nodes.flatMap((other) =>
      other.nodeId === nodeId || other.address === null ? [] : [{ ...other, address: other.address }],
    );
    return [{ address: address ?? '', runs, isLeaving }, ...others].map((one) => ({
      address: one.address,
      runs: [...one.runs],
      leaving: one.isLeaving,
    }));
  }

  #own(): Pick<NodeStanding, 'offers' | 'runs' | 'isLeaving'> {
    const { offers, runs, isLeaving } = this.#parts;
    return { offers: this.canDial ? offers() : [], runs: runs(), isLeaving: isLeaving() };
  }

  #others(campaignId: string): readonly NodeStanding[] {
    return this.#nodes.filter(
      ({ nodeId, isLeaving, offers, runs }) =>
        nodeId !== this.#parts.nodeId &&
        !isLeaving &&
        offers.includes(campaignId) &&
        // One that has a share of the campaign takes no second one.
        !runs.includes(campaignId),
    );
  }
}
