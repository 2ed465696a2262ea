/** Canada: the CRTC's Unsolicited Telecommunications Rules. */
import { hasConsent, hasRelationship } from '../../engine/consent.js';
import { askRegistration } from '../../review/registrations.js';
import type { Context } from '../../engine/context.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { ALL_PURPOSES, rule, type Rule } from '../../engine/rule.js';
import { weekly, type Schedule } from '../../engine/schedule.js';
import { isSalesCampaign } from '../../review/campaign-kind.js';
import { reviewAbandonmentMessage, reviewConnectGrace } from '../../rules/abandonment-message.js';
import { abandonmentLimit } from '../../rules/abandonment-limit.js';
import { reviewCallerNumber } from '../../rules/caller-number.js';
import { callingWindow } from '../../rules/calling-window.js';
import { consentNeeded, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { reviewIdentification } from '../../rules/recorded-message.js';
import { registryAge } from '../../rules/registry-age.js';
import { about } from '../about.js';
import { britishColumbia } from './british-columbia.js';
import { COLLECTION_PROVINCES, collectionRules } from './collection.js';
import { internalRequestAt, yearsAfter } from '../us/federal/do-not-call.js';

const utr = (pinpoint: string): Source => ({
  title: 'CRTC Unsolicited Telecommunications Rules',
  href: 'https://crtc.gc.ca/eng/trules-reglest.htm',
  pinpoint,
});
const HOURS: Schedule = weekly({ weekdays: '09:00-21:30', saturday: '10:00-18:00', sunday: '10:00-18:00' });
const FUND_RAISING = /fund|donat|contribut/i;
const NEWSPAPER = /newspaper/i;
const PUBLIC_SERVICE = /public[^a-z]*service/i;
/** A political call solicits only where it raises funds. */
const isNoSolicitation = (context: Context): boolean =>
  context.campaign.purpose === 'political' && !FUND_RAISING.test(about(context));

function isOutsideDncl(context: Context, at: number): boolean {
  return (
    context.lead.isBusiness === true ||
    context.campaign.taxExempt === true ||
    NEWSPAPER.test(about(context)) ||
    hasConsent(context, at, 'express') ||
    hasRelationship(context, at, { transactionMonths: 18, inquiryMonths: 6 })
  );
}

const rules: readonly Rule[] = [
  callingWindow({
    id: 'ca.utr.hours',
    jurisdiction: 'CA',
    title: 'Telemarketing hours in Canada',
    citation: 'CRTC Unsolicited Telecommunications Rules, Part III ss. 23-24',
    purposes: ['telemarketing', 'charity', 'political'],
    parameter: {
      unit: 'local time of the called party',
      values: [
        {
          from: null,
          value: HOURS,
          source: utr('Part III ss. 23-24'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    lifted: isNoSolicitation,
    remarks:
      'Research and other live calls that solicit nothing are outside; political fund-raising is inside. ' +
      'British Columbia adds holidays and a cap of its own.',
  }),
  consentNeeded({
    id: 'ca.adad.consent',
    jurisdiction: 'CA',
    title: 'Recorded telemarketing needs express consent',
    citation: 'CRTC Unsolicited Telecommunications Rules, Part IV s. 2',
    purposes: ['telemarketing', 'charity', 'political'],
    voices: 'recorded',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: null,
          value: 'express' as const,
          source: utr('Part IV s. 2; CRTC 2014-155'),
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    what: 'A recorded or synthetic solicitation',
    exempt: isNoSolicitation,
    remarks: 'No exception for a business relationship.',
    review: (question) => reviewRecordedMarketing(question, 'Canada'),
  }),
  callingWindow({
    id: 'ca.adad.hours',
    jurisdiction: 'CA',
    title: 'Recorded calls keep the telemarketing hours',
    citation: 'CRTC Unsolicited Telecommunications Rules, Part IV s. 4; TRP CRTC 2009-200',
    purposes: ALL_PURPOSES,
    voices: 'recorded',
    scope: 'call',
    parameter: {
      unit: 'local time of the called party',
      values: [
        {
          from: '2009-04-14',
          value: HOURS,
          source: utr('Part IV s. 4; TRP CRTC 2009-200'),
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    lifted: (context) => context.campaign.purpose === 'informational' && PUBLIC_SERVICE.test(about(context)),
    remarks:
      'Identify at the start, repeat at the end beyond 60 s, give a local or toll-free number. ' +
      'Emergencies and public service (an informational call whose campaign.content or subject says so) ' +
      'are outside.',
    duties: () => [
      {
        kind: 'message',
        when: 'recorded-message',
        content: 'identification at the start, repeated at the end beyond 60 s; local or toll-free number',
      },
    ],
    review: reviewIdentification,
  }),
  rule<string>({
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
  }),
  registryAge({
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
  }),
  rule<{ years: number; days: number }>({
    id: 'ca.dncl_internal',
    jurisdiction: 'CA',
    title: "The caller's own list, three years and 14 days",
    citation: 'CRTC Unsolicited Telecommunications Rules, Part III',
    purposes: ['telemarketing', 'charity', 'political'],
    parameter: {
      unit: 'years and days',
      values: [
        {
          from: null,
          value: { years: 3, days: 14 },
          source: utr('Part III'),
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
    duties: ({ years, days }) => [
      { kind: 'records', years: years + days / 365, what: 'do-not-call requests' },
    ],
  }),
  abandonmentLimit({
    id: 'ca.pdd5',
    jurisdiction: 'CA',
    title: 'At most 5 % of calls abandoned in a calendar month',
    citation: 'CRTC Unsolicited Telecommunications Rules, Part III',
    purposes: ['telemarketing', 'charity', 'political'],
    parameter: {
      unit: 'share',
      values: [
        {
          from: null,
          value: { share: { abandoned: 5, of: 100 }, window: 'calendar month' as const },
          source: utr('Part III'),
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    measure: {
      regulator: 'CRTC',
      formula: 'answered calls without an agent within 2 s / all answered calls of the dialer in the month',
      denominator: 'live-answers',
      addsDetectionErrors: false,
    },
    exempt: isNoSolicitation,
    remarks: 'Predictive dialing; records kept three years. The formula is from memory, as the rule is.',
    furtherDuties: [{ kind: 'records', years: 3, what: 'abandonment records' }],
  }),
  rule<number>({
    id: 'ca.pdd2s',
    jurisdiction: 'CA',
    title: 'Abandoned: no agent within 2 s after the answer',
    citation: 'CRTC Unsolicited Telecommunications Rules, definitions',
    purposes: ['telemarketing', 'charity', 'political'],
    parameter: {
      unit: 'ms',
      values: [
        {
          from: null,
          value: 2000,
          source: utr('definitions'),
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'A duty of the engine.',
    duties: (ms) => [{ kind: 'connect-grace', ms }],
    // The rules count abandoned calls, but ask for no message: that is advice.
    review: (question) => [
      ...reviewAbandonmentMessage(question, { severity: 'notice', asksOptOut: false }),
      ...reviewConnectGrace(question),
    ],
  }),
  rule<string>({
    id: 'ca.callerid',
    jurisdiction: 'CA',
    title: 'Show the originating or an alternate number',
    citation: 'CRTC Unsolicited Telecommunications Rules, Part III',
    purposes: ALL_PURPOSES,
    parameter: {
      unit: 'text',
      values: [
        {
          from: null,
          value: 'no blocking',
          source: utr('Part III'),
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Checked in the campaign review.',
    review: reviewCallerNumber,
  }),
  rule<string>({
    id: 'ca.voter_registry',
    jurisdiction: 'CA',
    title: 'Calls to voters in a federal election are registered with the CRTC',
    citation: 'Canada Elections Act, Voter Contact Registry',
    purposes: ['political'],
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2015-06-18',
          value: 'within 48 hours of the first call',
          source: {
            title: 'CRTC, Voter Contact Registry',
            href: 'https://crtc.gc.ca/eng/phone/rce-vcr/',
            pinpoint: 'news releases of 2019-09-12 and 2025-03-26',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    remarks:
      'Concerns federal elections, and callers with a calling service or recorded calls; parties and ' +
      'candidates ' +
      'who call live with their own people are outside. No single call is decided by it.',
    review: ({ campaign }) =>
      campaign.purpose === 'political'
        ? [
            {
              topic: 'preparation',
              severity: 'notice',
              message:
                'In a federal election calls by a calling service and recorded calls are registered with ' +
                'the ' +
                "CRTC's Voter Contact Registry within 48 hours of the first call.",
              remedy: 'Register, and keep scripts and recordings.',
            },
          ]
        : [],
  }),
  ...britishColumbia,
  ...collectionRules,
];

const federal = covers('CA', {
  telemarketing: 'any',
  charity: 'any',
  political: 'any',
  informational: 'any',
  research: 'any',
  healthcare: 'any',
  'financial-alert': 'any',
});

/**
 * Collection calls are provincial law: it is modelled for some provinces, and a debtor whose province is not
 * known has none.
 */
const coverage: Pack['unmodelled'] = (purpose, voice, regions) => {
  if (purpose !== 'debt-collection' || regions.length === 0) return federal(purpose, voice, regions);
  return regions
    .filter((region) => !COLLECTION_PROVINCES.has(region))
    .map((region) => ({ name: `CA-${region}:debt-collection:${voice === 'live' ? 'live' : 'recorded'}` }));
};

/** Rules of Canada, with those of provinces on sales and collection calls. */
export const canada: Pack = {
  country: 'CA',
  name: 'Canada',
  // Six zones, and the rules name none: the regulator's seat (Gatineau) keeps Toronto time, an assumption.
  timeZone: 'America/Toronto',
  registries: [{ id: 'CA', name: 'National Do Not Call List', of: 'country' }],
  rules,
  unmodelled: coverage,
};
