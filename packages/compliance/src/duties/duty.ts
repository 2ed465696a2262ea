/**
 * Duties of a campaign: as a rule states them, and as the schedule of all rules together. A rule states its
 * duties itself; `duties.ts` only collects them.
 */

import type { Source } from '../engine/parameter.js';

/** The period over which the share of abandoned calls is taken. */
export type AbandonmentWindow = 'each 30 days of the campaign' | 'calendar month' | '24 hours from midnight';

/** How a regulator counts abandoned calls. */
export interface AbandonmentMeasure {
  /** 'FCC', 'Ofcom' ... */
  readonly regulator: string;
  /** Numerator and denominator in words. */
  readonly formula: string;
  /** Live answers, or calls passed to an agent together with those abandoned. */
  readonly denominator: 'live-answers' | 'passed-or-abandoned';
  /** True where persons taken for machines count as abandoned, by the caller's reasoned estimate. */
  readonly addsDetectionErrors: boolean;
}

/** One duty as a rule states it. */
export type Duty =
  /** At most this share (0..1) of live answers is abandoned. */
  | {
      readonly kind: 'abandonment';
      readonly limit: number;
      readonly window: AbandonmentWindow;
      readonly measure: AbandonmentMeasure;
    }
  /** A live answer reaches an agent or its message within this time. */
  | { readonly kind: 'connect-grace'; readonly ms: number }
  /** An unanswered call rings at least this long. */
  | { readonly kind: 'minimum-ring'; readonly ms: number }
  /** After an outcome the number is not called for a time, unless an agent is guaranteed for the call. */
  | { readonly kind: 'retry-ban'; readonly after: RetryBan['after']; readonly pauseMs: number }
  /** Something is played or said. */
  | { readonly kind: 'message'; readonly when: MessageDuty['when']; readonly content: string }
  /** Records are kept for some years; months are given as fractions. */
  | { readonly kind: 'records'; readonly years: number; readonly what: string }
  /** In these US states a call is recorded only with the consent of all parties. */
  | { readonly kind: 'all-party-recording'; readonly states: readonly string[] }
  /** An opt-out is honoured within this many business days. */
  | { readonly kind: 'opt-out'; readonly businessDays: number };

/** A limit on abandoned calls. */
export interface AbandonmentDuty {
  readonly rule: string;
  readonly country: string;
  /** Jurisdiction whose calls are counted: 'US', 'US-CA'. */
  readonly place: string;
  readonly measure: AbandonmentMeasure;
  /** Where the limit in force is written; absent for a rule without a value on that day. */
  readonly source?: Source;
  /** Share 0..1 of live answers. */
  readonly limit: number;
  readonly window: AbandonmentWindow;
  /** IANA zone by whose calendar the window's days and months are counted. */
  readonly timeZone: string;
}

/** A pause after an outcome, unless an agent is guaranteed for the call. */
export interface RetryBan {
  readonly rule: string;
  readonly country: string;
  readonly after: 'abandoned' | 'machine';
  /** ms. */
  readonly pause: number;
  readonly liftedBy: 'guaranteed-agent';
}

/** Something that must be played or said. */
export interface MessageDuty {
  readonly rule: string;
  readonly country: string;
  readonly when: 'abandoned' | 'recorded-message' | 'every-call' | 'recording';
  readonly content: string;
}

/** Which records are kept, and for how long. */
export interface RecordDuty {
  readonly rule: string;
  readonly country: string;
  /** Years; months are given as fractions. */
  readonly years: number;
  readonly what: string;
}

/** The duty schedule of a campaign. */
export interface CampaignDuties {
  readonly countries: readonly string[];
  /** Every limit that applies. The engine keeps each of them. */
  readonly abandonment: readonly AbandonmentDuty[];
  /**
   * ms within which a live answer must reach an agent or its message; the shortest of all rules. Null: no
   * rule.
   */
  readonly connectGrace: number | null;
  /** ms an unanswered call must ring; the longest of all rules. Null: no rule. */
  readonly minimumRingTime: number | null;
  readonly retryBans: readonly RetryBan[];
  readonly messages: readonly MessageDuty[];
  readonly records: readonly RecordDuty[];
  /** US states in which a call is recorded only with the consent of all parties. */
  readonly allPartyRecordingStates: readonly string[];
  /**
   * The shortest time, in business days, that a law allows for honouring an opt-out. This module blocks at
   * once.
   */
  readonly optOutBusinessDays: number | null;
}
