/** Abandoned calls and ring time, FCC and FTC. */
import { rule, type Rule } from '../../../engine/rule.js';
import { isSalesCampaign } from '../../../review/campaign-kind.js';
import { reviewAbandonmentMessage, reviewConnectGrace } from '../../../rules/abandonment-message.js';
import { abandonmentLimit, minimumRing, type AbandonmentShare } from '../../../rules/abandonment-limit.js';
import { tcpa, tsr } from '../sources.js';
import { isCampaignOutsideTsr, isOutsideTsr } from '../terms.js';

const THREE_PERCENT: AbandonmentShare = {
  share: { abandoned: 3, of: 100 },
  window: 'each 30 days of the campaign',
};

/** Abandonment and ring-time rules of federal law. */
export const federalAbandonment: readonly Rule[] = [
  minimumRing({
    id: 'us.tcpa.ring15',
    jurisdiction: 'US',
    title: 'Unanswered sales calls ring 15 seconds or four rings',
    citation: '47 CFR 64.1200(a)(6)',
    purposes: ['telemarketing'],
    parameter: {
      unit: 'ms',
      values: [
        {
          from: '2003-10-01',
          value: 15_000,
          source: tcpa('(a)(6)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks:
      'Tax-exempt organisations that sell are inside: the exemption of (a)(7)(iv) is for abandoned ' +
      'calls alone.',
    reviewed: isSalesCampaign,
  }),
  abandonmentLimit({
    id: 'us.tcpa.abandon3',
    jurisdiction: 'US',
    title: 'At most 3 % of live answers abandoned',
    citation: '47 CFR 64.1200(a)(7)',
    purposes: ['telemarketing'],
    parameter: {
      unit: 'share of live answers',
      values: [
        {
          from: '2008-10-01',
          value: THREE_PERCENT,
          source: tcpa('(a)(7)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    measure: {
      regulator: 'FCC',
      formula:
        'calls answered live by a person and not connected to a representative within 2 s of the ' +
        'completed greeting / all calls answered live by a person',
      denominator: 'live-answers',
      addsDetectionErrors: false,
    },
    exempt: (context) => context.campaign.taxExempt === true,
    remarks:
      'Per campaign, each successive 30 days alone. Abandoned: ' +
      'not connected to a live representative within 2 s of the completed greeting. ' +
      'Machines are no live answers. Only telemarketing; not tax-exempt nonprofits.',
    campaignExempt: (campaign) => campaign.taxExempt === true,
    review: (question) => (isSalesCampaign(question.campaign) ? reviewConnectGrace(question) : []),
  }),
  abandonmentLimit({
    id: 'us.tsr.abandon',
    jurisdiction: 'US',
    title: 'Safe harbour for abandoned calls: at most 3 %, 15 s of ringing',
    citation: '16 CFR 310.4(b)(1)(iv), (b)(4)',
    purposes: ['telemarketing', 'charity'],
    parameter: {
      unit: 'share of live answers',
      values: [
        {
          from: '2008-10-01',
          value: THREE_PERCENT,
          source: tsr('310.4(b)(1)(iv), (b)(4)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    measure: {
      regulator: 'FTC',
      formula:
        'calls answered by a person and not connected to a representative within 2 s of the completed ' +
        'greeting / all calls answered by a person (until 2008-09-30: per day and campaign)',
      denominator: 'live-answers',
      addsDetectionErrors: false,
    },
    exempt: isOutsideTsr,
    minimumRing: 15_000,
    remarks:
      'Over the campaign where it is shorter than 30 days, else each successive 30-day period; ' +
      'recorded message within 2 s; records.',
    campaignExempt: isCampaignOutsideTsr,
    furtherDuties: [
      {
        kind: 'message',
        when: 'abandoned',
        content: "recorded message with the seller's name and number, promptly after 2 s",
      },
    ],
  }),
  rule<string>({
    id: 'us.tcpa.abandon_message',
    jurisdiction: 'US',
    title: 'Abandoned calls hear who called, with an opt-out',
    citation: '47 CFR 64.1200(a)(7)(i)',
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2013-01-14',
          value: 'telemarketing purpose, name, number for do-not-call requests, key-press opt-out',
          source: tcpa('(a)(7)(i)(A)-(B)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Judged in the campaign review and set as a duty: it concerns what is played, not whom to call.',
    duties: () => [
      {
        kind: 'message',
        when: 'abandoned',
        content:
          'telemarketing purpose, name of the party, telephone number for do-not-call requests; ' +
          'automated opt-out by key press or voice; no more',
      },
    ],
    review: (question) =>
      isSalesCampaign(question.campaign)
        ? reviewAbandonmentMessage(question, { severity: 'refuses', asksOptOut: true })
        : [],
  }),
  rule<number>({
    id: 'us.tcpa.prerec_not_abandoned',
    jurisdiction: 'US',
    title: 'A consented recorded message must start within 2 s',
    citation: '47 CFR 64.1200(a)(7)(ii)',
    parameter: {
      unit: 'ms',
      values: [
        {
          from: '2003-10-01',
          value: 2000,
          source: tcpa('(a)(7)(ii); 68 FR 44144, effective 2003-10-01'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'A duty of the engine: the message starts within the connect grace.',
    duties: (ms) => [{ kind: 'connect-grace', ms }],
  }),
];
