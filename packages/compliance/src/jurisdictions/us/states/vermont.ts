/** Vermont: no calling hours of its own were found; the federal hours apply. */
import { reviewNote } from '../state-rules/review-note.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Vermont. */
export const vermont: StateLaw = {
  code: 'VT',
  registration: 'asked',
  rules: [
    reviewNote({
      id: 'us.vt',
      jurisdiction: 'US-VT',
      title: 'No state calling hours found; federal hours apply',
      citation: 'various',
      values: [
        {
          from: null,
          undated: UNDATED.noRule,
          value: 'federal hours',
          source: {
            title: 'State law',
            href: 'https://www.law.cornell.edu/states/vermont',
            pinpoint: 'various',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Registration with the Secretary of State (9 V.S.A. 2464b); no hours to decide. What 2464a(b) ' +
        'says of registered numbers was read about alone: the federal registry rules stand for it.',
    }),
    reviewNote({
      id: 'us.vt.robocalls',
      jurisdiction: 'US-VT',
      title: 'Vermont: robocalls as far as federal law forbids them',
      citation: '9 V.S.A. 2464e(a)-(b)',
      voices: 'recorded',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: 'coextensive with the federal limits',
          source: {
            title: 'Vermont Statutes, title 9',
            href: 'https://legislature.vermont.gov/statutes/section/09/063/02464e',
            pinpoint: '2464e(a)-(b)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks: 'The section adds a penalty of the state and no further limit, so the federal rules decide.',
    }),
  ],
};
