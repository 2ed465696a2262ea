/** What an agent says at the start of a call. */
import { rule, type Rule } from '../../../../engine/rule.js';
import { tcpa, tsr } from '../../sources.js';
import { SOLD } from './terms.js';

/** Calls give the caller, the principal and a number or address. */
export const callerNames: Rule = rule<string>({
  id: 'us.tcpa.caller_names',
  jurisdiction: 'US',
  title: 'Calls give the caller, the principal and a number or address',
  citation: '47 CFR 64.1200(d)(4)',
  purposes: SOLD,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '1992-12-20',
        value: "caller's name, principal's name, phone or address",
        source: tcpa('(d)(4); rules of 1992, 57 FR 48335'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Concerns what is said; checked in the campaign review.',
  duties: () => [
    {
      kind: 'message',
      when: 'every-call',
      content: "caller's name, principal's name, telephone number or address",
    },
  ],
  review: ({ campaign, flow }) =>
    campaign.voice === 'live' && flow.identifies !== true
      ? [
          {
            topic: 'preparation',
            severity: 'notice',
            message: 'The script is not known to name caller, principal and a number or address.',
            remedy: 'Put them at the start of the script.',
          },
        ]
      : [],
});

/** Sales calls disclose seller, purpose, goods and prize terms. */
export const promptDisclosures: Rule = rule<string>({
  id: 'us.tsr.disclosure',
  jurisdiction: 'US',
  title: 'Prompt disclosures',
  citation: '16 CFR 310.4(d), (e)',
  purposes: SOLD,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '1995-12-31',
        value: 'seller, purpose to sell, nature of goods, no-purchase term for prizes',
        source: tsr('310.4(d), (e)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Concerns what is said; checked in the campaign review.',
  duties: () => [
    {
      kind: 'message',
      when: 'every-call',
      content: 'seller, purpose to sell, nature of the goods, no purchase needed for prizes',
    },
  ],
  review: ({ campaign }) =>
    campaign.purpose === 'telemarketing'
      ? [
          {
            topic: 'preparation',
            severity: 'notice',
            message: 'Sales calls disclose promptly: seller, purpose, goods, prize terms.',
            remedy: 'Put it into the script.',
          },
        ]
      : [],
});
