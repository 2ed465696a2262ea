/** Texts of the compliance module, whose facts have other paths in the campaign file. */
import type { CampaignFacts } from '@outdial/compliance';

/** Where the campaign file says what the law calls `campaign.…`; null: nowhere, the dialer knows it. */
export const PATHS_IN_FILE: Readonly<Record<keyof CampaignFacts, string | null>> = {
  purpose: 'compliance.purpose',
  mode: 'mode',
  humanInitiated: 'preview.onTimeout',
  voice: 'compliance.voice',
  subject: 'compliance.subject',
  debtId: null,
  eventId: null,
  seller: 'compliance.seller',
  content: 'compliance.content',
  firstParty: 'compliance.firstParty',
  taxExempt: 'compliance.taxExempt',
  freeToEndUser: 'compliance.freeToEndUser',
  autodialer: 'compliance.autodialer',
  transfersToAgent: null,
  doNotCallVersionAt: 'compliance.doNotCallVersion',
  registryProof: 'doNotCall.scrubbedElsewhere',
  registrations: 'compliance.registrations',
  emergencies: 'compliance.emergencies',
  ringTimeout: 'dialing.ringTimeoutSeconds',
  abandonment: null,
};

const FACT = /\bcampaign\.([a-zA-Z]+)/g;

/** The text with paths of the campaign file in place of those of a request to the law. */
export function asInCampaignFile(text: string): string {
  return text
    .replace(FACT, (fact, name: string) =>
      Object.hasOwn(PATHS_IN_FILE, name) ? (PATHS_IN_FILE[name as keyof CampaignFacts] ?? fact) : fact,
    )
    .replace('(acceptUnmodelled)', '(compliance.acceptUnmodelled)');
}
