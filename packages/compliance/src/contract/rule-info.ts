/** One rule as it is listed: whom it reaches, since when, by which source, and how the client sets it. */
import type { Purpose } from './terms.js';

/** How a value was verified: from the primary text, from a secondary source, or from memory. */
export const VERIFICATIONS = ['primary', 'secondary', 'memory'] as const;

/** One of {@link VERIFICATIONS}. */
export type Verification = (typeof VERIFICATIONS)[number];

/**
 * What a rule does: refuses calls, sets a duty, is checked in the campaign review, or defines a term other
 * rules use.
 */
export type RuleEffect = 'refusal' | 'duty' | 'review' | 'definition';

/** Where a rule comes from: the law, or a policy that can only refuse. */
export const RULE_KINDS = ['law', 'policy'] as const;

/** One rule as listed by `listRules`. */
export interface RuleInfo {
  readonly id: string;
  readonly jurisdiction: string;
  readonly title: string;
  readonly citation: string;
  readonly effects: readonly RuleEffect[];
  readonly kind: (typeof RULE_KINDS)[number];
  /** The calls that the rule reaches. 'recorded' covers prerecorded and synthetic voices. */
  readonly purposes: readonly Purpose[];
  readonly voices: 'any' | 'live' | 'recorded';
  /** 'YYYY-MM-DD' of the value in force; null: since before the table begins. */
  readonly effectiveFrom: string | null;
  /** First date the value in force no longer applies; null: open. */
  readonly effectiveUntil: string | null;
  readonly verification: Verification;
  /** 'YYYY-MM-DD' on which the source was last compared; from memory: on which the value was written down. */
  readonly verifiedOn: string;
  readonly source: { readonly title: string; readonly href: string; readonly pinpoint: string };
  /** The parameter in force, in words. */
  readonly value: string;
  /** A change of the law that is expected or not confirmed: read the text again on that date. */
  readonly watch?: { readonly on: string; readonly what: string };
  /** The client's setting of the rule. */
  readonly setting: RuleSetting;
}

/** How a client treats one rule. Law verified from the primary text cannot be switched off. */
export const RULE_SETTINGS = ['on', 'off', 'strict'] as const;

/** One of {@link RULE_SETTINGS}. */
export type RuleSetting = (typeof RULE_SETTINGS)[number];
