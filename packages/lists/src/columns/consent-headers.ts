/** What a header about consent or do-not-call means, by the words it is made of. */
import { defined } from '@outdial/core';
import type { NamedColumnTarget } from './column-targets.js';
import { readRegion } from '../values/region.js';
import { legalRoles, legalTokens } from './legal-words.js';
import type { LegalRole } from './legal-words.js';

/** A header of this kind, understood. */
export interface LegalHeader {
  readonly target: NamedColumnTarget;
  /** True: the header itself says that the consent is in writing. */
  readonly isWritten?: true;
  /** True: 'Consent given' may hold a day, or yes. */
  readonly isUnsure?: true;
  /** Requests not to be called: 'DNC' may be a public register as well. */
  readonly mayBeRegister?: true;
  /** 'DOD' may be another date than that of death. */
  readonly mayBeOther?: true;
  /** Do-not-call columns of one number: words of the header that name it, '' where only the ordinal does. */
  readonly about?: string;
  /** Of these: which number it is; 0 where the header has no ordinal. */
  readonly ordinal?: number;
  /** Of these: what the column asks, where its no or its refusal closes the number. */
  readonly asks?: 'permission' | 'consent' | 'status';
}

/** A form that headers have. The first that fits counts. */
interface HeaderForm {
  readonly target: NamedColumnTarget;
  /** Each of these is in the header. */
  readonly needs: readonly LegalRole[];
  /** Nothing else is, apart from fillers. */
  readonly allows: readonly LegalRole[];
  /** Headers of this form do not say whose list it is: the stricter reading counts. */
  readonly mayBeRegister?: true;
}

const FORMS: readonly HeaderForm[] = [
  { target: 'employerProhibits', needs: ['negation', 'call', 'workplace'], allows: ['date'] },
  { target: 'employerProhibits', needs: ['negation', 'workplace'], allows: ['call', 'permission'] },
  { target: 'internalDoNotCall', needs: ['register', 'own'], allows: ['registry', 'date', 'call', 'noted'] },
  {
    target: 'internalDoNotCall',
    needs: ['any list'],
    allows: ['date', 'call', 'noted'],
    mayBeRegister: true,
  },
  { target: 'nationalDoNotCall', needs: ['register'], allows: ['registry', 'date', 'call', 'noted'] },
  { target: 'internalDoNotCall', needs: ['negation', 'call', 'own'], allows: ['registry', 'date'] },
  {
    target: 'internalDoNotCall',
    needs: ['negation', 'call'],
    allows: ['permission', 'date', 'marketing', 'noted'],
  },
  { target: 'nationalDoNotCall', needs: ['negation', 'call', 'registry'], allows: ['date'] },
  {
    target: 'internalDoNotCall',
    needs: ['refusal'],
    allows: ['call', 'own', 'date', 'marketing', 'registry'],
  },
  {
    target: 'phoneDoNotCall',
    needs: ['litigator'],
    allows: ['registry', 'date', 'call', 'register', 'noted'],
  },
  {
    target: 'consentRevokedAt',
    needs: ['revocation'],
    allows: ['consent', 'permission', 'date', 'call', 'own', 'proof'],
  },
  { target: 'consentEvidence', needs: ['consent', 'proof'], allows: ['call', 'written'] },
  { target: 'consentAt', needs: ['consent', 'date'], allows: ['call', 'written', 'permission', 'given'] },
  { target: 'consentAt', needs: ['consent', 'given'], allows: ['call', 'written', 'permission'] },
  { target: 'callPermission', needs: ['permission', 'call'], allows: ['consent'] },
  { target: 'consentType', needs: ['consent'], allows: ['call', 'written'] },
  { target: 'consentType', needs: ['consent', 'call', 'marketing'], allows: ['written'] },
];

/** Certificates of consent: their names are enough. */
const CERTIFICATE = /^(?:xx ?)?(?:trustedform|jornaya)(?: |$|cert)/;

/** What a header in plain words means; null where it is about neither. */
export function consentHeader(words: string): LegalHeader | null {
  const tokens = legalTokens(words);
  if (CERTIFICATE.test(tokens.join(' '))) return { target: 'consentCertificate' };
  if (isClosedFlag(tokens)) return { target: 'phoneDoNotCall', ordinal: 0 };
  const ofNumber = numberFlag(tokens);
  if (ofNumber) return ofNumber;
  const form = formOf(tokens);
  if (form === null) return null;
  const { target } = form;
  if (target === 'phoneDoNotCall') return { target, ordinal: 0 };
  if (form.mayBeRegister) return { target, mayBeRegister: true };
  if (target === 'consentAt' && !tokens.some((token) => legalRoles([token])?.[0]?.has('date')))
    return { target, isUnsure: true };
  return target === 'consentType' && tokens.some((token) => legalRoles([token])?.[0]?.has('written'))
    ? { target, isWritten: true }
    : { target };
}

/** Whether a header asks about contact by telephone, in no more words: 'Contact by phone'. */
export function isContactByPhone(words: string): boolean {
  const roles = legalRoles(legalTokens(words));
  if (!roles) return false;
  const asks = roles.filter((role) => role.has('call'));
  return asks.length > 1 && roles.every((role) => role.has('call') || role.has('filler'));
}

function formOf(tokens: readonly string[]): Pick<HeaderForm, 'target' | 'mayBeRegister'> | null {
  // 'Contact No' is a number.
  if (tokens.length < 1 || tokens.at(-1) === 'no') return null;
  const roles = legalRoles(tokens);
  if (!roles && tokens.some((token) => CHANNELS.has(token))) return refusedChannels(tokens);
  if (roles) return isDayOfScreening(roles) ? null : (FORMS.find((form) => fits(form, roles)) ?? null);
  return isRegisterOfState(tokens) ? { target: 'nationalDoNotCall' } : null;
}

/** 'DNC Scrub Date', 'TPS Checked On': of every number, on a register or not. */
function isDayOfScreening(roles: readonly ReadonlySet<LegalRole>[]): boolean {
  return roles.some((role) => role.has('screened')) && roles.some((role) => role.has('date'));
}

/** Channels that are no call, and the words that join them to calls. */
const CHANNELS: ReadonlySet<string> = new Set(
  'email emails mail mails sms text texts fax letter letters newsletter newsletters post'.split(' '),
);
const JOINS: ReadonlySet<string> = new Set(['or', 'and', 'nor', 'und', 'oder', 'ou', 'et']);
/** Words that name calls and nothing else: 'contact' may be by letter. */
const CALLS =
  /^(?:calls?|calling|phones?|tele(?:ph|f)on\w*|tel|voice|anruf\w*|appel\w*|llama\w*|ligar|chiama\w*|bellen)/;

/** A refusal of several channels, calls among them: 'Do Not Call/Email'. */
function refusedChannels(tokens: readonly string[]): Pick<HeaderForm, 'target'> | null {
  if (!tokens.some((token) => CALLS.test(token))) return null;
  const roles = legalRoles(tokens.filter((token) => !CHANNELS.has(token) && !JOINS.has(token)));
  const form = roles && FORMS.find((one) => fits(one, roles));
  return form && FLAGS.includes(form.target) ? form : null;
}

/** 'TX DNC', 'DNC New York'. */
function isRegisterOfState(tokens: readonly string[]): boolean {
  const rest = tokens.filter((token) => !legalRoles([token])?.[0]?.has('register'));
  return rest.length < tokens.length && readRegion(rest.join(' '), 'US') !== null;
}

function fits({ needs, allows }: HeaderForm, roles: readonly ReadonlySet<LegalRole>[]): boolean {
  const may = new Set<LegalRole>([...needs, ...allows, 'filler']);
  return (
    needs.every((need) => roles.some((role) => role.has(need))) &&
    roles.every((role) => [...role].some((one) => may.has(one)))
  );
}

/** Targets that a column of one number can have in its words. */
const FLAGS: readonly NamedColumnTarget[] = ['internalDoNotCall', 'nationalDoNotCall', 'phoneDoNotCall'];
/** Words for one of a person's numbers. */
const KINDS: ReadonlySet<string> = new Set(
  (
    'mobile mobil movil cell cellular cellphone handy landline festnetz home work business ' +
    'office alt alternate other borrower debtor ' +
    'primary secondary direct main evening day daytime privat private ' +
    'portable fixe fijo celular cellulare fisso fixo'
  ).split(' '),
);
/** Words for a telephone beside them. */
const PHONES: ReadonlySet<string> = new Set(
  'phone tel telephone number wireless mobile cell landline'.split(' '),
);

/** Columns of one number that ask: their no, or a refusal in them, closes the number. */
const ASKS: Readonly<Partial<Record<NamedColumnTarget, LegalHeader['asks']>>> = {
  callPermission: 'permission',
  consentType: 'consent',
};
/** 'Phone 2 Status': most of its values say nothing of calls. */
const STATUS: ReadonlySet<string> = new Set(['status', 'disposition', 'dispo', 'validity', 'result']);
/** What else is said of a number that must not be called: 'Cell Wrong Number'. */
const CLOSED: ReadonlySet<string> = new Set(['blocked', 'bad', 'wrong', 'disconnected', 'invalid']);
/** Words of such a header that say no more than that it is a flag. */
const OF_FLAG: ReadonlySet<string> = new Set(['is', 'flag', 'indicator', 'ind', 'y', 'n', 'date']);

/** 'Wrong Number', 'Disconnected', 'Bad Phone Flag': of the number that the row has. */
function isClosedFlag(tokens: readonly string[]): boolean {
  const rest = tokens.filter((part) => !PHONES.has(part) && !OF_FLAG.has(part));
  if (rest.length !== 1 || !CLOSED.has(rest[0] ?? '')) return false;
  return rest[0] === 'disconnected' || tokens.some((part) => PHONES.has(part));
}

/** A do-not-call column about one of several numbers: 'Phone 2 DNC', 'Do Not Call Mobile', 'DNC 1'. */
function numberFlag(tokens: readonly string[]): LegalHeader | null {
  const ordinals = tokens.filter((part) => /^\d{1,2}$/.test(part));
  const isStatus = tokens.length > 1 && STATUS.has(tokens.at(-1) ?? '');
  const isOne =
    ordinals.length === 1 || tokens.some((part) => KINDS.has(part) || (isStatus && PHONES.has(part)));
  if (!isOne || ordinals.length > 1) return null;
  const isOfNumber = (part: string): boolean => KINDS.has(part) || /^\d+$/.test(part);
  const rest = tokens.filter((part) => !isOfNumber(part) && !PHONES.has(part));
  const about = tokens.filter((part) => isOfNumber(part) || PHONES.has(part)).join(' ');
  if (isStatus && rest.length === 1)
    return { target: 'phoneDoNotCall', asks: 'status', ordinal: Number(ordinals[0] ?? 0), about };
  const form = rest.length === 0 ? null : formOf(rest);
  const isOfPhone = ordinals.length === 1 || tokens.some((part) => PHONES.has(part));
  // 'Consent Day' is a day.
  const asks = form === null || (form.target === 'consentType' && !isOfPhone) ? undefined : ASKS[form.target];
  const isFlag = form !== null && FLAGS.includes(form.target);
  if (!isFlag && asks === undefined && !CLOSED.has(rest.join(' '))) return null;
  return {
    target: 'phoneDoNotCall',
    ...defined({ asks }),
    ordinal: Number(ordinals[0] ?? 0),
    about,
  };
}
