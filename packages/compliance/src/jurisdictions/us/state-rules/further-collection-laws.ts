/** Collection laws of states that set no number of calls. */
import { rule, type Rule } from '../../../engine/rule.js';
import { COLLECTION } from './collection-cap.js';

/** States whose collection laws are named for the reader; no call is decided by them. */
export const furtherCollectionLaws: Rule = rule<string>({
  id: 'us.debt.others',
  jurisdiction: 'US',
  title: 'Further state collection laws',
  citation: 'ORS 646.639; RSA 358-C; and others',
  purposes: COLLECTION,
  parameter: {
    unit: 'text',
    values: [
      {
        from: null,
        value:
          'Oregon, New Hampshire, Pennsylvania, Iowa, Michigan, North Carolina, Texas, Nevada, California',
        source: {
          title: 'State collection laws',
          href: 'https://www.law.cornell.edu/states/listing',
          pinpoint: 'ORS 646.639; RSA 358-C',
        },
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks:
    'No numeric cap is known, so there is nothing to decide call by call; ' +
    'California copies the federal hours.',
});
