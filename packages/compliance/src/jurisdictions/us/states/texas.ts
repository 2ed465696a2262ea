/** Texas: calling hours, with later opening on Sundays. */
import { weekly } from '../../../engine/schedule.js';
import { askRegistration } from '../../../review/registrations.js';
import { stateHours } from '../state-rules/state-hours.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import { reviewNote } from '../state-rules/review-note.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Texas. */
export const texas: StateLaw = {
  code: 'TX',
  creditors: 'bound',
  registry: 'Texas No-Call List',
  registration: 'asked',
  rules: [
    stateHours({
      id: 'us.tx.hours',
      jurisdiction: 'US-TX',
      title: 'Texas calling hours',
      citation: 'Tex. Bus. & Com. Code 301.051(b)(2)',
      values: [
        {
          from: '2009-04-01',
          value: weekly({ weekdays: '09:00-21:00', saturday: '09:00-21:00', sunday: '*' }),
          source: {
            title: 'Texas Business and Commerce Code',
            href: 'https://statutes.capitol.texas.gov/Docs/BC/htm/BC.301.htm#301.051',
            pinpoint: '301.051(b)(2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Covers residential numbers. SB 140 (from 2025-09-01) extends the chapter to texts.',
    }),
    stateHours({
      id: 'us.tx.sunday',
      jurisdiction: 'US-TX',
      title: 'Texas: Sundays from noon to 21',
      citation: 'Tex. Bus. & Com. Code 301.051(b)(2)',
      values: [
        {
          from: '2009-04-01',
          value: weekly({ weekdays: '*', saturday: '*', sunday: '12:00-21:00' }),
          source: {
            title: 'Texas Business and Commerce Code',
            href: 'https://statutes.capitol.texas.gov/Docs/BC/htm/BC.301.htm#301.051',
            pinpoint: '301.051(b)(2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    creditorHours({
      id: 'us.tx.debt_hours',
      jurisdiction: 'US-TX',
      title: 'Texas: collection calls from 8 to 21, by creditors, too',
      citation: 'Tex. Fin. Code 392.302',
      values: [
        {
          from: '1997-09-01',
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'Texas Finance Code',
            href: 'https://statutes.capitol.texas.gov/Docs/FI/htm/FI.392.htm#392.302',
            pinpoint: '392.302',
          },
          verification: 'memory',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Binds everyone who collects consumer debts. The section read bars repeated ringing meant to ' +
        'harass and names no hours: 8 to 21 is the strict reading, and switchable by name. The date is ' +
        'from memory.',
    }),
    stateHours({
      id: 'us.tx.adad_hours',
      jurisdiction: 'US-TX',
      title: 'Texas: recorded sales and collection calls from 9 to 21, Sundays from noon',
      citation: 'Tex. Util. Code 55.125',
      voices: 'recorded',
      purposes: ['telemarketing', 'debt-collection'],
      scope: 'call',
      business: 'inside',
      values: [
        {
          from: null,
          undated: UNDATED.recodified,
          value: weekly({ weekdays: '09:00-21:00', saturday: '09:00-21:00', sunday: '12:00-21:00' }),
          source: {
            title: 'Texas Utilities Code',
            href: 'https://statutes.capitol.texas.gov/Docs/UT/htm/UT.55.htm#55.125',
            pinpoint: '55.125',
          },
          verification: 'memory',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks:
        'The device of the subchapter is one used for solicitation or collection (55.121, read in S.B. ' +
        '1040 of 2013). The hours of 55.125 were not confirmed: the stricter reading.',
    }),
    reviewNote({
      id: 'us.tx.device_permit',
      jurisdiction: 'US-TX',
      title: 'Texas: permit for announcing devices',
      citation: 'Tex. Util. Code 55.130',
      voices: 'recorded',
      purposes: ['telemarketing', 'debt-collection'],
      values: [
        {
          from: null,
          undated: UNDATED.recodified,
          value: 'obtain the permit for each device before recorded sales or collection calls',
          source: {
            title: 'Texas Utilities Code',
            href: 'https://statutes.capitol.texas.gov/Docs/UT/htm/UT.55.htm#55.130',
            pinpoint: '55.130',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks: 'A registration, not a matter of one call: a review item.',
      review: (question) =>
        question.campaign.voice !== 'live' &&
        (question.campaign.purpose === 'telemarketing' || question.campaign.purpose === 'debt-collection')
          ? askRegistration(question, {
              place: 'US-TX',
              kinds: ['permit'],
              message: 'Texas asks for a permit for devices that play recorded sales or collection calls.',
              remedy: 'Obtain it, or leave Texas out.',
            })
          : [],
    }),
    reviewNote({
      id: 'us.tx.message',
      jurisdiction: 'US-TX',
      title: 'Texas: what a recorded sales message says in its first 30 seconds',
      citation: 'Tex. Util. Code 55.127',
      voices: 'recorded',
      values: [
        {
          from: '1997-09-01',
          value: 'nature of the call, who calls, and the number from which the call is made',
          source: {
            title: 'Texas Utilities Code',
            href: 'https://statutes.capitol.texas.gov/Docs/UT/htm/UT.55.htm#55.127',
            pinpoint: '55.127(a), (c)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'About what the message says, so no single call is decided by it. Collection under federal law ' +
        'is outside (55.127(c)), and so are emergencies, truancy, municipalities, and members of the ' +
        'caller (55.122).',
      review: ({ campaign }) =>
        campaign.voice === 'live' || campaign.purpose !== 'telemarketing'
          ? []
          : [
              {
                topic: 'recorded-message',
                severity: 'notice',
                message:
                  'Texas asks recorded sales calls to say within 30 seconds what the call is, who calls, ' +
                  'and from which number.',
                remedy: 'Say all three first.',
              },
            ],
    }),
    reviewNote({
      id: 'us.tx.seller_registration',
      jurisdiction: 'US-TX',
      title: 'Texas: sellers register and give security',
      citation: 'Tex. Bus. & Com. Code 302.101-302.107; SB 140 of 2025',
      values: [
        {
          from: '2009-04-01',
          value: 'telephone calls',
          source: {
            title: 'Texas Business and Commerce Code',
            href: 'https://statutes.capitol.texas.gov/Docs/BC/htm/BC.302.htm',
            pinpoint: '302.101-302.107; chapter of H.B. 2278, effective 2009-04-01',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-27',
        },
        {
          from: '2025-09-01',
          value: 'telephone calls, also by an autodialer, and text messages; consumers may sue',
          source: {
            title: 'Texas SB 140 (read about)',
            href: 'https://www.mondaq.com/unitedstates/telecoms-mobile-cable-communications/1671662/texts-are-telemarketing-in-texas-sb-140-set-to-place-new-requirements-on-marketing-communications',
            pinpoint: 'effective 2025-09-01',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'A registration, not a matter of one call; us.registration asks for it in the review. Outside ' +
        'are listed companies, supervised institutions, nonprofits, and former customers of sellers of ' +
        'two years; by a settlement of November 2025 text messages sent with consent, too.',
    }),
  ],
};
