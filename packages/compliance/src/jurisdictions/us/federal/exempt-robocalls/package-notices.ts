/** Notices about packages: 47 CFR 64.1200(a)(9)(i). */
import { rule, type Rule } from '../../../../engine/rule.js';
import { tcpa } from '../../sources.js';
import { INMATE, PACKAGE, isSameEvent, needsExemption, notExempt, wirelessExemption } from './terms.js';

/**
 * Further notices allowed where a signature is needed and the recipient was missed: one for each of two
 * attempts, (a)(9)(i)(E).
 */
const SIGNATURE_ATTEMPTS = 2;

/** One notice a package. */
export const packageNotices: Rule = rule<number>({
  id: 'us.tcpa.pkg_exempt',
  jurisdiction: 'US',
  title: 'Package notices: one per package',
  citation: '47 CFR 64.1200(a)(9)(i)',
  purposes: ['informational'],
  voices: 'recorded',
  parameter: {
    unit: 'notices per package',
    values: [
      {
        from: '2023-07-20',
        value: 1,
        source: tcpa('(a)(9)(i)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: (context, at, once) => {
    const content = context.campaign.content ?? '';
    if (INMATE.test(content) || !PACKAGE.test(content) || !needsExemption(context, at)) return undefined;
    if (wirelessExemption(context, at) !== 'package') return notExempt(context, at, 'package notices');
    const max = /signature/i.test(content) ? once + SIGNATURE_ATTEMPTS : once;
    const sent = context.history.filter((entry) => isSameEvent(entry, context)).length;
    return sent < max
      ? undefined
      : {
          until: null,
          because:
            `${sent} notices about this package; the exemption allows ${max} ` +
            `(one more for each missed signature, at most ${SIGNATURE_ATTEMPTS}). ` +
            'Further calls need consent.',
        };
  },
  remarks:
    'About one minute, the carrier named, an opt-out honoured within 6 business days, no marketing: ' +
    'nothing here checks these.',
});
