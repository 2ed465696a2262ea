/** What a simulated run results in. */
import type { AgentState, CampaignStatistics, Outcome } from '@outdial/core';
import type { AuditReport } from '../audit/audit-input.js';
import type { CarrierLog } from '../carrier/carrier-log.js';
import type { FaultKind } from '../faults/fault-kinds.js';
import type { Disk } from '../memory-store/disk.js';

/** Figures of a run, from the carrier's log, the store's rows and the agents' time. Rates 0..1, times ms. */
export interface SimulationStatistics {
  /** INVITEs. */
  readonly dials: number;
  readonly answeredByPeople: number;
  readonly answeredByMachines: number;
  readonly heardAnAgent: number;
  /** Live answers booked as abandoned, and their share of booked live answers. */
  readonly abandoned: number;
  readonly abandonmentRate: number;
  readonly answerRate: number;
  /** (talking + wrap-up) / time staffed. */
  readonly occupancy: number;
  readonly agentTimes: Readonly<Record<AgentState, number>>;
  /** From a person's answer until an agent was heard. */
  readonly connectDelay: { readonly mean: number; readonly p95: number };
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly leads: {
    readonly total: number;
    readonly open: number;
    readonly closed: number;
    readonly attempted: number;
  };
  /** Most calls at once. */
  readonly peakCalls: number;
}

/** What a run returns; JSON apart from `log` and `disk`. */
export interface SimulationResult {
  readonly seed: number;
  /**
   * Hash of all commands of all processes, with the facts that led to them: two runs of one seed must agree.
   */
  readonly commandsHash: string;
  /** Simulated ms, draining included. */
  readonly virtualMs: number;
  readonly facts: number;
  readonly commands: number;
  readonly crashes: number;
  /** How often each kind of fault happened. */
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  /** Everything ended in its time after the faults were healed. */
  readonly drained: boolean;
  /** Faults that the engine reported of itself (invariants, ports, listeners); texts only. */
  readonly engineFaults: readonly string[];
  readonly statistics: SimulationStatistics;
  /** The engine's own figures at the end, by campaign. */
  readonly campaigns: Readonly<Record<string, CampaignStatistics>>;
  readonly audit: AuditReport;
}

/** The sources behind a result. */
export interface SimulationEvidence {
  readonly log: CarrierLog;
  readonly disk: Disk;
}
