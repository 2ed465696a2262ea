/** What a simulated run is made from. */
import type {
  CampaignEvent,
  CampaignSettings,
  ComplianceGate,
  Fact,
  Handled,
  Lead,
  OrderFact,
  Ports,
  Unstamped,
} from '@outdial/core';
import type { AgentBehaviour, AgentProfile } from '../agents/agent-behaviour.js';
import type { CarrierModel } from '../carrier/carrier-model.js';
import type { TrunkLimits } from '../carrier/line-queue.js';
import type { FaultProfile } from '../faults/fault-profile.js';
import type { LawFrom, PlainLaw } from './plain-gate.js';

/** An order of the supervisor, `after` ms from the start. */
export interface PlannedOrder {
  readonly after: number;
  readonly order: Unstamped<OrderFact, 'at'>;
}

/** Leads that are brought `after` ms from the start, for the campaigns named. */
export interface PlannedUpload {
  readonly after: number;
  readonly leads: readonly Lead[];
  readonly campaignIds: readonly string[];
}

/** Breaks the engine on purpose, to show that the auditor notices. */
export interface Tampering {
  readonly settings?: (settings: CampaignSettings) => CampaignSettings;
  readonly ports?: (ports: Ports) => Ports;
  readonly gate?: (gate: ComplianceGate) => ComplianceGate;
  /** What reaches the engine instead of a fact; null: nothing. */
  readonly fact?: (fact: Fact) => Fact | null;
}

/** One simulated run. */
export interface SimulationOptions {
  readonly seed: number;
  /** One or more campaigns of one process. */
  readonly settings: CampaignSettings | readonly CampaignSettings[];
  readonly agents: readonly AgentProfile[];
  /** Whether campaigns share agents who say so (`alsoFor`); default false. */
  readonly sharesAgents?: boolean;
  readonly behaviour?: AgentBehaviour;
  readonly list: readonly Lead[];
  /** Which lists each campaign dials; default: all of them. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly carrier?: CarrierModel;
  readonly trunk?: TrunkLimits;
  readonly faults?: FaultProfile;
  readonly orders?: readonly PlannedOrder[];
  /** Default: the calling hours of {@link law} and what people said on calls. */
  readonly gate?: ComplianceGate;
  /**
   * Calling hours, held by the default gate and checked by the auditor. Several: as each comes into force,
   * oldest first. Default 8 to 21 h, UTC.
   */
  readonly law?: PlainLaw | readonly LawFrom[];
  /** Leads that are brought while the campaigns run. */
  readonly uploads?: readonly PlannedUpload[];
  /** Epoch ms. */
  readonly startAt: number;
  /** ms of dialing, faults and all; then the faults are healed and the campaigns are drained. */
  readonly duration: number;
  /** ms that draining may take. Default 4 hours. */
  readonly drainLimit?: number;
  readonly tampering?: Tampering;
  /** Called with every event of the engine. */
  readonly onEvent?: (event: CampaignEvent) => void;
  /**
   * Called with every fact that the engine took and what it led to: for recordings, and to examine a seed.
   */
  readonly onHandled?: (fact: Fact, handled: Handled) => void;
}
