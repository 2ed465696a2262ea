/**
 * Reads a request before it is judged. A request that cannot be read is an error: neither a refusal nor a
 * permission.
 */
import {
  DIALING_MODES,
  HISTORY_OUTCOMES,
  LINE_TYPES,
  PURPOSES,
  VOICES,
  type AbandonmentFigures,
  type CampaignFacts,
  type Consent,
  type DeclaredEmergency,
  type HistoryEntry,
  type LeadFacts,
  type RegistryProof,
  type Request,
} from '../contract.js';
import { uncoveredMedium } from '../covered-media.js';
import { checkRegistrations } from '../review/registrations.js';
import { ComplianceInputError } from '../errors.js';

const purposes: ReadonlySet<string> = new Set(PURPOSES);
const modes: ReadonlySet<string> = new Set(DIALING_MODES);
const voices: ReadonlySet<string> = new Set(VOICES);
const lineTypes: ReadonlySet<string> = new Set(LINE_TYPES);
const outcomes: ReadonlySet<string> = new Set(HISTORY_OUTCOMES);

/** Instants that the zone arithmetic supports: the years 1970 to 2200. */
const LAST_INSTANT = 7_258_118_400_000;
const INSTANT = 'must be epoch milliseconds between 1970 and 2200';

const isInstant = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < LAST_INSTANT;

function checkMember(field: string, value: unknown, known: ReadonlySet<unknown>): void {
  if (!known.has(value)) throw new ComplianceInputError(field, `must be one of ${[...known].join(', ')}`);
}

/** An instant may be absent. A text or another unit is an error: with it a revocation could be overlooked. */
function checkInstant(field: string, value: unknown): void {
  if (value !== undefined && !isInstant(value)) throw new ComplianceInputError(field, INSTANT);
}

function checkFlag(field: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'boolean')
    throw new ComplianceInputError(field, 'must be true or false');
}

function checkText(field: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'string')
    throw new ComplianceInputError(field, 'must be a text');
}

function checkAmount(field: string, value: unknown): void {
  if (value !== undefined && !(typeof value === 'number' && value >= 0))
    throw new ComplianceInputError(field, 'must be a number, zero or more');
}

/** Where a campaign may ask for a medium, and the words there that are known to be of calls. */
const MEDIUM_FIELDS: readonly (readonly [field: string, known: ReadonlySet<unknown>])[] = [
  ['purpose', purposes],
  ['voice', voices],
  ['mode', modes],
  ['channel', new Set()],
  ['medium', new Set()],
];

/** Text messages and ringless voicemail are refused by name: the law of calls must not be read for them. */
function checkMedium(campaign: unknown): void {
  const given = (campaign ?? {}) as Readonly<Record<string, unknown>>;
  for (const [field, known] of MEDIUM_FIELDS) {
    const word = given[field];
    const problem = word === undefined || known.has(word) ? undefined : uncoveredMedium(word);
    if (problem !== undefined) throw new ComplianceInputError(`campaign.${field}`, problem);
  }
}

/**
 * Checks what a campaign is: a misspelt purpose would be one that no rule knows, and allowed by all.
 *
 * @throws ComplianceInputError
 */
export function checkCampaignKind(campaign: CampaignFacts): void {
  checkMedium(campaign);
  checkMember('campaign.purpose', campaign?.purpose, purposes);
  checkMember('campaign.mode', campaign.mode, modes);
  checkMember('campaign.voice', campaign.voice, voices);
}

/**
 * The request as the rules read it. A fact that is null counts as absent, as in data from JSON or a database.
 *
 * @throws ComplianceInputError naming the field, what is wrong with it and what is expected
 */
export function readRequest(given: Request): Request {
  if (typeof given !== 'object' || given === null)
    throw new ComplianceInputError('request', 'must hold at, lead, campaign and history');
  const { at, lead, campaign, history } = given;
  if (!isInstant(at)) throw new ComplianceInputError('at', INSTANT);
  if (typeof lead?.phone !== 'string')
    throw new ComplianceInputError('lead.phone', 'must be an E.164 text such as +12025550100');
  checkCampaignKind(campaign);
  if (!Array.isArray(history))
    throw new ComplianceInputError('history', 'must be a list; [] where there were no attempts');
  const attempts = (history as readonly HistoryEntry[]).some(lacksFacts)
    ? (stripped(history) as readonly HistoryEntry[])
    : (history as readonly HistoryEntry[]);
  const request = { at, lead: withoutNulls(lead), campaign: withoutNulls(campaign), history: attempts };
  checkLead(request.lead);
  checkCampaign(request.campaign);
  for (let index = 0; index < attempts.length; index += 1) checkAttempt(attempts[index], index);
  return request;
}

function checkLead(lead: LeadFacts): void {
  if (lead.lineType !== undefined) checkMember('lead.lineType', lead.lineType, lineTypes);
  checkText('lead.country', lead.country);
  checkText('lead.region', lead.region);
  checkText('lead.city', lead.city);
  checkText('lead.postalCode', lead.postalCode);
  checkFlag('lead.isBusiness', lead.isBusiness);
  checkFlag('lead.existingContract', lead.existingContract);
  checkFlag('lead.employerProhibits', lead.employerProhibits);
  checkFlag('lead.bankrupt', lead.bankrupt);
  checkFlag('lead.deceased', lead.deceased);
  checkFlag('lead.minor', lead.minor);
  checkInstant('lead.ceaseMailedAt', lead.ceaseMailedAt);
  checkInstant('lead.ceaseReceivedAt', lead.ceaseReceivedAt);
  if (lead.otherPhones !== undefined) checkOtherPhones(lead.otherPhones);
  if (lead.consent !== undefined) checkConsent(lead.consent);
  const { relationship, reassigned, doNotCall } = lead;
  if (relationship !== undefined) {
    checkInstant('lead.relationship.lastTransactionAt', relationship.lastTransactionAt);
    checkInstant('lead.relationship.lastInquiryAt', relationship.lastInquiryAt);
  }
  if (reassigned !== undefined && !isInstant(reassigned.queriedAt))
    throw new ComplianceInputError('lead.reassigned.queriedAt', INSTANT);
  if (doNotCall !== undefined) {
    checkFlag('lead.doNotCall.national', doNotCall.national);
    if (doNotCall.internal !== undefined && !isInstant(doNotCall.internal.requestedAt))
      throw new ComplianceInputError('lead.doNotCall.internal.requestedAt', INSTANT);
  }
}

function checkOtherPhones(phones: unknown): void {
  const readable =
    Array.isArray(phones) &&
    phones.every((other: { readonly phone?: unknown } | null) => typeof other?.phone === 'string');
  if (!readable)
    throw new ComplianceInputError('lead.otherPhones', 'must be a list of { phone: an E.164 text }');
}

function checkConsent(consent: Consent): void {
  if (consent.type !== 'written' && consent.type !== 'express')
    throw new ComplianceInputError('lead.consent.type', 'must be written or express');
  if (!isInstant(consent.at)) throw new ComplianceInputError('lead.consent.at', INSTANT);
  checkInstant('lead.consent.revokedAt', consent.revokedAt);
}

function checkCampaign(campaign: CampaignFacts): void {
  checkInstant('campaign.doNotCallVersionAt', campaign.doNotCallVersionAt);
  checkAmount('campaign.ringTimeout', campaign.ringTimeout);
  checkFlag('campaign.humanInitiated', campaign.humanInitiated);
  checkFlag('campaign.firstParty', campaign.firstParty);
  checkFlag('campaign.taxExempt', campaign.taxExempt);
  checkFlag('campaign.freeToEndUser', campaign.freeToEndUser);
  checkFlag('campaign.autodialer', campaign.autodialer);
  if (campaign.emergencies !== undefined) checkEmergencies('campaign.emergencies', campaign.emergencies);
  if (campaign.registryProof !== undefined) checkProofs(campaign.registryProof);
  if (campaign.registrations !== undefined) checkRegistrations(campaign.registrations);
  if (campaign.abandonment !== undefined) checkFigures(campaign.abandonment);
}

function checkProofs(proofs: unknown): void {
  if (!Array.isArray(proofs))
    throw new ComplianceInputError('campaign.registryProof', 'must be a list of { registry, .. }');
  (proofs as readonly (RegistryProof | null)[]).forEach((proof, index) => {
    if (typeof proof?.registry !== 'string')
      throw new ComplianceInputError(
        `campaign.registryProof[${index}].registry`,
        "must be a text such as 'US'",
      );
    const elsewhere = proof.scrubbedElsewhere;
    if (elsewhere !== undefined && !isInstant(elsewhere.at))
      throw new ComplianceInputError(`campaign.registryProof[${index}].scrubbedElsewhere.at`, INSTANT);
  });
}

/** Checks declared emergencies: one that cannot be read would be none, and calls would be allowed in it. */
export function checkEmergencies(name: string, emergencies: unknown): void {
  if (!Array.isArray(emergencies))
    throw new ComplianceInputError(name, 'must be a list of { region, from, until? }');
  (emergencies as readonly (Partial<DeclaredEmergency> | null)[]).forEach((declared, index) => {
    const field = `${name}[${index}]`;
    if (typeof declared?.region !== 'string' || !/^[A-Z]{2}$/.test(declared.region))
      throw new ComplianceInputError(`${field}.region`, "must be a US state such as 'LA'");
    if (!isInstant(declared.from)) throw new ComplianceInputError(`${field}.from`, INSTANT);
    checkInstant(`${field}.until`, declared.until);
  });
}

function checkFigures(figures: AbandonmentFigures): void {
  if (typeof figures.liveAnswers !== 'number')
    throw new ComplianceInputError('campaign.abandonment.liveAnswers', 'must be a number, zero or more');
  if (typeof figures.abandoned !== 'number')
    throw new ComplianceInputError('campaign.abandonment.abandoned', 'must be a number, zero or more');
  checkAmount('campaign.abandonment.liveAnswers', figures.liveAnswers);
  checkAmount('campaign.abandonment.abandoned', figures.abandoned);
}

function checkAttempt(entry: HistoryEntry | undefined, index: number): void {
  if (!isInstant(entry?.at)) throw new ComplianceInputError(`history[${index}].at`, INSTANT);
  if (entry.direction !== 'outbound' && entry.direction !== 'inbound')
    throw new ComplianceInputError(`history[${index}].direction`, 'must be outbound or inbound');
  if (!outcomes.has(entry.outcome)) checkMember(`history[${index}].outcome`, entry.outcome, outcomes);
}

/**
 * True where an attempt holds a fact that is null. The optional facts are checked by name, which is faster
 * than iterating over all.
 */
function lacksFacts(entry: HistoryEntry | null): boolean {
  const given = entry as Readonly<Record<keyof HistoryEntry, unknown>> | null;
  return (
    given === null ||
    given.phone === null ||
    given.voice === null ||
    given.purpose === null ||
    given.seller === null ||
    given.debtId === null ||
    given.subject === null ||
    given.eventId === null ||
    given.callbackConsent === null
  );
}

/** The value without members that are null, at any depth; the value itself where there are none. */
function withoutNulls<T extends object>(value: T): T {
  return hasNull(value) ? (stripped(value) as T) : value;
}

function hasNull(value: object): boolean {
  for (const key in value) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member === null || (typeof member === 'object' && hasNull(member))) return true;
  }
  return false;
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, stripped(member)]),
  );
}
