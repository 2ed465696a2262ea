/** The caller number. */
import { ALL_PURPOSES, rule, type Rule } from '../../engine/rule.js';
import { reviewCallerNumber } from '../../rules/caller-number.js';
import { utr } from './sources.js';

/** The number that is shown. */
export const callerNumber: Rule = rule<string>({
  id: 'ca.callerid',
  jurisdiction: 'CA',
  title: 'Show the originating or an alternate number',
  citation: 'CRTC Unsolicited Telecommunications Rules, Part III',
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2008-09-30',
        value: 'no blocking',
        source: utr('Part III; with the National Do Not Call List, in force 2008-09-30'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Checked in the campaign review.',
  review: reviewCallerNumber,
});
