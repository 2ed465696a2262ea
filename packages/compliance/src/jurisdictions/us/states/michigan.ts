/** Michigan: hours of sales and collection calls, and consent to recorded ones. */
import { everyDay } from '../../../engine/schedule.js';
import { creditorBars } from '../state-rules/creditor-bars.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import { isBusiness } from '../terms.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Michigan. */
export const michigan: StateLaw = {
  code: 'MI',
  creditors: 'bound',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.mi.hours',
      jurisdiction: 'US-MI',
      title: 'Michigan calling hours',
      citation: 'MCL 750.540e(1)(f)',
      business: 'inside',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('09:00-21:00'),
          source: {
            title: 'Michigan Compiled Laws',
            href: 'https://www.legislature.mi.gov/Laws/MCL?objectName=mcl-750-540e',
            pinpoint: '750.540e(1)(f)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      watch: {
        on: '2027-01-01',
        what: 'the Telephone Solicitation Act (SB 351), which had passed the Senate, may be law by then',
      },
      remarks:
        'Whether the section needs malice is contested. SB 351 of 2025 (consent to recordings, registry, ' +
        'disclosures) is no law yet by the pages read.',
    }),
    recordedConsent({
      id: 'us.mi.recorded_consent',
      jurisdiction: 'US-MI',
      title: 'Michigan: recorded sales calls need consent or a customer',
      citation: 'MCL 445.111, 445.111a',
      purposes: ['telemarketing'],
      outside: isBusiness,
      values: [
        {
          from: '2003-03-31',
          value: ['contract', 'relationship'],
          source: {
            title: 'Michigan Compiled Laws, Act 227 of 1971',
            href: 'http://www.legislature.mi.gov/mileg.aspx?page=GetObject&objectname=mcl-Act-227-of-1971',
            pinpoint: '445.111, 445.111a; 2002 Act 612, effective 2003-03-31',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'The heading of the section and a page on its terms were read: calls with the express ' +
        'invitation of a residential subscriber, and to existing customers, are no telephone solicitation.',
    }),
    creditorHours({
      id: 'us.mi.debt_hours',
      jurisdiction: 'US-MI',
      title: 'Michigan: collection calls from 8 to 21, by creditors, too',
      citation: 'MCL 445.252',
      values: [
        {
          from: '1981-01-01',
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'Michigan debt collection laws (read about)',
            href: 'https://www.ovlg.com/debt-collection-laws/michigan.html',
            pinpoint: 'prohibited acts, 11; 1981 Act 70',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'Regulated persons of the Act are creditors, as pages on it say, one of the dental ' +
        'association on debts to its members. Another time needs the agreement of the debtor in ' +
        'writing: consent on file is not read as one. The day in 1981 is not established: its first ' +
        'is used.',
    }),
    creditorBars({
      id: 'us.mi.debt_attorney',
      jurisdiction: 'US-MI',
      title: 'Michigan: debtors with an attorney are called by nobody',
      citation: 'MCL 445.252(h)',
      bars: ['attorney'],
      values: [
        {
          from: '1981-01-01',
          value: 'the attorney only',
          source: {
            title: 'Michigan Compiled Laws, Act 70 of 1981',
            href:
              'https://legalfix.com/statutes/state-codes/michigan/chapter-445' +
              '/statute-act-70-of-1981/section-445-252',
            pinpoint: '445.252(h)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'The text asks that the creditor has written to the attorney, and lifts the bar where the attorney ' +
        'does not respond for 30 days: such calls go without the fact. What it says of the place of ' +
        'work was not read.',
    }),
  ],
};
