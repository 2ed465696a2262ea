/** North Carolina: calling hours of sales calls and of collection, and consent to recorded calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import { isBusiness } from '../terms.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of North Carolina. */
export const northCarolina: StateLaw = {
  code: 'NC',
  creditors: 'bound',
  rules: [
    stateHours({
      id: 'us.nc',
      jurisdiction: 'US-NC',
      title: 'North Carolina calling hours',
      citation: 'N.C.G.S. 75-102(f)',
      business: 'inside',
      values: [
        {
          from: '2003-01-01',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'North Carolina General Statutes',
            href:
              'https://www.ncleg.gov/EnactedLegislation/Statutes/HTML/BySection/Chapter_75' +
              '/GS_75-102.html',
            pinpoint: '75-102(f)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'The subsection names neither residences nor a zone: ' +
        'businesses are inside, and the clock is that of the called person. S.L. 2003-411. The ' +
        'day in the year is not established: its first is used.',
    }),
    creditorHours({
      id: 'us.nc.debt_hours',
      jurisdiction: 'US-NC',
      title: 'North Carolina: collection calls from 8 to 21, by creditors, too',
      citation: 'N.C.G.S. 75-51, 75-52',
      values: [
        {
          from: '1977-01-01',
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'General Statutes of North Carolina',
            href: 'https://www.ncleg.gov/EnactedLegislation/Statutes/HTML/BySection/Chapter_75/GS_75-52.html',
            pinpoint: '75-52; hours as the Attorney General states them',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks: '75-52 is of 1977 (c. 747). The day in the year is not established: its first is used.',
    }),
    recordedConsent({
      id: 'us.nc.recorded_consent',
      jurisdiction: 'US-NC',
      title: 'North Carolina: recorded calls need a signed invitation or a live introduction',
      citation: 'N.C.G.S. 75-101, 75-104',
      purposes: ['telemarketing', 'charity', 'informational', 'healthcare', 'financial-alert'],
      level: 'written',
      outside: isBusiness,
      values: [
        {
          from: '2003-01-01',
          value: ['contract', 'nonprofit', 'appointment', 'public-notice'],
          source: {
            title: 'General Statutes of North Carolina',
            href: 'https://www.ncleg.gov/EnactedLegislation/Statutes/HTML/BySection/Chapter_75/GS_75-104.html',
            pinpoint: '75-104(a)-(b); S.L. 2003-411',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Identified calls without a solicitation are excepted for parties, candidates, officials, polls, ' +
        'tax-exempt organisations, debts, contracts in progress, appointments, outages and ' +
        'recalls. Requests ' +
        'for donations are solicitations. The day in 2003 is not established: its first is used.',
    }),
  ],
};
