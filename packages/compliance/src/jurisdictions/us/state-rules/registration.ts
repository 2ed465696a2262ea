/** Registration before telemarketing, in the states whose files require it. */
import { rule, type Rule } from '../../../engine/rule.js';
import { stateLaws } from '../states/index.js';

const states = stateLaws
  .filter((law) => law.registration === 'asked')
  .map((law) => law.code)
  .sort();

/** The notice to campaigns that sell. */
export const registration: Rule = rule<readonly string[]>({
  id: 'us.registration',
  jurisdiction: 'US',
  title: 'Some states ask for registration or a bond before telemarketing',
  citation: 'state telemarketing registration laws',
  purposes: ['telemarketing'],
  parameter: {
    unit: 'states',
    values: [
      {
        from: null,
        value: states,
        source: {
          title: 'State telemarketing registration laws',
          href: 'https://www.law.cornell.edu/states/listing',
          pinpoint: 'by state',
        },
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'A registration of the caller, not a matter of one call. The list of states is not complete.',
  review: ({ campaign }, asking) =>
    campaign.purpose === 'telemarketing'
      ? [
          {
            topic: 'preparation',
            severity: 'notice',
            message: `Registration or a bond is asked for by ${asking.join(', ')} and others.`,
            remedy: 'Register where you call.',
          },
        ]
      : [],
});
