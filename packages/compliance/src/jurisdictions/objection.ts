/**
 * The right to object to direct marketing: in force in every member state of the European Union, and in the
 * same form elsewhere.
 */
import type { Purpose } from '../contract.js';
import { defined } from '../defined.js';
import { internalRequestAt } from '../engine/internal-request.js';
import type { Source } from '../engine/parameter.js';
import { rule, type Rule } from '../engine/rule.js';

const GDPR: Source = {
  title: 'Regulation (EU) 2016/679',
  href: 'https://eur-lex.europa.eu/eli/reg/2016/679/art_21/oj',
  pinpoint: 'art. 21(2)-(3)',
};

/** Where a country's law gives the right, and since when. */
export interface ObjectionSource {
  readonly source: Source;
  /** First local date, or null where it is not recorded; `undated` then says why. */
  readonly from: string | null;
  readonly undated?: string;
}

const EUROPEAN: ObjectionSource = { source: GDPR, from: '2018-05-25' };

/** Builds the rule that a known request to stop blocks at once (policy.internal_dnc_immediate). */
export function objectionRule(
  id: string,
  jurisdiction: string,
  purposes: readonly Purpose[],
  { source, from, undated }: ObjectionSource = EUROPEAN,
): Rule {
  return rule<string>({
    id,
    jurisdiction,
    title: 'A person who asked to stop is not called',
    citation: source === GDPR ? 'Regulation (EU) 2016/679 art. 21' : source.pinpoint,
    purposes,
    needs: ['lead.doNotCall'],
    parameter: {
      unit: 'text',
      values: [
        {
          from,
          ...defined({ undated }),
          value: 'from the request on',
          source,
          verification: 'memory',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    check: (context, at) =>
      internalRequestAt(context, at) === undefined
        ? undefined
        : { until: null, because: 'The person asked this caller to stop.' },
    remarks: 'A known opt-out blocks at once.',
  });
}
