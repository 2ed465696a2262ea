/** Pauses after which a number may be called without a guaranteed agent again. */
import type { HistoryEntry } from '../../contract.js';
import type { DatedValue } from '../../engine/parameter.js';
import { isToThisPhone } from '../../engine/history.js';
import { ALL_PURPOSES, rule, type Rule, type RuleSpec } from '../../engine/rule.js';
import { capRefusal } from '../../rules/frequency-cap.js';
import { HOUR_MS } from '../../time/civil-date.js';
import { ofcom } from './sources.js';

interface PauseSpec extends Pick<RuleSpec<number>, 'id' | 'title' | 'citation' | 'remarks'> {
  readonly after: 'abandoned' | 'machine';
  readonly unit: string;
  readonly values: readonly DatedValue<number>[];
  /** True for an outcome that begins the pause. */
  readonly begins: (outcome: HistoryEntry['outcome']) => boolean;
  readonly because: string;
}

/** Builds a pause in which the number is called only with an agent guaranteed. */
function agentGuaranteed({ after, unit, values, begins, because, ...spec }: PauseSpec): Rule {
  return rule<number>({
    ...spec,
    jurisdiction: 'GB',
    purposes: ALL_PURPOSES,
    scope: 'call',
    parameter: { unit, values },
    check: (context, at, hours) => {
      if (!context.mayLackAgent) return undefined;
      const found = capRefusal(
        context,
        at,
        { max: 1, period: { hours } },
        (entry) => entry.direction === 'outbound' && begins(entry.outcome) && isToThisPhone(entry, context),
        after,
      );
      return found && { until: found.until, because };
    },
    duties: (hours) => [{ kind: 'retry-ban', after, pauseMs: hours * HOUR_MS }],
  });
}

/** After an abandoned call, 72 hours only with an agent guaranteed. */
export const afterAbandonedCall: Rule = agentGuaranteed({
  id: 'uk.ofcom.72h',
  title: 'After an abandoned call, 72 hours only with an agent guaranteed',
  citation: 'Ofcom persistent misuse statement (2008/2010 text; general policy since 2017-03-01)',
  after: 'abandoned',
  unit: 'hours after an abandoned call to the number',
  values: [
    {
      from: '2008-09-10',
      value: 72,
      source: ofcom('2008/2010 text, published 2008-09-10'),
      verification: 'secondary',
      verifiedOn: '2026-11-22',
    },
  ],
  begins: (outcome) => outcome === 'abandoned',
  because: 'A call to this number was abandoned within 72 hours: call again only with an agent guaranteed.',
});

/** After machine detection, 24 hours only with an agent guaranteed. */
export const afterMachineDetection: Rule = agentGuaranteed({
  id: 'uk.ofcom.amd24h',
  title: 'After machine detection, 24 hours only with an agent guaranteed',
  citation: 'Ofcom statement 2010',
  after: 'machine',
  unit: 'hours after a machine result at the number',
  values: [
    {
      from: '2011-02-01',
      value: 24,
      source: ofcom('2010 text, in force 2011-02-01'),
      verification: 'memory',
      verifiedOn: '2026-11-22',
    },
  ],
  begins: (outcome) => outcome === 'machine' || outcome === 'voicemail',
  because:
    'Machine detection ended a call to this number within 24 hours: ' +
    'call again only with an agent guaranteed.',
  remarks: 'False positives count in the abandonment rate, by a reasoned estimate.',
});
