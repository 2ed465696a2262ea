/** Lines: ported numbers, several lines of one business, and dialing to find fax lines. */
import { ALL_PURPOSES, rule, type Rule } from '../../../../engine/rule.js';
import { tcpa } from '../../sources.js';

/** No liability within 15 days of a port to wireless. */
export const portedNumbers: Rule = rule<string>({
  id: 'us.tcpa.port15',
  jurisdiction: 'US',
  title: 'Fifteen days after a port from landline to wireless',
  citation: '47 CFR 64.1200(a)(1)(iv)',
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2004-09-21',
        value: 'no liability within 15 days of the port unless known',
        source: tcpa('(a)(1)(iv); FCC 04-204, released 2004-09-21'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks:
    'A defence against liability, not a permission: it ends once the line is known to be wireless, so no ' +
    'call is allowed because of it.',
});

/** An autodialer takes one line of a business at a time. */
export const businessLines: Rule = rule<string>({
  id: 'us.tcpa.multi_line',
  jurisdiction: 'US',
  title: 'An autodialer does not tie up two lines of a business at once',
  citation: '47 CFR 64.1200(a)(5)',
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '1992-12-20',
        value: 'not two or more lines at once',
        source: tcpa('(a)(5); rules of 1992, 57 FR 48335'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks:
    'The facts of a call do not tell which numbers are lines of one business; the review asks campaigns ' +
    'that use an autodialer.',
  review: ({ campaign, flow }) =>
    campaign.autodialer === true && flow.seizesSeveralLines !== false
      ? [
          {
            topic: 'preparation',
            severity: 'notice',
            message: 'An autodialer must not tie up several lines of one business.',
            remedy: 'Dial one line of a business at a time.',
          },
        ]
      : [],
});

/** No dialing to find out whether a line is fax or voice. */
export const lineProbing: Rule = rule<string>({
  id: 'us.tcpa.line_probe',
  jurisdiction: 'US',
  title: 'No dialing to find out whether a line is fax or voice',
  citation: '47 CFR 64.1200(a)(8)',
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2003-08-25',
        value: 'forbidden',
        source: tcpa('(a)(8); 68 FR 44144, effective 2003-08-25'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Concerns why calls are made; nothing here can check it.',
});
