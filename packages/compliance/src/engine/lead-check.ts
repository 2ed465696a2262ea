/**
 * Reads the facts of a lead. A fact that cannot be read is an error: read in any other way it could count as
 * a permission or hide an opt-out.
 */
import { LINE_TYPES, PURPOSES, type Consent, type InconvenientPeriod, type LeadFacts } from '../contract.js';
import { ComplianceInputError } from '../errors.js';
import { isE164 } from '../place/phone-number.js';
import { parseClock } from '../time/civil-date.js';
import {
  PHONE,
  checkFlag,
  checkInstant,
  checkMember,
  checkNames,
  checkText,
  checkTexts,
  factNames,
  type FactNames,
  requireInstant,
} from './fact-checks.js';

const purposes: ReadonlySet<string> = new Set(PURPOSES);
const lineTypes: ReadonlySet<string> = new Set(LINE_TYPES);
const consentTypes: ReadonlySet<string> = new Set(['written', 'express']);
const phoneUses: ReadonlySet<string> = new Set(['work', 'personal']);
const answers: ReadonlySet<string> = new Set(['yes', 'no', 'no-data']);

const LEAD_NAMES: Readonly<Record<keyof LeadFacts, true>> = {
  phone: true,
  lineType: true,
  lineClass: true,
  phoneUse: true,
  isBusiness: true,
  country: true,
  region: true,
  city: true,
  postalCode: true,
  timeZone: true,
  timeZoneSource: true,
  otherPhones: true,
  consent: true,
  relationship: true,
  existingContract: true,
  numberProvidedBy: true,
  doNotCall: true,
  reassigned: true,
  inconvenient: true,
  employerProhibits: true,
  attorney: true,
  bankrupt: true,
  deceased: true,
  minor: true,
  ceaseMailedAt: true,
  ceaseReceivedAt: true,
  mediumOptOut: true,
  debtId: true,
  subject: true,
  eventId: true,
};
/** The facts of a lead, and what is easily taken for them. */
export const leadNames: FactNames = factNames(LEAD_NAMES, {
  zip: 'postalCode',
  zipcode: 'postalCode',
  dnc: 'doNotCall',
});

const CONSENT_NAMES: Readonly<Record<keyof Consent, true>> = {
  type: true,
  at: true,
  scope: true,
  sellers: true,
  revokedAt: true,
  expiresAt: true,
  scopeRevoked: true,
  evidence: true,
};
const consentNames = factNames(CONSENT_NAMES, {
  revoked: 'revokedAt',
  expires: 'expiresAt',
  expiry: 'expiresAt',
  seller: 'sellers',
});

/** @throws ComplianceInputError naming the fact that cannot be read */
export function checkLead(lead: LeadFacts): void {
  if (lead.lineType !== undefined) checkMember('lead.lineType', lead.lineType, lineTypes);
  if (lead.phoneUse !== undefined) checkMember('lead.phoneUse', lead.phoneUse, phoneUses);
  checkText('lead.lineClass', lead.lineClass);
  checkText('lead.country', lead.country);
  checkText('lead.region', lead.region);
  checkText('lead.city', lead.city);
  checkText('lead.postalCode', lead.postalCode);
  checkText('lead.timeZone', lead.timeZone);
  checkText('lead.debtId', lead.debtId);
  checkText('lead.subject', lead.subject);
  checkText('lead.eventId', lead.eventId);
  checkFlag('lead.isBusiness', lead.isBusiness);
  checkFlag('lead.existingContract', lead.existingContract);
  checkRelations(lead);
  checkBars(lead);
}

function checkRelations({ otherPhones, consent, relationship, reassigned, doNotCall }: LeadFacts): void {
  if (otherPhones !== undefined) checkOtherPhones(otherPhones);
  if (consent !== undefined) checkConsent(consent);
  if (relationship !== undefined) {
    checkInstant('lead.relationship.lastTransactionAt', relationship.lastTransactionAt);
    checkInstant('lead.relationship.lastInquiryAt', relationship.lastInquiryAt);
  }
  if (reassigned !== undefined) {
    requireInstant('lead.reassigned.queriedAt', reassigned.queriedAt);
    checkMember('lead.reassigned.answer', reassigned.answer, answers);
  }
  if (doNotCall !== undefined) checkDoNotCall(doNotCall);
}

function checkBars(lead: LeadFacts): void {
  checkFlag('lead.employerProhibits', lead.employerProhibits);
  checkFlag('lead.bankrupt', lead.bankrupt);
  checkFlag('lead.deceased', lead.deceased);
  checkFlag('lead.minor', lead.minor);
  checkInstant('lead.ceaseMailedAt', lead.ceaseMailedAt);
  checkInstant('lead.ceaseReceivedAt', lead.ceaseReceivedAt);
  checkTexts('lead.mediumOptOut', lead.mediumOptOut);
  if (lead.attorney !== undefined && typeof lead.attorney.known !== 'boolean')
    throw new ComplianceInputError('lead.attorney', 'must be { known: true or false }');
  if (lead.inconvenient !== undefined) checkInconvenient(lead.inconvenient);
}

function checkOtherPhones(phones: unknown): void {
  const readable =
    Array.isArray(phones) &&
    phones.every((other: { readonly phone?: unknown } | null) => isE164(other?.phone));
  if (!readable)
    throw new ComplianceInputError('lead.otherPhones', `must be a list of { phone }, which ${PHONE}`);
}

function checkConsent(consent: Consent): void {
  checkNames('lead.consent', consent, consentNames);
  checkMember('lead.consent.type', consent.type, consentTypes);
  requireInstant('lead.consent.at', consent.at);
  checkInstant('lead.consent.revokedAt', consent.revokedAt);
  checkInstant('lead.consent.expiresAt', consent.expiresAt);
  checkTexts('lead.consent.scope', consent.scope);
  checkTexts('lead.consent.sellers', consent.sellers);
  checkTexts('lead.consent.scopeRevoked', consent.scopeRevoked, purposes);
}

const DO_NOT_CALL_NAMES: ReadonlySet<string> = new Set(['national', 'internal', 'lists']);

function checkDoNotCall(doNotCall: NonNullable<LeadFacts['doNotCall']>): void {
  if (typeof doNotCall !== 'object')
    throw new ComplianceInputError('lead.doNotCall', 'must be { national?, internal?, lists? }');
  for (const name in doNotCall)
    if (!DO_NOT_CALL_NAMES.has(name))
      throw new ComplianceInputError(
        `lead.doNotCall.${name}`,
        'is no fact; known are national, internal, lists',
      );
  checkFlag('lead.doNotCall.national', doNotCall.national);
  checkTexts('lead.doNotCall.lists', doNotCall.lists);
  if (doNotCall.internal !== undefined)
    requireInstant('lead.doNotCall.internal.requestedAt', doNotCall.internal.requestedAt);
}

function checkInconvenient(periods: unknown): void {
  const readable = Array.isArray(periods) && periods.every(isPeriod);
  if (!readable)
    throw new ComplianceInputError(
      'lead.inconvenient',
      "must be a list of { days: [0 = Monday .. 6 = Sunday], from: 'HH:MM', to: 'HH:MM' }",
    );
}

function isPeriod(period: Partial<InconvenientPeriod> | null): boolean {
  return (
    Array.isArray(period?.days) &&
    period.days.every((day: unknown) => typeof day === 'number' && [0, 1, 2, 3, 4, 5, 6].includes(day)) &&
    typeof period.from === 'string' &&
    parseClock(period.from) !== undefined &&
    typeof period.to === 'string' &&
    parseClock(period.to) !== undefined
  );
}
