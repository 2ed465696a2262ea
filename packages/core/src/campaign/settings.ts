/** The settings of a campaign, as its file or an embedder gives them. */
import type { Flow } from '../ivr/index.js';
import type { Disposition } from './ending/dispositions.js';
import type { DialMode } from './modes.js';
import type { RetrySettings } from './supply/retry.js';

/** A legal limit on abandonment, as the compliance module's duties give it. The governor holds it. */
export interface AbandonmentLimit {
  /** Rule id, e.g. 'us.tcpa.abandon3'. */
  readonly id: string;
  /** Largest share (0..1) of live answers that may be abandoned in a period. */
  readonly limit: number;
  /** Successive periods of `lengthMs` from `startsAt` (epoch ms); each counts alone. */
  readonly period: { readonly startsAt: number; readonly lengthMs: number };
}

/** Machine detection. Off unless given. NOTSURE, time-outs and silence count as human. */
export interface MachineDetection {
  /** What a machine gets: hung up, the voicemail flow after the beep, or an agent like anyone. */
  readonly onMachine: 'hang-up' | 'voicemail' | 'agent';
  /** Share (0..1) of machine verdicts sent to a free agent all the same, to measure false positives. */
  readonly sampleShare: number;
}

/** Everything a campaign is told at its creation. All durations ms. */
export interface CampaignSettings {
  readonly campaignId: string;
  readonly mode: DialMode;
  /** E.164. No caller number, no call. */
  readonly callerNumber: string;
  readonly trunk?: string;
  /** Country calling codes it may dial ('1', '44'); anything else is never dialed. */
  readonly countryCodes: readonly string[];
  /** False: only numbers of `allowList` are dialed. */
  readonly live: boolean;
  readonly allowList: readonly string[];
  /** Most calls at once (trunk lines), reserved and live ones included. */
  readonly lines: number;
  readonly callsPerSecond: number;
  /** Power mode: calls in flight per free agent. */
  readonly callsPerAgent: number;
  /**
   * A supervisor's speed by hand: calls per free agent in predictive mode too; null: the pacer's own. The
   * governor still rules.
   */
  readonly speed: number | null;
  /** Share of live answers the pacer steers to; absent: a tenth below the smallest limit. */
  readonly abandonmentTarget?: number;
  readonly limits: readonly AbandonmentLimit[];
  /** From the answer until an agent must have the call, else it is abandoned. */
  readonly connectGrace: number;
  readonly ringTimeout: number;
  readonly setupTimeout: number;
  /** After abandonment the lead is not dialed for this long, and then only with a reserved agent. */
  readonly abandonedBan: number;
  /** A dial command older than this is not carried out. */
  readonly dialCommandLife: number;
  readonly machineDetection: MachineDetection | null;
  /** What an abandoned call hears. */
  readonly abandonmentFlow: Flow;
  /** What an agentless call hears. */
  readonly agentlessFlow?: Flow;
  /** What a machine hears after the beep. */
  readonly voicemailFlow?: Flow;
  readonly preview: {
    readonly timeout: number | null;
    readonly onTimeout: 'dial' | 'skip';
    readonly skipDelay: number;
  };
  readonly wrapUp: { readonly timeout: number; readonly disposition: string };
  readonly dispositions: readonly Disposition[];
  readonly retry: RetrySettings;
  /** True: agents keep a leg up while logged in. False: the leg is rung before each customer is dialed. */
  readonly persistentLegs: boolean;
  /** Leads held in hand beyond those being dialed, in seconds of dialing. */
  readonly bufferSeconds: number;
}

/**
 * Share of live answers the pacer steers to: as set, else a tenth below the smallest limit, else below 3 %.
 */
export function targetOf(settings: CampaignSettings): number {
  const smallest = settings.limits.reduce((least, { limit }) => Math.min(least, limit), DEFAULT_LIMIT);
  return settings.abandonmentTarget ?? smallest * 0.9;
}

/** 47 CFR 64.1200(a)(7): what a campaign without limits of its own is held to. */
const DEFAULT_LIMIT = 0.03;

/** What may change while the campaign runs: everything but who it is. */
export type CampaignChanges = Partial<Omit<CampaignSettings, 'campaignId'>>;
