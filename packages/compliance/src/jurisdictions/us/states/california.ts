/** California: hours of announcing devices. */
import { everyDay } from '../../../engine/schedule.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import { creditorBars } from '../state-rules/creditor-bars.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import { ALL_PURPOSES } from '../../../engine/rule.js';
import { abandonmentLimit } from '../../../rules/abandonment-limit.js';
import { reviewNote } from '../state-rules/review-note.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of California. */
export const california: StateLaw = {
  code: 'CA',
  creditors: 'bound',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.ca.adad_hours',
      jurisdiction: 'US-CA',
      title: 'California: announcing devices from 9 to 21',
      citation: 'Cal. PUC 2872',
      voices: 'recorded',
      purposes: DEVICE_PURPOSES,
      scope: 'call',
      business: 'inside',
      values: [
        {
          from: '1980-01-01',
          value: everyDay('09:00-21:00'),
          source: {
            title: 'California Public Utilities Code',
            href:
              'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=PUC' +
              '&sectionNum=2872',
            pinpoint: '2872',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Binds the device. The article is of 1980. Consent or a live introduction: us.ca.recorded_consent.',
    }),
    recordedConsent({
      id: 'us.ca.recorded_consent',
      jurisdiction: 'US-CA',
      title: 'California: recorded calls need consent or a live introduction',
      citation: 'Cal. PUC 2872(d)-(e), 2873, 2874',
      values: [
        {
          from: '1980-01-01',
          value: ['relationship', 'school'],
          source: {
            title: 'California Public Utilities Code',
            href:
              'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=PUC' +
              '&sectionNum=2874',
            pinpoint: '2872(d)-(e), 2873, 2874',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks:
        'A prior agreement, or an unrecorded voice that names the caller and asks. Outside: schools about ' +
        'attendance; established business associates and customers (existing contract, a purchase of 18 ' +
        'months, the own debtor); members of exempt organisations and utilities are not told apart here, ' +
        'so they need consent.',
    }),
    reviewNote({
      id: 'us.ca.artificial_voice',
      jurisdiction: 'US-CA',
      title: 'California: the live introduction says that the voice is artificial',
      citation: 'Cal. PUC 2874(a)(3), AB 2905 (2024)',
      voices: 'recorded',
      purposes: DEVICE_PURPOSES,
      values: [
        {
          from: '2025-01-01',
          value: 'say that the message uses an artificial voice',
          source: {
            title: 'California Public Utilities Code',
            href:
              'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=PUC' +
              '&sectionNum=2874',
            pinpoint: '2874(a), as amended by AB 2905',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks: 'Concerns what is said before the message, so no single call is decided by it.',
      review: ({ campaign }) =>
        campaign.voice === 'artificial'
          ? [
              {
                topic: 'recorded-message',
                severity: 'notice',
                message: 'In California the live introduction says that the voice is artificial.',
                remedy: 'Let the agent say so, or leave California out.',
              },
            ]
          : [],
    }),
    abandonmentLimit({
      id: 'us.ca.abandon',
      jurisdiction: 'US-CA',
      title: 'California: at most 3 % of live answers abandoned, whatever the call is about',
      citation: 'Cal. PUC 2875.5; CPUC D.03-03-038',
      purposes: ALL_PURPOSES,
      parameter: {
        unit: 'share of live answers',
        values: [
          {
            from: '2002-07-01',
            value: { share: { abandoned: 3, of: 100 }, window: 'each 30 days of the campaign' },
            source: {
              title: 'California Public Utilities Commission, Decision 03-03-038',
              href: 'https://docs.cpuc.ca.gov/published/comment_decision/23478.htm',
              pinpoint: 'PUC 2875.5; D.02-06-072 and D.03-03-038',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-25',
          },
        ],
      },
      measure: {
        regulator: 'CPUC',
        formula:
          'calls into California answered by a person and without an agent within 2 s / all calls into ' +
          'California answered by a person',
        denominator: 'live-answers',
        addsDetectionErrors: false,
      },
      furtherDuties: [{ kind: 'records', years: 3, what: 'connections without an agent, into California' }],
      remarks:
        'All predictive calls into the state, political and collection included. The decision names 3 % ' +
        'of the calls answered by a person; the period of 30 days and the three years of records are ' +
        'from a secondary page.',
    }),
    creditorHours({
      id: 'us.ca.debt_hours',
      jurisdiction: 'US-CA',
      title: 'California: collection calls from 8 to 21, by creditors, too',
      citation: 'Cal. Civ. Code 1788.2(c), 1788.17; 15 U.S.C. 1692c(a)(1)',
      values: [
        {
          from: '2000-07-01',
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'California Civil Code, Rosenthal Act',
            href:
              'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV' +
              '&sectionNum=1788.17',
            pinpoint: '1788.2(c), 1788.17',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks: 'Creditors are bound to the federal hours. The date is from memory.',
    }),
    creditorBars({
      id: 'us.ca.debt_contacts',
      jurisdiction: 'US-CA',
      title: 'California: attorney, workplace and cease notices bind creditors, too',
      citation: 'Cal. Civ. Code 1788.17; 15 U.S.C. 1692c(a)(2)-(3), (c)',
      bars: ['attorney', 'workplace', 'cease'],
      values: [
        {
          from: '2000-07-01',
          value: 'as for collectors',
          source: {
            title: 'California Civil Code, Rosenthal Act',
            href:
              'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV' +
              '&sectionNum=1788.17',
            pinpoint: '1788.17',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    }),
  ],
};
