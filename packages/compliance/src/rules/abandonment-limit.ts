/** Rules on abandoned calls and on ringing long enough: they stop a campaign, not a lead. */
import type { Purpose } from '../contract.js';
import type { Context } from '../engine/context.js';
import type { Parameter } from '../engine/parameter.js';
import { rule, type FactName, type Rule } from '../engine/rule.js';

/** A limit on abandoned calls. */
export interface AbandonmentLimit {
  /**
   * Abandoned calls among live answers, as a fraction of whole numbers so that the limit itself is never
   * refused by rounding.
   */
  readonly share: { readonly abandoned: number; readonly of: number };
  /** Over what the share is taken. */
  readonly window: 'each 30 days of the campaign' | 'calendar month' | '24 hours from midnight';
}

/** An abandonment rule as its author writes it. */
export interface AbandonmentLimitSpec {
  readonly id: string;
  readonly jurisdiction: string;
  readonly title: string;
  readonly citation: string;
  readonly purposes: readonly Purpose[];
  readonly parameter: Parameter<AbandonmentLimit>;
  readonly exempt?: (context: Context) => boolean;
  /** ms a call must ring, where the same provision says so. */
  readonly minimumRing?: number;
  readonly remarks?: string;
}

/** Builds an abandonment limit: it refuses only calls that may find no agent. */
export function abandonmentLimit(spec: AbandonmentLimitSpec): Rule {
  return rule<AbandonmentLimit>({
    ...spec,
    scope: 'campaign',
    effects: ['refusal', 'duty'],
    needs: ['campaign.abandonment'] satisfies FactName[],
    applies: (context) => context.mayLackAgent && spec.exempt?.(context) !== true,
    check: (context, _at, limit) => {
      if (spec.exempt?.(context)) return undefined;
      const ring = context.campaign.ringTimeout;
      if (spec.minimumRing !== undefined && ring !== undefined && ring < spec.minimumRing) {
        return {
          until: null,
          because: `The ring time-out of ${ring} ms is shorter than ${spec.minimumRing} ms.`,
        };
      }
      const figures = context.campaign.abandonment;
      if (!figures || !context.mayLackAgent) return undefined;
      if (figures.abandoned * limit.share.of <= figures.liveAnswers * limit.share.abandoned) return undefined;
      return {
        until: null,
        because: `${figures.abandoned} of ${figures.liveAnswers} live answers were abandoned since ${figures.periodStart}; the limit is ${limitText(limit)}. Dial only with an agent reserved.`,
      };
    },
    inputs: (context) => ({
      liveAnswers: context.campaign.abandonment?.liveAnswers ?? null,
      abandoned: context.campaign.abandonment?.abandoned ?? null,
      mayLackAgent: context.mayLackAgent,
    }),
  });
}

/** In words: '3 of 100 live answers over each 30 days of the campaign'. */
export function limitText(limit: AbandonmentLimit): string {
  return `${limit.share.abandoned} of ${limit.share.of} live answers over ${limit.window}`;
}

/** A minimum-ring rule as its author writes it. */
export interface MinimumRingSpec {
  readonly id: string;
  readonly jurisdiction: string;
  readonly title: string;
  readonly citation: string;
  readonly purposes: readonly Purpose[];
  /** ms. */
  readonly parameter: Parameter<number>;
  readonly exempt?: (context: Context) => boolean;
  readonly remarks?: string;
}

/** Builds a rule on how long an unanswered call must ring. */
export function minimumRing(spec: MinimumRingSpec): Rule {
  return rule<number>({
    ...spec,
    scope: 'campaign',
    effects: ['refusal', 'duty', 'review'],
    needs: ['campaign.ringTimeout'],
    applies: (context) => spec.exempt?.(context) !== true,
    check: (context, _at, minimum) => {
      const ring = context.campaign.ringTimeout;
      if (ring === undefined || ring >= minimum || spec.exempt?.(context)) return undefined;
      return {
        until: null,
        because: `The ring time-out of ${ring} ms is shorter than ${minimum} ms: unanswered calls must ring that long (or four rings).`,
      };
    },
    inputs: (context) => ({ ringTimeout: context.campaign.ringTimeout ?? null }),
  });
}
