/** The answer of the compliance module: allowed or not, by which rules, and when again. */

/** How far a refusal reaches: this mode or audio now, the lead, or the whole campaign. */
export type RefusalScope = 'call' | 'lead' | 'campaign';

/** One rule that refuses. */
export interface Refusal {
  readonly rule: string;
  readonly citation: string;
  /** One sentence for people: what is wrong and, where something helps, what. Carries no personal data. */
  readonly message: string;
  readonly scope: RefusalScope;
  /** First instant at which this one rule no longer refuses; null when waiting does not cure. */
  readonly nextAllowedAt: number | null;
}

/**
 * What a rule may say of a request. 'notes' informs; 'off' was switched off by the client.
 */
export const TRACE_VERDICTS = ['refuses', 'allows', 'notes', 'off'] as const;

/** One of {@link TRACE_VERDICTS}. */
export type TraceVerdict = (typeof TRACE_VERDICTS)[number];

/** The verdict of one rule on the request. */
export interface TraceEntry {
  readonly rule: string;
  readonly verdict: TraceVerdict;
  readonly detail?: string;
  readonly inputs?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The answer to a {@link Request}. */
export interface Decision {
  readonly allowed: boolean;
  /** Every rule that refuses, law before policy. */
  readonly refusals: readonly Refusal[];
  /**
   * `at` when allowed; null when any refusal is null; else the first instant at which re-evaluation allows.
   */
  readonly nextAllowedAt: number | null;
  /** Candidate IANA zones that were considered. */
  readonly timeZones: readonly string[];
  /** Jurisdictions whose rules were considered, such as 'US' and 'US-FL'. */
  readonly jurisdictions: readonly string[];
  readonly trace: readonly TraceEntry[];
}
