/** Requests with every fact by its name, for the tests of the contract. */
import { createCompliance, type Decision, type Request } from '../src/index.js';
import { fromOutside } from './from-outside.js';

export const compliance = createCompliance();
export const at = Date.parse('2026-07-07T18:00:00Z');
export const base: Request = {
  at,
  lead: { phone: '+13035550162', lineType: 'landline', region: 'CO' },
  campaign: { purpose: 'telemarketing', mode: 'predictive', voice: 'live' },
  history: [],
};
export const ask = (
  lead: object = {},
  campaign: object = {},
  history: readonly object[] = [],
  when = at,
): Decision =>
  compliance.evaluate(
    fromOutside({
      at: when,
      lead: { ...base.lead, ...lead },
      campaign: { ...base.campaign, ...campaign },
      history,
    }),
  );
export const rulesOf = (decision: Decision): string[] => decision.refusals.map((refusal) => refusal.rule);

export const FULL_LEAD = {
  phone: '+13035550162',
  lineType: 'landline',
  lineClass: 'residential',
  phoneUse: 'personal',
  isBusiness: false,
  country: 'US',
  region: 'CO',
  city: 'Denver',
  postalCode: '80202',
  timeZone: 'America/Denver',
  timeZoneSource: 'confirmed',
  otherPhones: [{ phone: '+13035550163', lineType: 'wireless' }],
  consent: {
    type: 'written',
    at: at - 1,
    scope: ['telemarketing'],
    sellers: ['Acorn'],
    revokedAt: at + 1,
    scopeRevoked: ['telemarketing'],
  },
  relationship: { lastTransactionAt: at - 1, lastInquiryAt: at - 1 },
  existingContract: true,
  numberProvidedBy: 'called-party',
  doNotCall: { national: true, internal: { requestedAt: at + 1 } },
  reassigned: { queriedAt: at - 1, answer: 'no' },
  inconvenient: [{ days: [0], from: '08:00', to: '09:00' }],
  employerProhibits: false,
  attorney: { known: true },
  ceaseMailedAt: at - 2,
  ceaseReceivedAt: at - 1,
  mediumOptOut: ['email'],
  debtId: 'A',
  subject: 'windows',
};
export const FULL_CAMPAIGN = {
  purpose: 'telemarketing',
  mode: 'preview',
  humanInitiated: true,
  voice: 'live',
  subject: 'windows',
  debtId: 'A',
  eventId: 'e',
  seller: 'Acorn',
  content: 'offer',
  firstParty: true,
  taxExempt: false,
  freeToEndUser: false,
  autodialer: false,
  doNotCallVersionAt: at - 1,
  ringTimeout: 20_000,
  abandonment: { periodStart: '2026-07-01', liveAnswers: 100, abandoned: 1 },
};
export const FULL_ENTRY = {
  at: at - 1,
  direction: 'outbound',
  outcome: 'no-answer',
  phone: '+13035550162',
  voice: 'live',
  purpose: 'telemarketing',
  seller: 'Acorn',
  debtId: 'A',
  subject: 'windows',
  eventId: 'e',
  callbackConsent: { from: '2026-07-01', single: true },
};
