/** What the auditor reads and what it reports. */
import type { CampaignSettings } from '@outdial/core';
import type { CarrierLog } from '../carrier/carrier-log.js';
import type { LawFrom } from '../campaign/plain-gate.js';
import type { Disk } from '../memory-store/disk.js';

/** Settings as they were in force from an instant on. */
export interface SettingsFrom {
  readonly from: number;
  readonly settings: CampaignSettings;
}

/** A campaign had agents, leads and the hours to dial, at every look of a while after the faults. */
export interface IdleSpan {
  readonly campaignId: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What the auditor reads: what the carrier heard, what the store holds, and what was ordered from outside.
 * Never the engine's own state.
 */
export interface AuditInput {
  readonly carrier: CarrierLog;
  readonly disk: Disk;
  /** By campaign, oldest first. */
  readonly settings: ReadonlyMap<string, readonly SettingsFrom[]>;
  /** The law by legal instants, oldest first. */
  readonly laws: readonly LawFrom[];
  /** The wall clock's distance from true time, by instant: [from, ms]. */
  readonly wallOffsets: readonly (readonly [number, number])[];
  /** Spans in which the store failed whatever it was asked. The last one may end at Infinity. */
  readonly storeOutages: readonly { readonly from: number; readonly to: number }[];
  /** Spans in which the kill switch was on: no call may be placed. */
  readonly killed: readonly { readonly from: number; readonly to: number }[];
  /** Who could dial when the faults were over. */
  readonly idle: readonly IdleSpan[];
  /** What is left after the drain. */
  readonly leftovers: {
    readonly calls: number;
    readonly legs: number;
    readonly timers: number;
    readonly campaignsRunning: readonly string[];
  };
  /** When the audit takes place. */
  readonly at: number;
}

/**
 * The invariants of the architecture, by their numbers there; 8 is of conversations, 9 of callers, 10 of the
 * time after the faults.
 */
export type InvariantNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** One breach. */
export interface Violation {
  readonly invariant: InvariantNumber;
  readonly what: string;
  /** The attempt or lead concerned; never a number or a name. */
  readonly subject?: string;
  readonly at?: number;
}

/** What the auditor found. */
export interface AuditReport {
  readonly violations: readonly Violation[];
  /** How often each invariant was checked: an audit without checks proves nothing. */
  readonly checks: Readonly<Record<InvariantNumber, number>>;
}
