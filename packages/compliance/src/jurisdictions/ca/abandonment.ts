/** Calls of predictive dialers that no agent takes: the limit, and what counts. */
import { rule, type Rule } from '../../engine/rule.js';
import { abandonmentLimit } from '../../rules/abandonment-limit.js';
import { reviewAbandonmentMessage, reviewConnectGrace } from '../../rules/abandonment-message.js';
import { isNoSolicitation } from './solicitation.js';
import { utr } from './sources.js';

/** The limit on abandoned calls. */
export const abandonedCalls: Rule = abandonmentLimit({
  id: 'ca.pdd5',
  jurisdiction: 'CA',
  title: 'At most 5 % of calls abandoned in a calendar month',
  citation: 'CRTC Unsolicited Telecommunications Rules, Part III',
  purposes: ['telemarketing', 'charity', 'political'],
  parameter: {
    unit: 'share',
    values: [
      {
        from: '2008-09-30',
        value: { share: { abandoned: 5, of: 100 }, window: 'calendar month' as const },
        source: utr('Part III; with the National Do Not Call List, in force 2008-09-30'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  measure: {
    regulator: 'CRTC',
    formula: 'answered calls without an agent within 2 s / all answered calls of the dialer in the month',
    denominator: 'live-answers',
    addsDetectionErrors: false,
  },
  exempt: isNoSolicitation,
  remarks:
    'Predictive dialing; records kept three years. The Rules stand in the appendix of Decisions 2007-48 ' +
    'and 2008-6, whose first pages alone could be read: share, month, two seconds and formula are ' +
    'from memory.',
  furtherDuties: [{ kind: 'records', years: 3, what: 'abandonment records' }],
});

/** When a call counts as abandoned. */
export const connectGrace: Rule = rule<number>({
  id: 'ca.pdd2s',
  jurisdiction: 'CA',
  title: 'Abandoned: no agent within 2 s after the answer',
  citation: 'CRTC Unsolicited Telecommunications Rules, definitions',
  purposes: ['telemarketing', 'charity', 'political'],
  parameter: {
    unit: 'ms',
    values: [
      {
        from: '2008-09-30',
        value: 2000,
        source: utr('definitions; with the National Do Not Call List, in force 2008-09-30'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'A duty of the engine.',
  duties: (ms) => [{ kind: 'connect-grace', ms }],
  // The rules count abandoned calls, but ask for no message: that is advice.
  review: (question) => [
    ...reviewAbandonmentMessage(question, { severity: 'notice', asksOptOut: false }),
    ...reviewConnectGrace(question),
  ],
});
