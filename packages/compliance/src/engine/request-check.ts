/**
 * Reads a request before it is judged. A request that cannot be read is an error: neither a refusal nor a
 * permission.
 */
import {
  DIALING_MODES,
  HISTORY_OUTCOMES,
  PURPOSES,
  VOICES,
  type AbandonmentFigures,
  type CampaignFacts,
  type DeclaredEmergency,
  type HistoryEntry,
  type RegistryProof,
  type Request,
} from '../contract.js';
import { uncoveredMedium } from '../covered-media.js';
import { checkRegistrations } from '../review/registrations.js';
import { ComplianceInputError } from '../errors.js';
import { isE164 } from '../place/phone-number.js';
import { parseCivilDate } from '../time/civil-date.js';
import {
  PHONE,
  checkAmount,
  checkFlag,
  checkInstant,
  checkMember,
  checkName,
  checkNames,
  checkText,
  factNames,
  type FactNames,
  isInstant,
  requireInstant,
} from './fact-checks.js';
import { checkLead, leadNames } from './lead-check.js';

const purposes: ReadonlySet<string> = new Set(PURPOSES);
const modes: ReadonlySet<string> = new Set(DIALING_MODES);
const voices: ReadonlySet<string> = new Set(VOICES);
const outcomes: ReadonlySet<string> = new Set(HISTORY_OUTCOMES);

const CAMPAIGN_NAMES: Readonly<Record<keyof CampaignFacts, true>> = {
  purpose: true,
  mode: true,
  humanInitiated: true,
  voice: true,
  subject: true,
  debtId: true,
  eventId: true,
  seller: true,
  content: true,
  firstParty: true,
  taxExempt: true,
  freeToEndUser: true,
  autodialer: true,
  transfersToAgent: true,
  doNotCallVersionAt: true,
  registryProof: true,
  registrations: true,
  emergencies: true,
  ringTimeout: true,
  abandonment: true,
};
const campaignNames = factNames(CAMPAIGN_NAMES);

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
function checkCampaignKind(campaign: CampaignFacts): void {
  checkMedium(campaign);
  checkMember('campaign.purpose', campaign?.purpose, purposes);
  checkMember('campaign.mode', campaign.mode, modes);
  checkMember('campaign.voice', campaign.voice, voices);
}

/**
 * Checks the facts of a campaign that is reviewed: what cannot be read would be found by no rule.
 *
 * @throws ComplianceInputError
 */
export function checkCampaignFacts(campaign: CampaignFacts): void {
  checkCampaignKind(campaign);
  checkNames('campaign', campaign, campaignNames);
  checkCampaign(campaign);
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
  requireInstant('at', at);
  if (typeof lead?.phone !== 'string') throw new ComplianceInputError('lead.phone', PHONE);
  checkCampaignKind(campaign);
  if (!Array.isArray(history))
    throw new ComplianceInputError('history', 'must be a list; [] where there were no attempts');
  const attempts = (history as readonly HistoryEntry[]).some(lacksFacts)
    ? (stripped(history) as readonly HistoryEntry[])
    : (history as readonly HistoryEntry[]);
  const request = {
    at,
    lead: readFacts('lead', lead, leadNames),
    campaign: readFacts('campaign', campaign, campaignNames),
    history: attempts,
  };
  checkLead(request.lead);
  checkCampaign(request.campaign);
  for (let index = 0; index < attempts.length; index += 1) checkAttempt(attempts[index], index);
  return request;
}

function checkCampaign(campaign: CampaignFacts): void {
  checkText('campaign.subject', campaign.subject);
  checkText('campaign.debtId', campaign.debtId);
  checkText('campaign.eventId', campaign.eventId);
  checkText('campaign.seller', campaign.seller);
  checkText('campaign.content', campaign.content);
  checkInstant('campaign.doNotCallVersionAt', campaign.doNotCallVersionAt);
  checkAmount('campaign.ringTimeout', campaign.ringTimeout);
  checkFlag('campaign.humanInitiated', campaign.humanInitiated);
  checkFlag('campaign.firstParty', campaign.firstParty);
  checkFlag('campaign.taxExempt', campaign.taxExempt);
  checkFlag('campaign.freeToEndUser', campaign.freeToEndUser);
  checkFlag('campaign.autodialer', campaign.autodialer);
  checkFlag('campaign.transfersToAgent', campaign.transfersToAgent);
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
    if (elsewhere !== undefined)
      requireInstant(`campaign.registryProof[${index}].scrubbedElsewhere.at`, elsewhere.at);
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
    requireInstant(`${field}.from`, declared.from);
    checkInstant(`${field}.until`, declared.until);
  });
}

function checkFigures(figures: AbandonmentFigures): void {
  if (figures.periodStart !== undefined && parseCivilDate(figures.periodStart) === undefined)
    throw new ComplianceInputError('campaign.abandonment.periodStart', "must be a date such as '2026-06-20'");
  if (typeof figures.liveAnswers !== 'number')
    throw new ComplianceInputError('campaign.abandonment.liveAnswers', 'must be a number, zero or more');
  if (typeof figures.abandoned !== 'number')
    throw new ComplianceInputError('campaign.abandonment.abandoned', 'must be a number, zero or more');
  checkAmount('campaign.abandonment.liveAnswers', figures.liveAnswers);
  checkAmount('campaign.abandonment.abandoned', figures.abandoned);
}

/** Every call hears of up to hundreds of attempts: what is right is told without a text or a list. */
function checkAttempt(entry: HistoryEntry | null | undefined, index: number): void {
  if (typeof entry !== 'object' || entry === null)
    throw new ComplianceInputError(`history[${index}]`, 'must be an attempt');
  const { at, direction, outcome, phone, voice, purpose, callbackConsent } = entry;
  if (!isInstant(at)) requireInstant(`history[${index}].at`, at);
  if (direction !== 'outbound' && direction !== 'inbound')
    throw new ComplianceInputError(`history[${index}].direction`, 'must be outbound or inbound');
  if (!outcomes.has(outcome)) checkMember(`history[${index}].outcome`, outcome, outcomes);
  if (phone !== undefined && !isE164(phone)) throw new ComplianceInputError(`history[${index}].phone`, PHONE);
  if (voice !== undefined && !voices.has(voice)) checkMember(`history[${index}].voice`, voice, voices);
  if (purpose !== undefined && !purposes.has(purpose))
    checkMember(`history[${index}].purpose`, purpose, purposes);
  if (callbackConsent !== undefined && parseCivilDate(callbackConsent.from) === undefined)
    throw new ComplianceInputError(
      `history[${index}].callbackConsent`,
      "must be { from: 'YYYY-MM-DD', single? }",
    );
  checkCountedBy(entry, index);
}

/** Facts by which caps tell which attempts count: a number would equal no text. */
function checkCountedBy({ seller, debtId, subject, eventId }: HistoryEntry, index: number): void {
  if (isText(seller) && isText(debtId) && isText(subject) && isText(eventId)) return;
  checkText(`history[${index}].seller`, seller);
  checkText(`history[${index}].debtId`, debtId);
  checkText(`history[${index}].subject`, subject);
  checkText(`history[${index}].eventId`, eventId);
}

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';

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

/**
 * The facts without members that are null, at any depth; the facts themselves where there are none. Their
 * names are checked on the way.
 */
function readFacts<T extends object>(path: string, facts: T, names: FactNames): T {
  let lacks = false;
  for (const name in facts) {
    checkName(path, name, names);
    const member: unknown = facts[name];
    if (member === null || (typeof member === 'object' && hasNull(member))) lacks = true;
  }
  return lacks ? (stripped(facts) as T) : facts;
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
