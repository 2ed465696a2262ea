/** Consent to robocalls to wireless lines. */
import type { ConsentLevel } from '../../../../engine/consent.js';
import { ALL_PURPOSES, rule, type Rule } from '../../../../engine/rule.js';
import { isSalesCampaign } from '../../../../review/campaign-kind.js';
import { consentNeeded, consentRefusal } from '../../../../rules/consent-needed.js';
import { tcpa } from '../../sources.js';
import { isEmergencyLine, isPatientRoom } from '../../terms.js';
import { levelFor, needsWirelessConsent } from './terms.js';

/** What is called without consent: a live agent, a number of a list. */
const LIVE_FROM_A_LIST = 'A live call that is dialed from a list does not need it.';

/** Robocalls to wireless lines need express consent. */
export const wirelessConsent: Rule = consentNeeded({
  id: 'us.tcpa.wireless_auto',
  jurisdiction: 'US',
  title: 'Robocalls to wireless lines need consent',
  citation: '47 CFR 64.1200(a)(1)(iii)',
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'consent',
    values: [
      {
        from: '1992-12-20',
        value: 'express',
        source: tcpa('(a)(1)(iii), (f)(2); rules of 1992, 57 FR 48335'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  what: 'A prerecorded, synthetic or autodialed call to a wireless line',
  otherwise: LIVE_FROM_A_LIST,
  exempt: (context, at) => !needsWirelessConsent(context, at),
  needs: ['lead.lineType'],
  remarks:
    'A line of unknown type counts as wireless. List dialing is not use of an autodialer (Facebook v. ' +
    'Duguid, 2021), but recorded and AI voices always count. ' +
    'Exempt content (package, financial, healthcare) has caps of its own.',
  review: ({ campaign }) =>
    campaign.voice !== 'live' && !isSalesCampaign(campaign)
      ? [
          {
            topic: 'consent',
            severity: 'notice',
            message: 'Recorded or AI calls reach wireless lines only with prior express consent.',
            remedy: 'Load consent and line types with the leads; unknown lines count as wireless.',
          },
        ]
      : [],
});

/** Marketing robocalls to wireless lines need written consent. */
export const marketingConsent: Rule = rule<ConsentLevel>({
  id: 'us.tcpa.pewc',
  jurisdiction: 'US',
  title: 'Marketing robocalls to wireless lines need written consent',
  citation: '47 CFR 64.1200(a)(2), (f)(9)',
  scope: 'call',
  parameter: {
    unit: 'consent',
    values: [
      {
        from: '2013-10-16',
        value: 'written',
        source: tcpa('(a)(2), (f)(9)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: (context, at) =>
    context.robocall && (context.countsAsWireless || isEmergencyLine(context) || isPatientRoom(context))
      ? consentRefusal(
          context,
          at,
          levelFor(context),
          'Marketing by a prerecorded, synthetic or autodialed call',
          LIVE_FROM_A_LIST,
        )
      : undefined,
  needs: ['lead.lineType'],
  applies: (context) => context.robocall,
  remarks:
    'Express consent is enough for tax-exempt nonprofits. ' +
    'Bradford v. Sovereign Pest (5th Cir. 2026) asks only for oral consent; ' +
    'the text of the rule is unchanged and the Telemarketing Sales Rule still needs a writing. ' +
    'The rule of one seller a consent never began: it was vacated (Insurance Marketing Coalition v. FCC, ' +
    '11th Cir. 2025-01-24; from memory).',
  review: ({ campaign }) =>
    campaign.voice !== 'live' && isSalesCampaign(campaign)
      ? [
          {
            topic: 'consent',
            severity: 'notice',
            message: 'Recorded or AI sales calls reach only leads with prior express written consent.',
            remedy: 'Load consent with the leads; others refuse.',
          },
        ]
      : [],
});
