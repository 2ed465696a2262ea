/** Rules on the age of the caller's copy of a do-not-call registry. */
import type { Purpose } from '../contract.js';
import type { Context } from '../engine/context.js';
import type { Parameter } from '../engine/parameter.js';
import { rule, type Rule } from '../engine/rule.js';
import { DAY_MS } from '../time/civil-date.js';

/** A registry-age rule as its author writes it. */
export interface RegistryAgeSpec {
  readonly id: string;
  readonly jurisdiction: string;
  readonly title: string;
  readonly citation: string;
  readonly purposes?: readonly Purpose[];
  /** Days of 24 hours a copy may be old. */
  readonly parameter: Parameter<number>;
  /** True where the call needs the list at all. */
  readonly concerns: (context: Context, at: number) => boolean;
  readonly remarks?: string;
}

/** Builds a rule that stops the campaign while its registry copy is too old. */
export function registryAge(spec: RegistryAgeSpec): Rule {
  return rule<number>({
    ...spec,
    scope: 'campaign',
    effects: ['refusal', 'review'],
    needs: ['campaign.doNotCallVersionAt'],
    check: (context, at, days) => {
      const versionAt = context.campaign.doNotCallVersionAt;
      if (versionAt === undefined || !spec.concerns(context, at)) return undefined;
      const age = at - versionAt;
      if (age <= days * DAY_MS) return undefined;
      return {
        until: null,
        because: `The copy of the do-not-call registry is ${Math.floor(age / DAY_MS)} days old; at most ${days} are allowed. Fetch a new one.`,
      };
    },
    inputs: (context, at) => ({
      ageDays:
        context.campaign.doNotCallVersionAt === undefined
          ? null
          : Math.floor((at - context.campaign.doNotCallVersionAt) / DAY_MS),
    }),
  });
}
