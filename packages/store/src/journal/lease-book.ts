/** The leases of this process, as far as it knows. */

/**
 * Which campaigns this process runs, under which epoch, as far as it knows. The database decides, in
 * every transaction.
 */
export class LeaseBook {
  readonly #held = new Map<string, { readonly node: string; readonly epoch: number }>();

  /** The epoch under which `node` runs the campaign; null when it does not. */
  epochOf(campaignId: string, node: string): number | null {
    const lease = this.#held.get(campaignId);
    return lease?.node === node ? lease.epoch : null;
  }

  hold(campaignId: string, node: string, epoch: number): void {
    this.#held.set(campaignId, { node, epoch });
  }

  /** Forgets a lease, unless it was renewed under another epoch meanwhile. */
  drop(campaignId: string, epoch: number): void {
    if (this.#held.get(campaignId)?.epoch === epoch) this.#held.delete(campaignId);
  }

  campaignsOf(node: string): string[] {
    return [...this.#held].filter(([, lease]) => lease.node === node).map(([campaignId]) => campaignId);
  }
}
