/** Calls that the federal rules do not cover, or cover through other rules: notes for the reader. */
import { rule, type Rule } from '../../../../engine/rule.js';
import { tcpa, tsr } from '../../sources.js';

/** One seller per consent: vacated before it took effect. */
export const oneSellerPerConsent: Rule = rule<string>({
  id: 'us.fcc.one_to_one',
  jurisdiction: 'US',
  title: 'One seller per consent: vacated before it took effect',
  citation: '47 CFR 64.1200(f)(9)',
  purposes: ['telemarketing'],
  parameter: {
    unit: 'text',
    values: [
      {
        from: null,
        undated: 'It was vacated before its first day, so it never began.',
        value: 'not enforced',
        source: tcpa('(f)(9)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks:
    'Vacated by IMC v. FCC (11th Cir. 2025-01-24). A consent that names sellers is still limited to them.',
});

/** Political calls. */
export const politicalCalls: Rule = rule<string>({
  id: 'us.pol.federal',
  jurisdiction: 'US',
  title: 'Political calls',
  citation: '47 CFR 64.1200(a)(1)(iii), (a)(3)(ii)',
  purposes: ['political'],
  parameter: {
    unit: 'text',
    values: [
      {
        from: '1992-12-20',
        value:
          'live list-dialed calls are free; recorded ones need consent (wireless) or are capped ' +
          '(residential)',
        source: tcpa('(a)(1)(iii), (a)(3)(ii)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks:
    'Applied by us.tcpa.wireless_auto and us.tcpa.res_exempt_3in30. ' +
    'Some states restrict recorded political calls; they are not modelled and refuse.',
});

/** Calls to businesses are outside, except for office and cleaning supplies. */
export const businessCalls: Rule = rule<string>({
  id: 'us.tsr.b2b',
  jurisdiction: 'US',
  title: 'Calls to businesses are outside, but for office and cleaning supplies',
  citation: '16 CFR 310.6(b)(7)',
  purposes: ['telemarketing'],
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2024-05-16',
        value: 'misrepresentation to businesses is covered',
        source: tsr('310.6(b)(7)'),
        verification: 'secondary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Applied inside the rules of the Telemarketing Sales Rule through campaign.content or subject.',
});
