/** Do-not-call: the national list, its age, and the caller's own list. */
import { addYears, hasConsent, hasRelationship } from '../../engine/consent.js';
import type { Context } from '../../engine/context.js';
import { rule, type Rule } from '../../engine/rule.js';
import { isSalesCampaign } from '../../review/campaign-kind.js';
import { askRegistration } from '../../review/registrations.js';
import { registryAge } from '../../rules/registry-age.js';
import { about } from '../about.js';
import { internalRequestAt } from '../../engine/internal-request.js';
import { DAY_MS } from '../../time/civil-date.js';
import { firstInstantOnOrAfterDay } from '../../time/zone.js';
import { isNoSolicitation } from './solicitation.js';
import { utr } from './sources.js';

const NEWSPAPER = /newspaper/i;

function isOutsideDncl(context: Context, at: number): boolean {
  return (
    context.lead.isBusiness === true ||
    context.campaign.taxExempt === true ||
    NEWSPAPER.test(about(context)) ||
    hasConsent(context, at, 'express') ||
    hasRelationship(context, at, { transactionMonths: 18, inquiryMonths: 6 })
  );
}

/**
 * First instant of the local day a number of years after the request, in the last candidate zone to reach it.
 */
function yearsAfter(context: Context, requestedAt: number, years: number, extraDays = 0): number {
  const ends = context.zones.map((zone) => {
    const day = addYears(zone.localDay(requestedAt), years) + extraDays;
    return firstInstantOnOrAfterDay(zone, day, requestedAt);
  });
  return ends.length > 0
    ? Math.max(...ends)
    : (addYears(Math.floor(requestedAt / DAY_MS), years) + extraDays) * DAY_MS;
}

/** The National Do Not Call List. */
export const nationalList: Rule = rule<string>({
  id: 'ca.dncl',
  jurisdiction: 'CA',
  title: 'No telemarketing to numbers on the National DNCL',
  citation: 'CRTC Unsolicited Telecommunications Rules, Part II',
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2008-09-30',
        value: 'registered numbers are not called',
        source: utr('Part II'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  needs: ['lead.doNotCall'],
  check: (context, at) =>
    context.lead.doNotCall?.national === true && !isOutsideDncl(context, at)
      ? {
          until: null,
          because:
            'The number is on the National Do Not Call List, ' +
            'and neither consent nor a business relationship is on file.',
        }
      : undefined,
  remarks:
    'Relationship: 18 months from a purchase, 6 from an inquiry. Charities (campaign.taxExempt), ' +
    'politics, subscriptions to newspapers (campaign.content or subject) ' +
    'and calls to businesses are outside. Registration and subscription: review.',
  review: (question) =>
    isSalesCampaign(question.campaign)
      ? askRegistration(question, {
          place: 'CA',
          kinds: ['registration', 'subscription'],
          message: 'Telemarketers register with the National DNCL operator and subscribe.',
          remedy: 'Register first.',
        })
      : [],
});

/** How old the copy of the national list may be. */
export const nationalListAge: Rule = registryAge({
  id: 'ca.dncl_31',
  jurisdiction: 'CA',
  title: 'The copy of the National DNCL is at most 31 days old',
  citation: 'CRTC Unsolicited Telecommunications Rules, Part II',
  parameter: {
    unit: 'days',
    values: [
      {
        from: '2008-09-30',
        value: 31,
        source: utr('Part II'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  concerns: (context, at) => !isOutsideDncl(context, at),
});

/** The caller's own do-not-call list. */
export const internalList: Rule = rule<{ years: number; days: number }>({
  id: 'ca.dncl_internal',
  jurisdiction: 'CA',
  title: "The caller's own list, three years and 14 days",
  citation: 'CRTC Unsolicited Telecommunications Rules, Part III',
  purposes: ['telemarketing', 'charity', 'political'],
  parameter: {
    unit: 'years and days',
    values: [
      {
        from: '2008-09-30',
        value: { years: 3, days: 14 },
        source: utr('Part III; with the National Do Not Call List, in force 2008-09-30'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  needs: ['lead.doNotCall'],
  check: (context, at, term) => {
    const requestedAt = internalRequestAt(context, at);
    if (requestedAt === undefined || isNoSolicitation(context)) return undefined;
    const until = yearsAfter(context, requestedAt, term.years, term.days);
    return at < until
      ? {
          until,
          because:
            'The person asked this caller to stop; ' +
            `the request is kept for ${term.years} years and ${term.days} days.`,
        }
      : undefined;
  },
  remarks: 'The law gives 14 days to honour it; here it blocks at once (policy.internal_dnc_immediate).',
  duties: ({ years, days }) => [{ kind: 'records', years: years + days / 365, what: 'do-not-call requests' }],
});
