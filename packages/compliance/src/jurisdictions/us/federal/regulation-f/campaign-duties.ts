/** What Regulation F asks of a campaign: third parties, identity, records; and the state law beside it. */
import { rule, type Rule } from '../../../../engine/rule.js';
import { regulationF } from '../../sources.js';
import { DEBT } from './terms.js';

/** Third parties are called once, without disclosing the debt. */
export const thirdParties: Rule = rule({
  id: 'us.regf.third_party',
  jurisdiction: 'US',
  title: 'Location calls to third parties once, without disclosing the debt',
  citation: '12 CFR 1006.10(c), 1006.6(d)',
  purposes: DEBT,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-11-30',
        value: 'once unless asked',
        source: regulationF('1006.10(c), 1006.6(d)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'The request is about the consumer; calls to third parties are judged in the campaign review.',
  review: ({ campaign }) =>
    campaign.purpose === 'debt-collection'
      ? [
          {
            topic: 'preparation',
            severity: 'notice',
            message: 'Third parties are called once, without disclosing the debt.',
            remedy: 'Keep them out of the list.',
          },
        ]
      : [],
});

/** Every call states a meaningful identity. */
export const identity: Rule = rule({
  id: 'us.regf.identity',
  jurisdiction: 'US',
  title: 'Meaningful identity; limited-content voicemail',
  citation: '12 CFR 1006.14(g), 1006.2(j)',
  purposes: DEBT,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-11-30',
        value: 'identity on every call',
        source: regulationF('1006.14(g), 1006.2(j)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Concerns what is said; judged in the campaign review.',
  duties: () => [
    {
      kind: 'message',
      when: 'every-call',
      content: 'meaningful identity; on voicemail only the limited content',
    },
  ],
  review: ({ campaign }) =>
    campaign.purpose === 'debt-collection'
      ? [
          {
            topic: 'preparation',
            severity: 'notice',
            message: 'Collectors state their identity; voicemail carries only the limited content.',
            remedy: 'Check script and voicemail.',
          },
        ]
      : [],
});

/** Records are kept three years. */
export const records: Rule = rule<number>({
  id: 'us.regf.records',
  jurisdiction: 'US',
  title: 'Records kept three years',
  citation: '12 CFR 1006.100',
  purposes: DEBT,
  parameter: {
    unit: 'years after the last activity',
    values: [
      {
        from: '2021-11-30',
        value: 3,
        source: regulationF('1006.100'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'A duty, not a matter of one call.',
  duties: (years) => [
    {
      kind: 'records',
      years,
      what: 'collection activity after the last activity; recordings after the call',
    },
  ],
});

/** Stricter state law survives. */
export const stateLaw: Rule = rule({
  id: 'us.regf.state',
  jurisdiction: 'US',
  title: 'Stricter state law survives',
  citation: '12 CFR 1006.104',
  purposes: DEBT,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-11-30',
        value: 'state rules run beside these',
        source: regulationF('1006.104'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Every applicable rule runs and the strictest wins.',
});
