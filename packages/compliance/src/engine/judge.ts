/** Judges one rule. Where the client set it to strict, an absent fact that it needs refuses. */
import { DAY_MS } from '../time/civil-date.js';
import type { Context } from './context.js';
import { periodOn } from './parameter.js';
import type { FactName, Refused, Rule } from './rule.js';

/** Judges one rule at one instant. Absent facts that a strict rule needs refuse. */
export function judge(rule: Rule, context: Context, at: number): Refused | undefined {
  if (!rule.check) return undefined;
  if (rule.strict === true && isInForce(rule, context, at)) {
    const missing = rule.needs.filter((fact) => isAbsent(fact, context));
    if (missing.length > 0 && (rule.applies?.(context, at) ?? true))
      return {
        until: null,
        because: `Strict mode: the rule needs ${missing.join(', ')}, which the request does not give.`,
      };
  }
  return rule.check(context, at);
}

/** True where a value of the rule is in force on the local date in a candidate zone. */
export function isInForce({ periods }: Rule, { zones }: Context, at: number): boolean {
  return zones.length === 0
    ? periodOn(periods, Math.floor(at / DAY_MS)) !== undefined
    : zones.some((zone) => periodOn(periods, zone.localDay(at)) !== undefined);
}

function isAbsent(fact: FactName, context: Context): boolean {
  const { lead, campaign } = context;
  switch (fact) {
    case 'lead.lineType':
      return context.lineType === 'unknown';
    case 'lead.consent':
      return lead.consent === undefined;
    case 'lead.doNotCall':
      return lead.doNotCall === undefined;
    case 'lead.reassigned':
      return lead.reassigned === undefined;
    case 'campaign.doNotCallVersionAt':
      return campaign.doNotCallVersionAt === undefined;
    case 'campaign.ringTimeout':
      return campaign.ringTimeout === undefined;
    case 'campaign.abandonment':
      return campaign.abandonment === undefined;
    case 'campaign.debtId':
      return context.debtId === undefined;
  }
}
