/** The leases of the dialers on one store handle, as far as they know. */

/**
 * Which campaigns each instance runs, under which epoch, as far as it knows. The database decides, in every
 * transaction.
 */
export class LeaseBook {
  readonly #held = new Map<string, Map<string, number>>();

  /** The epoch under which an instance runs the campaign; null when it does not. */
  epochOf(campaignId: string, instance: string): number | null {
    return this.#held.get(instance)?.get(campaignId) ?? null;
  }

  hold(campaignId: string, instance: string, epoch: number): void {
    const own = this.#held.get(instance);
    if (own) own.set(campaignId, epoch);
    else this.#held.set(instance, new Map([[campaignId, epoch]]));
  }

  /** Forgets a lease, unless it was renewed under another epoch meanwhile. */
  drop(campaignId: string, instance: string, epoch: number): void {
    const own = this.#held.get(instance);
    if (own?.get(campaignId) === epoch) own.delete(campaignId);
    if (own?.size === 0) this.#held.delete(instance);
  }

  campaignsOf(instance: string): string[] {
    return [...(this.#held.get(instance)?.keys() ?? [])];
  }
}
