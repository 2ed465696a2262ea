/** Records of telemarketing. */
import { rule, type Rule } from '../../../../engine/rule.js';
import { tsr } from '../../sources.js';
import { SOLD } from './terms.js';

/** Records are kept five years. */
export const telemarketingRecords: Rule = rule<string>({
  id: 'us.tsr.records',
  jurisdiction: 'US',
  title: 'Records kept five years',
  citation: '16 CFR 310.5',
  purposes: SOLD,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2024-05-16',
        value: 'scripts, recordings, call detail, consent, relationship, do-not-call',
        source: tsr('310.5'),
        verification: 'secondary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks:
    'A duty. Call detail since 2024-10-15; single numbers dialed by a person are exempt from it. ' +
    'Sellers of office and cleaning supplies to businesses are outside 310.5 (310.6(b)(7)); ' +
    'kept all the same.',
  duties: () => [
    {
      kind: 'records',
      years: 5,
      what:
        'scripts, recorded messages, call detail, consent, relationship, do-not-call requests, ' +
        'registry versions',
    },
  ],
});
