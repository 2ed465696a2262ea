/** Ofcom's policy on persistent misuse: abandoned calls and how long calls ring. */
import { ALL_PURPOSES, rule, type Rule } from '../../engine/rule.js';
import { reviewAbandonmentMessage, reviewConnectGrace } from '../../rules/abandonment-message.js';
import { abandonmentLimit, minimumRing, type AbandonmentShare } from '../../rules/abandonment-limit.js';
import { MISUSE, ofcom } from './sources.js';

const BENCHMARK: AbandonmentShare = { share: { abandoned: 3, of: 100 }, window: '24 hours from midnight' };

/** Abandoned calls: 3 % in 24 hours as a benchmark. */
export const abandonedCalls: Rule = abandonmentLimit({
  id: 'uk.ofcom.abandon',
  jurisdiction: 'GB',
  title: 'Abandoned calls: 3 % in 24 hours as a benchmark',
  citation: MISUSE,
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'share of live calls',
    values: [
      {
        from: '2008-09-10',
        value: BENCHMARK,
        source: ofcom('2008/2010 text: a tolerance'),
        verification: 'secondary',
        verifiedOn: '2026-11-22',
      },
      {
        from: '2017-03-01',
        value: BENCHMARK,
        source: ofcom('2016-12-20, in force 2017-03-01: no tolerance, harm decides'),
        verification: 'secondary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  measure: {
    regulator: 'Ofcom',
    formula:
      '(abandoned calls + estimate of persons taken for machines) / (calls passed to an agent + abandoned ' +
      'calls + the same estimate)',
    denominator: 'passed-or-abandoned',
    addsDetectionErrors: true,
  },
  remarks:
    'The tolerance ended on 2017-02-28: the figure is a benchmark, no safe harbour, and cases are ' +
    'ranked by harm (statement of 2016-12-20, read about; its annex 3 has the rate and was not read). ' +
    'Read in the consultation of 2010 (4.71-4.73): the rate is of live calls alone, and a reasoned ' +
    'estimate of calls that machines answered leaves the abandoned calls where no detection runs; read ' +
    'about: persons whom detection takes for machines are added. How the fraction is written is from ' +
    'memory. Without detection the counts here are not reduced, which states the rate too high.',
});

/** Abandoned calls hear a short message within 2 s. */
export const abandonedCallMessage: Rule = rule<number>({
  id: 'uk.ofcom.info2s',
  jurisdiction: 'GB',
  title: 'Abandoned calls hear a short message within 2 s',
  citation: 'Ofcom statement 2008/2010',
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'ms',
    values: [
      {
        from: '2008-09-10',
        value: 2000,
        source: ofcom('2008/2010 text, published 2008-09-10'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Company name and a free or low-cost number, no marketing. A duty of the engine.',
  duties: (ms) => [
    { kind: 'connect-grace', ms },
    {
      kind: 'message',
      when: 'abandoned',
      content: 'company name and a free or low-cost number within 2 s; no marketing',
    },
  ],
  review: (question) => [
    ...reviewAbandonmentMessage(question, { severity: 'refuses', asksOptOut: false }),
    ...reviewConnectGrace(question),
  ],
});

/** Unanswered calls ring at least 15 s. */
export const ringTime: Rule = minimumRing({
  id: 'uk.ofcom.ring15',
  jurisdiction: 'GB',
  title: 'Unanswered calls ring at least 15 s',
  citation: 'Ofcom persistent misuse statement',
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'ms',
    values: [
      {
        from: '2008-09-10',
        value: 15_000,
        source: ofcom('2008/2010 text, published 2008-09-10'),
        verification: 'secondary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
});
