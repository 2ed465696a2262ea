/**
 * Registrations, permits and subscriptions in the review of a campaign: a rule asks for those of its place,
 * and one that has expired keeps the campaign from starting.
 */
import {
  REGISTRATION_KINDS,
  type CampaignFacts,
  type Registration,
  type RegistrationKind,
} from '../contract.js';
import { ComplianceInputError } from '../errors.js';
import { DAY_MS, parseCivilDate } from '../time/civil-date.js';
import type { ReviewItem, ReviewQuestion } from './review-item.js';

/** What a rule asks for. */
export interface RegistrationDemand {
  readonly place: string;
  /** Any of these meets it. */
  readonly kinds: readonly RegistrationKind[];
  readonly message: string;
  readonly remedy: string;
}

/** A notice where the campaign names no registration of the place that is in force; else nothing. */
export function askRegistration(
  { campaign, flow }: ReviewQuestion,
  { place, kinds, message, remedy }: RegistrationDemand,
): readonly ReviewItem[] {
  if (isRegistered(campaign, { place, kinds, at: flow.at })) return [];
  return [{ topic: 'preparation', severity: 'notice', message, remedy }];
}

/** True where one of these kinds is in force in the place at an instant (by UTC date). */
export function isRegistered(
  { registrations = [] }: CampaignFacts,
  asked: { readonly place: string; readonly kinds: readonly RegistrationKind[]; readonly at: number },
): boolean {
  return registrations.some(
    (one) => one.place === asked.place && asked.kinds.includes(one.kind) && !hasExpired(one, asked.at),
  );
}

/** A registration that has expired keeps the campaign from starting, whatever asked for it. */
export function reviewRegistrations(
  { registrations = [] }: CampaignFacts,
  at: number,
): readonly (ReviewItem & { readonly rule: string })[] {
  return registrations
    .filter((one) => hasExpired(one, at))
    .map(({ kind, place, number, expires = '' }) => ({
      rule: 'policy.registration',
      topic: 'preparation',
      severity: 'refuses',
      message: `The ${kind} ${number} for ${place} expired on ${expires}.`,
      remedy: 'Renew it and give its new day, or take it out and leave the place out.',
    }));
}

/** The day named is the last one. */
function hasExpired({ expires }: Registration, at: number): boolean {
  const last = expires === undefined ? undefined : parseCivilDate(expires);
  return last !== undefined && Math.floor(at / DAY_MS) > last;
}

/** The code of a country, or of a state or province of one. */
export const COUNTRY_OR_STATE: RegExp = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

/** @throws ComplianceInputError that names the field at fault */
export function checkRegistrations(registrations: readonly Registration[]): void {
  const path = 'campaign.registrations';
  if (!Array.isArray(registrations))
    throw new ComplianceInputError(path, 'must be a list of { kind, place, number, expires }');
  const given: readonly Registration[] = registrations;
  given.forEach(({ kind, place, number, expires }, index) => {
    if (!REGISTRATION_KINDS.includes(kind))
      throw new ComplianceInputError(
        `${path}[${index}].kind`,
        `must be one of ${REGISTRATION_KINDS.join(', ')}`,
      );
    if (typeof place !== 'string' || !COUNTRY_OR_STATE.test(place))
      throw new ComplianceInputError(`${path}[${index}].place`, "must be a country or a state, like 'US-TX'");
    if (typeof number !== 'string' || number.trim() === '')
      throw new ComplianceInputError(`${path}[${index}].number`, 'must be a text');
    if (expires !== undefined && parseCivilDate(expires) === undefined)
      throw new ComplianceInputError(`${path}[${index}].expires`, 'must be a date YYYY-MM-DD');
  });
}
