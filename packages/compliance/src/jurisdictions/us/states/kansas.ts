/** Kansas: the national registry by state law, with an age of its own; federal hours. */
import { hasConsent, hasRelationship } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import { rule } from '../../../engine/rule.js';
import type { Source } from '../../../engine/parameter.js';
import { registryAge } from '../../../rules/registry-age.js';
import { recordedSalesBan } from '../state-rules/recorded-sales-ban.js';
import { reviewNote } from '../state-rules/review-note.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';
import { EVER_MONTHS, isBusiness } from '../terms.js';

const noCallAct: Source = {
  title: 'Kansas Statutes, No-Call Act',
  href: 'http://ksrevisor.org/statutes/chapters/ch50/050_006_0070a.html',
  pinpoint: '50-670(a)(1)-(4), 50-670a(a)-(c)',
};

/** An unsolicited consumer telephone call: nobody asked for it, and caller and person have no dealings. */
function isUnsolicited(context: Context, at: number): boolean {
  return !(
    isBusiness(context) ||
    context.lead.existingContract === true ||
    hasConsent(context, at, 'express') ||
    hasRelationship(context, at, { transactionMonths: EVER_MONTHS, inquiryMonths: EVER_MONTHS })
  );
}

/** The calling law of Kansas. */
export const kansas: StateLaw = {
  code: 'KS',
  rules: [
    reviewNote({
      id: 'us.ks',
      jurisdiction: 'US-KS',
      title: 'No state calling hours found; federal hours apply',
      citation: 'various',
      values: [
        {
          from: null,
          undated: UNDATED.noRule,
          value: 'federal hours',
          source: {
            title: 'State law',
            href: 'https://www.law.cornell.edu/states/kansas',
            pinpoint: 'various',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'The terms of K.S.A. 50-670(a) were read; what (b) asks of recorded messages is from memory ' +
        '(us.ks.adad_sales), as is what it asks of the script: name, business and purpose at once, an ' +
        'end at a negative answer.',
    }),
    recordedSalesBan({
      id: 'us.ks.adad_sales',
      jurisdiction: 'US-KS',
      title: 'Kansas: a recorded message of an unsolicited call does not sell',
      citation: 'K.S.A. 50-670(b)(6)',
      lifted: (context, at) => !isUnsolicited(context, at),
      because:
        'A recorded message of an unsolicited call may not advertise in Kansas; no request, contract or ' +
        'relationship is on file.',
      values: [
        {
          from: null,
          undated: UNDATED.amended,
          value: 'who calls and why, and no advertisement',
          source: { ...noCallAct, pinpoint: '50-670(b)(6)' },
          verification: 'memory',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'From memory, the stricter reading, and switchable by name: where a device answers the line, its ' +
        'message names who calls and holds no unsolicited advertisement. A person may still call.',
    }),
    rule<string>({
      id: 'us.ks.no_call',
      jurisdiction: 'US-KS',
      title: 'Kansas: no unsolicited sales calls to registered numbers',
      citation: 'K.S.A. 50-670, 50-670a',
      parameter: {
        unit: 'text',
        values: [
          {
            from: null,
            undated: UNDATED.amended,
            value: 'numbers on the national registry are not called',
            source: noCallAct,
            verification: 'primary',
            verifiedOn: '2026-11-27',
          },
        ],
      },
      needs: ['lead.doNotCall'],
      check: (context, at) =>
        context.lead.doNotCall?.national === true && isUnsolicited(context, at)
          ? {
              until: null,
              because: 'The number is registered: Kansas forbids unsolicited sales calls to it.',
            }
          : undefined,
      remarks:
        'The list of the state is the national one: its Attorney General directs consumers to it. Outside: ' +
        'calls the person asked for or agreed to, a contract or debt in progress, a relationship ' +
        'however old until the person objects. The text names no exception for nonprofits that sell.',
    }),
    registryAge({
      id: 'us.ks.no_call_30day',
      jurisdiction: 'US-KS',
      registry: 'US',
      title: 'Kansas: the registry is consulted every 30 days',
      citation: 'K.S.A. 50-670a(a)',
      parameter: {
        unit: 'days',
        values: [
          {
            from: null,
            undated: UNDATED.amended,
            value: 30,
            source: noCallAct,
            verification: 'primary',
            verifiedOn: '2026-11-27',
          },
        ],
      },
      concerns: isUnsolicited,
      remarks: 'A day less than federal law; leads stay untouched until a new copy is there.',
    }),
  ],
};
