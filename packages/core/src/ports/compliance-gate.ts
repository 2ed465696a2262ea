/** The question whether a call may be placed. The journal asks it inside its transaction. */
import type { OpenRequest } from '../campaign/call/attempt.js';
import type { CallVoice } from '../campaign/modes.js';
import type { CallRefusal } from '../campaign/placing/refusal.js';

/**
 * Facts in the compliance module's terms, which core and the store pass on unread. The compliance module
 * reads them at run time and refuses what it cannot read.
 */
export type LegalFacts = Readonly<Record<string, unknown>>;

/**
 * The compliance gate, asked synchronously inside the store's transaction. The application connects it. Its
 * gate names the types of the facts: `Lead` of the called party, `Entry` of one earlier attempt.
 */
export interface ComplianceGate<Lead = LegalFacts, Entry = LegalFacts> {
  decide(request: GateRequest<Lead, Entry>): GateDecision;
}

/** The question to the gate. */
export interface GateRequest<Lead = LegalFacts, Entry = LegalFacts> {
  readonly at: number;
  readonly campaignId: string;
  /** The called party as the compliance module describes it (phone, region, consent, do-not-call ...). */
  readonly lead: Lead;
  /** All attempts to the person, on any number and in any campaign. */
  readonly history: readonly Entry[];
  /** The mode in force for this one call. */
  readonly mode: OpenRequest['mode'];
  readonly humanInitiated: boolean;
  /**
   * A contact of the business, of the campaign's directory, is called for a conversation. Nobody solicits or
   * collects from them: only interlocks and the caller's own list apply. Absent: the called party is a lead.
   */
  readonly isContact?: true;
  /** Every voice the call may play. Each must be allowed. */
  readonly voices: readonly CallVoice[];
  /** Every limit on abandonment that applies to the campaign, with the counts of its current period. */
  readonly abandonment?: readonly AbandonmentCount[];
}

/** The counts of one limit on abandonment in its current period. */
export interface AbandonmentCount {
  /** Rule id, e.g. 'us.tcpa.abandon3'. */
  readonly limitId: string;
  /** 'YYYY-MM-DD', by the calendar of the place whose limit it is. */
  readonly periodStart: string;
  readonly liveAnswers: number;
  readonly abandoned: number;
}

/** The gate's answer. The whole `record` is stored with the attempt. */
export interface GateDecision {
  readonly allowed: boolean;
  readonly refusals: readonly CallRefusal[];
  /** Epoch ms. Null when waiting does not make the call allowed. */
  readonly nextAllowedAt: number | null;
  readonly record: Readonly<Record<string, unknown>>;
  /**
   * Every evaluation of the compliance module, as its audit records without id and chain. The journal stores
   * each as the next record of its writer, so that it can be verified and replayed.
   */
  readonly evaluations?: readonly Readonly<Record<string, unknown>>[];
}
