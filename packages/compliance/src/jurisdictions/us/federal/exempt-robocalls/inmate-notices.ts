/** Notices of inmate calling services: 47 CFR 64.1200(a)(9)(ii). */
import { rule, type Rule } from '../../../../engine/rule.js';
import { tcpa } from '../../sources.js';
import { INMATE, isSameEvent, needsExemption, notExempt, wirelessExemption } from './terms.js';

/** Three notices after a failed collect call. */
export const inmateNotices: Rule = rule<number>({
  id: 'us.tcpa.inmate_exempt',
  jurisdiction: 'US',
  title: 'Inmate calling notices: three after each failed collect call',
  citation: '47 CFR 64.1200(a)(9)(ii)',
  purposes: ['informational'],
  voices: 'recorded',
  parameter: {
    unit: 'notices per failed collect call',
    values: [
      {
        from: null,
        undated: 'The exemption stood in orders before it was codified; it and its conditions go together.',
        value: 3,
        source: tcpa('(a)(9)(ii)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: (context, at, max) => {
    if (!INMATE.test(context.campaign.content ?? '') || !needsExemption(context, at)) return undefined;
    if (wirelessExemption(context, at) !== 'inmate') return notExempt(context, at, 'inmate calling notices');
    const sent = context.history.filter((entry) => isSameEvent(entry, context)).length;
    return sent < max
      ? undefined
      : {
          until: null,
          because: `${sent} notices after this failed collect call; at most ${max} are allowed.`,
        };
  },
});
