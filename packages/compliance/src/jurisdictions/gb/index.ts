/** The United Kingdom: Ofcom's policy on persistent misuse, PECR, and industry hours. */
import { hasConsent } from '../../engine/consent.js';
import type { Context } from '../../engine/context.js';
import { isToThisPhone } from '../../engine/history.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { ALL_PURPOSES, rule, type Rule } from '../../engine/rule.js';
import { everyDay, weekly } from '../../engine/schedule.js';
import { reviewAbandonmentMessage, reviewConnectGrace } from '../../rules/abandonment-message.js';
import { abandonmentLimit, minimumRing, type AbandonmentShare } from '../../rules/abandonment-limit.js';
import { reviewCallerNumber } from '../../rules/caller-number.js';
import { callingWindow } from '../../rules/calling-window.js';
import { consentNeeded, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { capRefusal } from '../../rules/frequency-cap.js';
import type { Purpose } from '../../contract.js';
import { HOUR_MS } from '../../time/civil-date.js';

const ofcom = (pinpoint: string): Source => ({
  title: 'Ofcom, persistent misuse: statement of general policy',
  href: 'https://www.ofcom.org.uk/phones-and-broadband/unwanted-calls-and-messages/',
  pinpoint,
});
/** A regulation of PECR; each has an address of its own. */
const pecr = (regulation: number, pinpoint: string): Source => ({
  title: 'Privacy and Electronic Communications Regulations 2003',
  href: `https://www.legislation.gov.uk/uksi/2003/2426/regulation/${regulation}`,
  pinpoint,
});
const MISUSE = 'Communications Act 2003 ss. 128-131; Ofcom persistent misuse statement';
const MARKETING: readonly Purpose[] = ['telemarketing', 'charity', 'political'];
// Content names may join words by dashes or underscores: 'claims_management', 'pensions'.
const OPT_IN = /(^|[^a-z])claims?([^a-z]|$)|pension/i;

const BENCHMARK: AbandonmentShare = { share: { abandoned: 3, of: 100 }, window: '24 hours from midnight' };

const aboutOptInGoods = (context: Context): boolean =>
  OPT_IN.test(`${context.campaign.content ?? ''} ${context.subject ?? ''}`);

/** A request to stop stands unless the person consented after it. */
function objects(context: Context, at: number): boolean {
  const requestedAt = context.lead.doNotCall?.internal?.requestedAt;
  if (requestedAt === undefined || requestedAt > at) return false;
  const consent = context.lead.consent;
  return !(consent && consent.at > requestedAt && hasConsent(context, at, 'express'));
}

const rules: readonly Rule[] = [
  abandonmentLimit({
    id: 'uk.ofcom.abandon',
    jurisdiction: 'GB',
    title: 'Abandoned calls: 3 % in 24 hours as a benchmark',
    citation: MISUSE,
    purposes: ALL_PURPOSES,
    parameter: {
      unit: 'share of live calls',
      values: [
        {
          from: '2008-09-10',
          value: BENCHMARK,
          source: ofcom('2008/2010 text: a tolerance'),
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
        {
          from: '2017-03-01',
          value: BENCHMARK,
          source: ofcom('2016-12-20, in force 2017-03-01: no tolerance, harm decides'),
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks:
      'The tolerance ended on 2017-02-28: the figure is a benchmark, no safe harbour. ' +
      'Cases are ranked by harm.',
  }),
  rule<number>({
    id: 'uk.ofcom.info2s',
    jurisdiction: 'GB',
    title: 'Abandoned calls hear a short message within 2 s',
    citation: 'Ofcom statement 2008/2010',
    purposes: ALL_PURPOSES,
    parameter: {
      unit: 'ms',
      values: [
        {
          from: null,
          value: 2000,
          source: ofcom('2008/2010 text'),
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Company name and a free or low-cost number, no marketing. A duty of the engine.',
    duties: (ms) => [
      { kind: 'connect-grace', ms },
      {
        kind: 'message',
        when: 'abandoned',
        content: 'company name and a free or low-cost number within 2 s; no marketing',
      },
    ],
    review: (question) => [
      ...reviewAbandonmentMessage(question, { severity: 'refuses', asksOptOut: false }),
      ...reviewConnectGrace(question),
    ],
  }),
  minimumRing({
    id: 'uk.ofcom.ring15',
    jurisdiction: 'GB',
    title: 'Unanswered calls ring at least 15 s',
    citation: 'Ofcom persistent misuse statement',
    purposes: ALL_PURPOSES,
    parameter: {
      unit: 'ms',
      values: [
        {
          from: null,
          value: 15_000,
          source: ofcom('2008/2010 text'),
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
  }),
  rule<number>({
    id: 'uk.ofcom.72h',
    jurisdiction: 'GB',
    title: 'After an abandoned call, 72 hours only with an agent guaranteed',
    citation: 'Ofcom persistent misuse statement (2008/2010 text; general policy since 2017-03-01)',
    purposes: ALL_PURPOSES,
    scope: 'call',
    parameter: {
      unit: 'hours after an abandoned call to the number',
      values: [
        {
          from: null,
          value: 72,
          source: ofcom('2008/2010 text'),
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at, hours) => {
      if (!context.mayLackAgent) return undefined;
      const found = capRefusal(
        context,
        at,
        { max: 1, period: { hours } },
        (entry) =>
          entry.direction === 'outbound' && entry.outcome === 'abandoned' && isToThisPhone(entry, context),
        'abandoned',
      );
      return (
        found && {
          until: found.until,
          because:
            'A call to this number was abandoned within 72 hours: call again only with an agent guaranteed.',
        }
      );
    },
    duties: (hours) => [{ kind: 'retry-ban', after: 'abandoned', pauseMs: hours * HOUR_MS }],
  }),
  rule<number>({
    id: 'uk.ofcom.amd24h',
    jurisdiction: 'GB',
    title: 'After machine detection, 24 hours only with an agent guaranteed',
    citation: 'Ofcom statement 2010',
    purposes: ALL_PURPOSES,
    scope: 'call',
    parameter: {
      unit: 'hours after a machine result at the number',
      values: [
        {
          from: null,
          value: 24,
          source: ofcom('2010 text'),
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at, hours) => {
      if (!context.mayLackAgent) return undefined;
      const found = capRefusal(
        context,
        at,
        { max: 1, period: { hours } },
        (entry) =>
          entry.direction === 'outbound' &&
          (entry.outcome === 'machine' || entry.outcome === 'voicemail') &&
          isToThisPhone(entry, context),
        'machine',
      );
      return (
        found && {
          until: found.until,
          because:
            'Machine detection ended a call to this number within 24 hours: ' +
            'call again only with an agent guaranteed.',
        }
      );
    },
    remarks: 'False positives count in the abandonment rate, by a reasoned estimate.',
    duties: (hours) => [{ kind: 'retry-ban', after: 'machine', pauseMs: hours * HOUR_MS }],
  }),
  rule<string>({
    id: 'uk.ofcom.cli',
    jurisdiction: 'GB',
    title: 'A valid, dialable caller number',
    citation: 'Ofcom CLI guidance; PECR',
    purposes: ALL_PURPOSES,
    parameter: {
      unit: 'text',
      values: [
        {
          from: null,
          value: 'guidance of 2025-01-29',
          source: ofcom('CLI guidance'),
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Checked in the campaign review.',
    review: reviewCallerNumber,
  }),
  consentNeeded({
    id: 'uk.pecr.r19',
    jurisdiction: 'GB',
    title: 'Automated marketing calls need specific prior consent',
    citation: 'PECR 2003 reg. 19',
    purposes: MARKETING,
    voices: 'recorded',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2003-12-11',
          value: 'express' as const,
          source: pecr(19, 'reg. 19'),
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    what: 'An automated marketing call',
    remarks: 'Charities and politics included.',
    review: (question) => reviewRecordedMarketing(question, 'United Kingdom'),
  }),
  rule<string>({
    id: 'uk.pecr.r21',
    jurisdiction: 'GB',
    title: 'No live marketing to TPS numbers or objectors',
    citation: 'PECR 2003 reg. 21-21B',
    purposes: MARKETING,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2003-12-11',
          value: 'TPS, CTPS and objectors; claims management and pensions are opt-in',
          source: pecr(21, 'reg. 21-21B'),
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    needs: ['lead.doNotCall'],
    check: (context, at) => {
      if (objects(context, at))
        return { until: null, because: 'The person objected to marketing calls of this caller.' };
      if (hasConsent(context, at, 'express')) return undefined;
      if (context.lead.doNotCall?.national === true)
        return {
          until: null,
          because:
            'The number is registered with the Telephone Preference Service, and no consent is on file.',
        };
      return aboutOptInGoods(context)
        ? { until: null, because: 'Calls about claims management and pensions need prior consent.' }
        : undefined;
    },
    remarks: 'Registration counts 28 days after it was made; the list given is taken as counting.',
  }),
  rule<string>({
    id: 'uk.pecr.fines',
    jurisdiction: 'GB',
    title: 'Fines up to GBP 17.5 million or 4 %',
    citation: 'Data (Use and Access) Act 2025',
    purposes: MARKETING,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2025-06-19',
          value: 'GBP 17.5 m or 4 % of turnover',
          source: {
            title: 'Data (Use and Access) Act 2025',
            href: 'https://www.legislation.gov.uk/ukpga/2025/18',
            pinpoint: 'PECR enforcement',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'A sanction, nothing to decide.',
  }),
  callingWindow({
    id: 'uk.policy.hours',
    jurisdiction: 'GB',
    kind: 'policy',
    title: 'Industry hours for marketing',
    citation: 'DMA code (no statutory hours)',
    purposes: MARKETING,
    parameter: {
      unit: 'local time',
      values: [
        {
          from: null,
          value: weekly({ weekdays: '08:00-21:00', saturday: '09:00-21:00', sunday: '09:00-21:00' }),
          source: {
            title: 'Direct Marketing Association code',
            href: 'https://dma.org.uk/the-dma-code',
            pinpoint: 'telephone',
          },
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Custom, no law: weekdays 8 to 21, later start at weekends (9 is an assumption).',
  }),
  callingWindow({
    id: 'uk.conc.hours',
    jurisdiction: 'GB',
    title: 'Collection calls at reasonable times',
    citation: 'FCA CONC 7.9',
    purposes: ['debt-collection'],
    parameter: {
      unit: 'local time',
      values: [
        {
          from: null,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'FCA Handbook, CONC',
            href: 'https://www.handbook.fca.org.uk/handbook/CONC/7/9.html',
            pinpoint: 'CONC 7.9',
          },
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'No fixed clock in the text; firms use 8 to 21.',
  }),
];

/** Rules of the United Kingdom. */
export const unitedKingdom: Pack = {
  country: 'GB',
  name: 'United Kingdom',
  timeZone: 'Europe/London',
  rules,
  unmodelled: covers('GB', {
    telemarketing: 'any',
    charity: 'any',
    political: 'any',
    'debt-collection': 'any',
    informational: 'any',
    research: 'any',
    healthcare: 'any',
    'financial-alert': 'any',
  }),
};
