/** Illinois: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Illinois. */
export const illinois: StateLaw = {
  code: 'IL',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.il',
      jurisdiction: 'US-IL',
      title: 'Illinois calling hours',
      citation: '815 ILCS 413/15(a)',
      business: 'inside',
      values: [
        {
          from: '1998-06-01',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Illinois Compiled Statutes',
            href: 'https://www.ilga.gov/legislation/ilcs/documents/081504130K15.htm',
            pinpoint: '815 ILCS 413/15(a)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Covers calls to businesses. Tables that say 9 to 21 mean recorded calls: ' +
        'us.il.adad_hours. The date is from memory.',
    }),
    stateHours({
      id: 'us.il.adad_hours',
      jurisdiction: 'US-IL',
      title: 'Illinois: recorded sales calls from 9 to 21',
      citation: '815 ILCS 305/15',
      voices: 'recorded',
      scope: 'call',
      business: 'inside',
      values: [
        {
          from: '1992-01-01',
          value: everyDay('09:00-21:00'),
          source: {
            title: 'Illinois Compiled Statutes',
            href: 'https://www.ilga.gov/legislation/ilcs/documents/081503050K15.htm',
            pinpoint: '815 ILCS 305/5(c), 305/15(a)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks:
        'A recorded message in the Act is one that sells. The exemptions of section 20 (request, debt, ' +
        'relationship) were not read: the stricter reading applies them to nothing. The date is from memory.',
    }),
  ],
};
