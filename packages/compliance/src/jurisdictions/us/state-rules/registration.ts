/** Registration before telemarketing, in the states whose files require it. */
import { rule, type Rule } from '../../../engine/rule.js';
import { isRegistered } from '../../../review/registrations.js';
import { stateLaws } from '../states/index.js';

/** What a state that asks for registration takes. */
const KINDS = ['registration', 'licence', 'bond'] as const;

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
        undated: 'A list of states, whose laws began on different days.',
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
  review: ({ campaign, flow }, asking) => {
    if (campaign.purpose !== 'telemarketing') return [];
    const left = asking.filter(
      (state) => !isRegistered(campaign, { place: `US-${state}`, kinds: KINDS, at: flow.at }),
    );
    const where = left.length === 0 ? 'others' : `${left.join(', ')} and others`;
    const permits = left.filter((state) =>
      isRegistered(campaign, { place: `US-${state}`, kinds: ['permit'], at: flow.at }),
    );
    const besides = permits.length === 0 ? '' : ` The permit for ${permits.join(', ')} is another one.`;
    return [
      {
        topic: 'preparation',
        severity: 'notice',
        message: `Registration, a licence or a bond is asked for by ${where}.${besides}`,
        remedy: 'Register where you call, and name it in campaign.registrations.',
      },
    ];
  },
});
