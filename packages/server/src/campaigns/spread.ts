/**
 * Spreads campaigns over the servers of a store by how many each runs. It only says who should try first and
 * who should let one go: who runs a campaign, its lease in the database decides.
 */
import { beatNode, forgetNode, type NodeStanding, type Store } from '@outdial/store';

/** What spreading needs to know of this server. */
export interface SpreadParts {
  readonly store: Store;
  readonly nodeId: string;
  readonly node: string;
  /** Campaigns that it would run. */
  readonly offers: () => readonly string[];
  /** Campaigns that it runs. */
  readonly running: () => number;
  readonly isLeaving: () => boolean;
}

/** A server that was silent for so long, ms, counts no more: three of its words were lost. */
const SILENT_MS = 4_000;

/** The servers as this one knows them. */
export class Spread {
  readonly #parts: SpreadParts;
  #nodes: readonly NodeStanding[] = [];

  constructor(parts: SpreadParts) {
    this.#parts = parts;
  }

  /** Says how this server stands, and learns how the others do. */
  async beat(): Promise<void> {
    const { store, nodeId, node } = this.#parts;
    this.#nodes = await beatNode(store, { nodeId, node, ...this.#own() }, store.clock() - SILENT_MS);
  }

  /** The others need not wait until this server counts as silent. */
  leave(): Promise<void> {
    return forgetNode(this.#parts.store, this.#parts.nodeId);
  }

  /** Whether no other server that would run the campaign runs fewer than this one. */
  isNext(campaignId: string): boolean {
    const { isLeaving, running } = this.#own();
    if (isLeaving) return false;
    return this.#others(campaignId).every(
      (other) => other.running > running || (other.running === running && other.nodeId > this.#parts.nodeId),
    );
  }

  /** Whether another server should run the campaign: it would run fewer all the same. */
  isForAnother(campaignId: string): boolean {
    const { running } = this.#own();
    return this.#others(campaignId).some((other) => other.running + 1 < running);
  }

  #own(): Pick<NodeStanding, 'offers' | 'running' | 'isLeaving'> {
    const { offers, running, isLeaving } = this.#parts;
    return { offers: offers(), running: running(), isLeaving: isLeaving() };
  }

  #others(campaignId: string): readonly NodeStanding[] {
    return this.#nodes.filter(
      ({ nodeId, isLeaving, offers }) =>
        nodeId !== this.#parts.nodeId && !isLeaving && offers.includes(campaignId),
    );
  }
}
