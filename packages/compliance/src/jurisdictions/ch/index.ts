/** Switzerland: the act against unfair competition. */
import { hasConsent } from '../../engine/consent.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { rule, type Rule } from '../../engine/rule.js';
import { mayLackAgents } from '../../review/campaign-kind.js';
import { consentNeeded, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { objectionRule } from '../objection.js';
import { registerRule } from '../register.js';

const OFCOM_PAGE: Source = {
  title: 'Federal Office of Communications, mass mailings and telephone advertising',
  href:
    'https://www.bakom.admin.ch/bakom/fr/home/telekommunikation/nuetzliche-infos/spam-spamming-spammer/' +
    'wann-ist-der-massenversand-erlaubt.html',
  pinpoint: 'UWG art. 3 (1) (o); publicité par téléphone',
};

const rules: readonly Rule[] = [
  registerRule({
    id: 'ch.directory',
    jurisdiction: 'CH',
    title: 'No sales calls to people with an asterisk in the directory, or without an entry',
    citation: 'UWG art. 3 (1) (u)',
    values: [
      {
        from: '2012-04-01',
        value: 'numbers with an asterisk',
        source: {
          title: 'Federal Office of Communications, new provision',
          href:
            '' +
            'https://www.bakom.admin.ch/bakom/fr/page-daccueil/l-ofcom/' +
            'informations-de-l-ofcom/ofcom-infomailing/' +
            'ofcom-infomailing-30/publicite-par-telephone-non-souhaitee-nouvelle-disposition.html',
          pinpoint: 'in force 2012-04-01',
        },
        verification: 'secondary',
        verifiedOn: '2026-11-25',
      },
      {
        from: '2021-01-01',
        value: 'numbers with an asterisk, and numbers without an entry',
        source: {
          title: 'SECO, unsolicited advertising calls',
          href:
            '' +
            'https://www.seco.admin.ch/seco/fr/home/Werbe_Geschaeftsmethoden/' +
            'Unlauterer_Wettbewerb/Unerbetene_Werbeanrufe.html',
          pinpoint: 'UWG art. 3 (1) (u)',
        },
        verification: 'secondary',
        verifiedOn: '2026-11-25',
      },
    ],
    because: 'The number has an asterisk in the directory, or no entry.',
    lifted: (context, at) => context.lead.existingContract === true || hasConsent(context, at, 'express'),
    remarks:
      'Set doNotCall.national for numbers with an asterisk and for numbers without an entry. A business ' +
      'relation ' +
      '(existingContract) or consent to this caller lifts it. The date of the second value is from ' +
      'memory. No ' +
      'statutory hours were found.',
    review: ({ campaign }) =>
      campaign.purpose === 'telemarketing'
        ? [
            {
              topic: 'registry',
              severity: 'notice',
              message:
                'Numbers without an entry in the Swiss directory are protected as those with an asterisk ' +
                'are, and ' +
                'the number shown must be entered in it for the caller (UWG art. 3 (1) (v), from memory).',
              remedy: 'Compare the list with the directory, and mark both as do-not-call.',
            },
          ]
        : [],
  }),
  consentNeeded({
    id: 'ch.recorded',
    jurisdiction: 'CH',
    title: 'Recorded advertising calls only with consent',
    citation: 'UWG art. 3 (1) (o)',
    voices: 'recorded',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2007-04-01',
          value: 'express' as const,
          source: OFCOM_PAGE,
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    what: 'Recorded advertising in Switzerland',
    remarks:
      'The page read says that advertising from a recording is barred; the statute, that consent lifts ' +
      'it.',
    review: (question) => reviewRecordedMarketing(question, 'Switzerland'),
  }),
  rule<string>({
    id: 'ch.agent_ready',
    jurisdiction: 'CH',
    title: 'No advertising calls that may find no agent',
    citation: 'UWG art. 3 (1) (o), as the Federal Office of Communications reads it',
    scope: 'call',
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2007-04-01',
          value: 'no machine that calls and hangs up where no agent is free',
          source: OFCOM_PAGE,
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    check: (context) =>
      context.mayLackAgent
        ? {
            until: null,
            because:
              'A machine may not call and hang up where no agent is free: dial with a reserved agent ' +
              '(progressive, preview, manual).',
          }
        : undefined,
    remarks: 'Predictive and power dialing, and agentless calls that transfer, are refused.',
    review: ({ campaign }) =>
      campaign.purpose === 'telemarketing' && mayLackAgents(campaign)
        ? [
            {
              topic: 'abandonment',
              severity: 'notice',
              message: 'Advertising calls into Switzerland that may find no agent are refused.',
              remedy: 'Dial with a reserved agent: progressive, preview or manual.',
            },
          ]
        : [],
  }),
  objectionRule('ch.internal', 'CH', ['telemarketing'], {
    source: {
      title: 'Bundesgesetz über den Datenschutz',
      href: 'https://www.fedlex.admin.ch/eli/cc/2022/491/de#art_30',
      pinpoint: 'DSG art. 30 (2) (b)',
    },
    from: '2023-09-01',
  }),
];

/** Rules of Switzerland. */
export const switzerland: Pack = {
  country: 'CH',
  name: 'Switzerland',
  timeZone: 'Europe/Zurich',
  rules,
  registries: [{ id: 'CH', name: 'directory and its asterisks', of: 'country' }],
  unmodelled: covers('CH', { telemarketing: 'any' }),
};
