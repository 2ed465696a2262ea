/**
 * A campaign that several dialers work at once has a lease for each of its shares. An epoch says whose it is,
 * so that every attempt and every claim names its share.
 */
import { LIMITS } from '@outdial/core';

/** Epochs of one share: those of share 0 begin at 0, as those of a campaign with one dialer do. */
const EPOCHS_OF_SHARE = 1_000_000_000;

/** The name under which the lease of a share stands. No id of a campaign has a `#`. */
export function leaseOf(campaignId: string, share: number): string {
  return share === 0 ? campaignId : `${campaignId}#${share}`;
}

/** The names of all leases that a campaign can have, by share. */
export function leasesOf(campaignId: string): readonly string[] {
  return Array.from({ length: LIMITS.campaignNodes.max }, (_, share) => leaseOf(campaignId, share));
}

/** The share of an epoch. */
export function shareOf(epoch: number): number {
  return Math.floor(epoch / EPOCHS_OF_SHARE);
}

/** The epoch before the first of a share. */
export function firstEpochOf(share: number): number {
  return share * EPOCHS_OF_SHARE;
}
