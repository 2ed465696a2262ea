/** AI-generated voices, which are artificial voices. */
import { hasConsent } from '../../../../engine/consent.js';
import type { Context } from '../../../../engine/context.js';
import { ALL_PURPOSES, rule, type Refused, type Rule } from '../../../../engine/rule.js';
import { isBusiness } from '../../terms.js';
import { isSales, levelFor, needsWirelessConsent } from './terms.js';

/** An AI voice needs the consent that a prerecorded voice needs. */
export const aiVoice: Rule = rule<string>({
  id: 'us.fcc.ai_voice',
  jurisdiction: 'US',
  title: 'An AI voice is an artificial voice',
  citation: 'FCC 24-17',
  purposes: ALL_PURPOSES,
  voices: 'recorded',
  scope: 'call',
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2024-02-08',
        value: 'all rules for prerecorded voices apply',
        source: {
          title: 'FCC Declaratory Ruling 24-17',
          href: 'https://docs.fcc.gov/public/attachments/FCC-24-17A1.pdf',
          pinpoint: 'FCC 24-17',
        },
        verification: 'secondary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: aiVoiceRefusal,
  remarks: 'Refuses together with the rule that asks for consent, so that the reason is named.',
  review: ({ campaign }) =>
    campaign.voice === 'artificial'
      ? [
          {
            topic: 'consent',
            severity: 'notice',
            message: 'An AI voice is an artificial voice: every rule for recorded calls applies.',
            remedy: 'Treat it as prerecorded.',
          },
        ]
      : [],
});

function aiVoiceRefusal(context: Context, at: number): Refused | undefined {
  if (context.campaign.voice !== 'artificial') return undefined;
  const sales = isSales(context) && !isBusiness(context);
  if (!needsWirelessConsent(context, at) && !sales) return undefined;
  if (hasConsent(context, at, levelFor(context))) return undefined;
  return {
    until: null,
    because:
      'An AI-generated voice is an artificial voice: the call needs the consent a prerecorded call needs.',
  };
}
