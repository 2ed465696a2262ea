/** The settings of a campaign, as its file or an embedder gives them. */
import type { Flow } from '../ivr/index.js';
import type { StationRules } from './agents/stations.js';
import type { ConversationSettings } from './conversation/settings.js';
import type { Disposition } from './ending/dispositions.js';
import type { InboundSettings } from './inbound/settings.js';
import type { DialMode } from './modes.js';
import type { CampaignSchedule } from './placing/schedule.js';
import type { RetrySettings } from './supply/retry.js';

/** A legal limit on abandonment, from the compliance module's duties. The governor enforces it. */
export interface AbandonmentLimit {
  /** Rule id, e.g. 'us.tcpa.abandon3'. */
  readonly id: string;
  /** Largest share (0..1) of live answers that may be abandoned in a period. */
  readonly limit: number;
  /** Successive periods of `lengthMs` from `startsAt` (epoch ms). Each period counts alone. */
  readonly period: { readonly startsAt: number; readonly lengthMs: number };
}

/** What a machine may get: 'hang-up', the voicemail flow after the beep, or an agent as a person does. */
export const MACHINE_TREATMENTS = ['hang-up', 'voicemail', 'agent'] as const;

/** What may happen to an offered lead when the preview timer fires. */
export const PREVIEW_TIMEOUTS = ['dial', 'skip'] as const;

/** Machine detection. Off unless given. NOTSURE, time-outs and silence count as human. */
export interface MachineDetection {
  readonly onMachine: (typeof MACHINE_TREATMENTS)[number];
  /** Share (0..1) of machine verdicts that go to a free agent anyway, to measure false positives. */
  readonly sampleShare: number;
}

/** The settings of a campaign. All durations are in ms. */
export interface CampaignSettings {
  readonly campaignId: string;
  readonly mode: DialMode;
  /** E.164. Without a caller number, calls are not placed. */
  readonly callerNumber: string;
  readonly trunk?: string;
  /** Country calling codes that may be dialed ('1', '44'). Other countries are never dialed. */
  readonly countryCodes: readonly string[];
  /** False: only numbers on `allowList` are dialed. */
  readonly live: boolean;
  /** The campaign's own days and hours. Null or absent: whenever the law allows. */
  readonly schedule?: CampaignSchedule | null;
  readonly allowList: readonly string[];
  /** Most calls at once (trunk lines), including calls with reserved agents and live calls. */
  readonly lines: number;
  readonly callsPerSecond: number;
  /** Power mode: calls in flight per free agent. */
  readonly callsPerAgent: number;
  /**
   * Speed set by a supervisor: calls per free agent, in predictive mode too. Null: the pacer decides. The
   * governor still applies.
   */
  readonly speed: number | null;
  /** Share of live answers the pacer steers to. Absent: a tenth below the smallest limit. */
  readonly abandonmentTarget?: number;
  readonly limits: readonly AbandonmentLimit[];
  /** Time from the answer until an agent must have the call. After it the call is abandoned. */
  readonly connectGraceMs: number;
  readonly ringTimeoutMs: number;
  readonly setupTimeoutMs: number;
  /** After abandonment the lead is not dialed for this long. Then it is dialed only with a reserved agent. */
  readonly abandonedBanMs: number;
  /** A dial command older than this is not carried out. */
  readonly dialCommandLifeMs: number;
  readonly machineDetection: MachineDetection | null;
  /** What an abandoned call hears. */
  readonly abandonmentFlow: Flow;
  /** What an agentless call hears. */
  readonly agentlessFlow?: Flow;
  /** What a machine hears after the beep. */
  readonly voicemailFlow?: Flow;
  readonly preview: {
    readonly timeoutMs: number | null;
    readonly onTimeout: (typeof PREVIEW_TIMEOUTS)[number];
    readonly skipDelayMs: number;
  };
  readonly wrapUp: { readonly timeoutMs: number; readonly disposition: string };
  readonly dispositions: readonly Disposition[];
  readonly retry: RetrySettings;
  /** True: agents keep a leg up while logged in. False: the leg is rung before each customer is dialed. */
  readonly persistentLegs: boolean;
  /** Where agents' legs may be called. Absent: any endpoint that is neither a trunk nor a phone number. */
  readonly stations?: StationRules;
  /** Hold, transfers, recording. Absent: `DEFAULT_CONVERSATIONS`. */
  readonly conversations?: ConversationSettings;
  /** Calls that come in. Absent: none is taken. */
  readonly inbound?: InboundSettings;
  /** How many leads are kept claimed beyond those being dialed, in seconds of dialing. */
  readonly bufferSeconds: number;
}

/**
 * Share of live answers the pacer steers to: the setting, or a tenth below the smallest limit, or a tenth
 * below 3 %.
 */
export function targetOf(settings: CampaignSettings): number {
  const smallest = settings.limits.reduce((least, { limit }) => Math.min(least, limit), DEFAULT_LIMIT);
  return settings.abandonmentTarget ?? smallest * 0.9;
}

/** The limit for a campaign without limits of its own. Source: 47 CFR 64.1200(a)(7). */
const DEFAULT_LIMIT = 0.03;

/** Settings that may change while the campaign runs: all except its identity. */
export type CampaignChanges = Partial<Omit<CampaignSettings, 'campaignId'>>;
