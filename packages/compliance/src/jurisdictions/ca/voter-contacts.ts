/** Calls to voters in federal elections. */
import { rule, type Rule } from '../../engine/rule.js';

/** The Voter Contact Registry. */
export const voterContacts: Rule = rule<string>({
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
    'Concerns federal elections, and callers with a calling service or recorded calls; ' +
    'parties and candidates who call live with their own people are outside. ' +
    'No single call is decided by it.',
  review: ({ campaign }) =>
    campaign.purpose === 'political'
      ? [
          {
            topic: 'preparation',
            severity: 'notice',
            message:
              'In a federal election calls by a calling service and recorded calls ' +
              "are registered with the CRTC's Voter Contact Registry within 48 hours of the first call.",
            remedy: 'Register, and keep scripts and recordings.',
          },
        ]
      : [],
});
