/** Collection laws of states that set no number of calls. */
import { rule, type Rule } from '../../../engine/rule.js';
import { COLLECTION } from './collection-cap.js';

/** States whose collection laws are named for the reader; no call is decided by them. */
export const furtherCollectionLaws: Rule = rule<string>({
  id: 'us.debt.others',
  jurisdiction: 'US',
  title: 'Further state collection laws',
  citation: 'various',
  purposes: COLLECTION,
  parameter: {
    unit: 'text',
    values: [
      {
        from: null,
        undated: 'A list of states, whose laws began on different days.',
        value: 'Nevada, Vermont and others',
        source: {
          title: 'State collection laws',
          href: 'https://www.law.cornell.edu/states/listing',
          pinpoint: 'by state',
        },
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks:
    'No number of calls is known there, so there is nothing to decide call by call. Hours that bind ' +
    'creditors, too, are rules of their states; where a state has none here, calls of creditors refuse ' +
    'as not modelled.',
});
