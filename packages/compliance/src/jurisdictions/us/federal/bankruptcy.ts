/** The automatic stay of bankruptcy, which stops collection calls of creditors and collectors alike. */
import { rule, type Rule } from '../../../engine/rule.js';

/** No collection calls while the stay lasts. */
export const bankruptcyStay: Rule = rule<string>({
  id: 'us.bankruptcy.stay',
  jurisdiction: 'US',
  title: 'Bankruptcy stays collection calls',
  citation: '11 U.S.C. 362(a)(6), 524(a)(2)',
  purposes: ['debt-collection'],
  parameter: {
    unit: 'text',
    values: [
      {
        from: '1979-10-01',
        value: 'no act to collect a claim that arose before the case',
        source: {
          title: 'Bankruptcy Code, title 11 of the United States Code',
          href: 'https://www.law.cornell.edu/uscode/text/11/362',
          pinpoint: '362(a)(6); 524(a)(2) after a discharge',
        },
        verification: 'memory',
        verifiedOn: '2026-11-25',
      },
    ],
  },
  check: ({ lead }) =>
    lead.bankrupt === true
      ? { until: null, because: 'The person is in bankruptcy: the automatic stay forbids collection calls.' }
      : undefined,
  remarks:
    'Binds creditors and collectors. Debts that arose after the petition, and debts that the court ' +
    'released from the stay, are outside: such calls go without the fact.',
});
