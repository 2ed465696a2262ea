/** What the parts of a journal have in common: the store, the sink for facts, and the process's own name. */
import type { FactSink } from '@outdial/core';
import type { AuditChain } from '../audit/chain.js';
import type { Store } from '../open-store.js';
import type { LeaseInstance } from './lease-holder.js';
import type { UnderWay } from '../under-way.js';

/** Collaborators of each part of a journal. */
export interface JournalParts {
  readonly store: Store;
  /** This process's name in the cluster. */
  readonly node: string;
  /** What holds the leases. */
  readonly instance: LeaseInstance;
  readonly sink: FactSink;
  /** Epoch ms by the scheduler's clock, for facts. */
  readonly clock: () => number;
  readonly chain: AuditChain;
  readonly underWay: UnderWay;
}

/** The epoch under which this instance runs the campaign, as far as it knows; null when it does not. */
export function epochOf({ store, instance }: JournalParts, campaignId: string): number | null {
  return store.leases.epochOf(campaignId, instance.id);
}

/** Tries of a write that has no answer, before its failure is reported. */
export const PATIENT_TRIES = 40;
