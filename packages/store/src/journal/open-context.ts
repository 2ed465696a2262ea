/** What opening an attempt works with, and what comes of it. */
import type { AbandonmentCount, CallRefusal, CallVoice, ComplianceGate } from '@outdial/core';
import type { Append, AppendRecords } from '../audit/chain.js';
import type { Engine } from '../database/engine.js';
import type { StoreSecret } from '../store-secret.js';

/** What became of a request to open. */
export type OpenAnswer =
  /** `givenVoices`: those of the request's that the law allows. */
  | { readonly kind: 'opened'; readonly givenVoices?: readonly CallVoice[] | undefined }
  | { readonly kind: 'in-progress' }
  | {
      readonly kind: 'refused';
      readonly refusals: readonly CallRefusal[];
      readonly nextAllowedAt: number | null;
    }
  /** `stale`: the campaign is run under another epoch, or the agent works elsewhere. */
  | { readonly kind: 'failed'; readonly stale: boolean; readonly error: string };

/** Live answers and abandoned calls of each limit's current period, by campaign. */
export type AbandonmentOf = (campaignId: string) => readonly AbandonmentCount[] | undefined;

/** What opening works with. */
export interface OpenContext {
  readonly engine: Engine;
  readonly secret: StoreSecret;
  readonly gate: ComplianceGate;
  readonly node: string;
  readonly epoch: number;
  /** Epoch ms by the wall clock: the law's time. */
  readonly legalClock: () => number;
  /** The abandonment figures the gate is given. */
  readonly abandonmentOf?: AbandonmentOf | undefined;
  /** The instance at which the agents of the calls work. Absent: it is not asked. */
  readonly agentsAt?: string | undefined;
}

/** The audit trail within a transaction. */
export interface Trail {
  readonly append: Append;
  readonly appendRecords: AppendRecords;
}

/** A refusal by the store itself, as the answer. */
export function refusedBy(refusal: CallRefusal): OpenAnswer {
  return { kind: 'refused', refusals: [refusal], nextAllowedAt: null };
}
