/** New Hampshire: no calling hours of its own were found; the federal hours apply. */
import type { Purpose } from '../../../contract.js';
import { reviewNote } from '../state-rules/review-note.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import { rule } from '../../../engine/rule.js';
import { askRegistration } from '../../../review/registrations.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** Solicitation in RSA 359-E:1: sales, pledges, and the gathering of data or opinions. */
const ASKED: ReadonlySet<Purpose> = new Set(['telemarketing', 'charity', 'research']);

/** The calling law of New Hampshire. */
export const newHampshire: StateLaw = {
  code: 'NH',
  creditors: 'bound',
  recordingConsent: 'all-party',
  rules: [
    reviewNote({
      id: 'us.nh',
      jurisdiction: 'US-NH',
      title: 'No state calling hours found; federal hours apply',
      citation: 'various',
      values: [
        {
          from: null,
          undated: UNDATED.noRule,
          value: 'federal hours',
          source: {
            title: 'State law',
            href: 'https://www.law.cornell.edu/states/new_hampshire',
            pinpoint: 'various',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'No further finding.',
    }),
    reviewNote({
      id: 'us.nh.adad_registration',
      jurisdiction: 'US-NH',
      title: 'New Hampshire: registration before recorded solicitation and polls',
      citation: 'RSA 359-E:1 to 359-E:5',
      purposes: [...ASKED],
      voices: 'recorded',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: 'register with the consumer protection bureau ten days before',
          source: {
            title: 'New Hampshire Revised Statutes, chapter 359-E',
            href:
              'https://law.justia.com/codes/new-hampshire/2010/titlexxxi/chapter359-e' + '/section359-e-1/',
            pinpoint: '359-E:1 (read), 359-E:2 (read about)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'A registration, not a matter of one call: a review item. Sales to residences, pledges of people ' +
        'without an earlier relationship, and calls for data or opinions. What 359-E:3 to 359-E:5 say of ' +
        'the registration, the release of the line and identification was not read; 359-E:8 and 359-E:9 ' +
        'bar sales calls to registered numbers and ask for a quarterly list, as federal law more ' +
        'strictly does.',
      review: (question) =>
        question.campaign.voice === 'live' || !ASKED.has(question.campaign.purpose)
          ? []
          : askRegistration(question, {
              place: 'US-NH',
              kinds: ['registration'],
              message:
                'New Hampshire asks for a registration ten days before recorded solicitation and polls.',
              remedy: 'Register, or leave New Hampshire out.',
            }),
    }),
    creditorHours({
      id: 'us.nh.debt_hours',
      jurisdiction: 'US-NH',
      title: 'New Hampshire: collection calls from 8 to 21, by creditors, too',
      citation: 'RSA 358-C:3',
      values: [
        {
          from: '1975-01-01',
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'New Hampshire Revised Statutes',
            href: 'https://www.gencourt.state.nh.us/rsa/html/XXXI/358-C/358-C-3.htm',
            pinpoint: '358-C:3',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Binds creditors and collectors, as the Attorney General says; the hours are from a page on the ' +
        'chapter. RSA 358-C is of 1975. The year is from memory; its first day is used.',
    }),
    rule<string>({
      id: 'us.nh.political_recording',
      jurisdiction: 'US-NH',
      title: 'New Hampshire: no recorded political messages to registered numbers',
      citation: 'RSA 664:14-a, III',
      voices: 'recorded',
      purposes: ['political'],
      scope: 'call',
      parameter: {
        unit: 'text',
        values: [
          {
            from: '2003-01-01',
            value: 'numbers on a federal do-not-call list get none',
            source: {
              title: 'New Hampshire Revised Statutes',
              href: 'https://www.gencourt.state.nh.us/rsa/html/LXIII/664/664-14-a.htm',
              pinpoint: '664:14-a, III; inserted by 2003, 258:1',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-25',
          },
        ],
      },
      needs: ['lead.doNotCall'],
      check: ({ lead }) =>
        lead.doNotCall?.national === true
          ? {
              until: null,
              because:
                'The number is on the national registry: New Hampshire bars recorded political messages.',
            }
          : undefined,
      remarks:
        'The first 30 seconds name the candidate or organisation and who pays (664:14-a, II). A law of ' +
        '2003; the day on which paragraph III began was not found.',
    }),
  ],
};
