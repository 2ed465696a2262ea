/** Reads on the command line and in files whom a fact is about, what it is, and what it carries. */
import { PURPOSES } from '@outdial/compliance';
import { complianceFact, FACT_NAMES, type FactName } from '@outdial/core';
import { readInconvenientTimes, readMedia, readReassignedWords, readTimeZone } from '@outdial/lists';
import { findFactSubject, getLead, type FactDetail, type FactSubject, type Store } from '@outdial/store';
import { CommandError } from './command-errors.js';
import { readPhone, readStoredPhone } from './read-phone.js';

const KEY = 'key:';

/** The persons that a command names: by `key:<value>`, a lead id, or a number. @throws `person-unknown` */
export async function readSubject(
  store: Store,
  text: string,
  country: string | undefined,
): Promise<FactSubject> {
  if (text.startsWith(KEY))
    return known(text, await findFactSubject(store, { personKey: text.slice(KEY.length) }));
  if (/^l[0-9a-z]{12,}$/.test(text) && (await getLead(store, text)))
    return known(text, await findFactSubject(store, { leadId: text }));
  return findFactSubject(store, { phone: readStoredPhone(text, country) });
}

/**
 * The persons of whom a command states something, as of {@link readSubject}.
 *
 * @throws `number-unreadable` for an invalid number, unless a lead has it
 */
export async function readSubjectToState(
  store: Store,
  text: string,
  country: string | undefined,
): Promise<FactSubject> {
  const subject = await readSubject(store, text, country);
  const isListed = subject.persons.some(({ leads }) => leads.length > 0);
  if (subject.phone !== null && !isListed) readPhone(text, country);
  return subject;
}

function known(text: string, subject: FactSubject): FactSubject {
  if (subject.persons.length === 0) throw new CommandError('person-unknown', { text });
  return subject;
}

/** The subject, where it is one person or all are meant. @throws `person-ambiguous` */
export function settled(subject: FactSubject, kind: FactName, isAll: boolean): FactSubject {
  const { persons, phone } = subject;
  if (complianceFact(kind).about === 'number') {
    const numbers = persons.flatMap((person) => person.phones);
    if (phone !== null) return subject;
    const [only, ...others] = numbers;
    if (only === undefined || others.length > 0) throw new CommandError('fact-needs-number', { fact: kind });
    return { ...subject, phone: only };
  }
  if (persons.length > 1 && !isAll)
    throw new CommandError('person-ambiguous', {
      persons: persons.length,
      leads: persons.map(({ leads }) => leads[0]?.leadId ?? '').join(', '),
    });
  return subject;
}

/** A fact by its name. @throws `fact-unknown` */
export function readFactName(text: string): FactName {
  const name = FACT_NAMES.find((each) => each === text);
  if (name) return name;
  throw new CommandError('fact-unknown', { text, facts: FACT_NAMES.join(', ') });
}

const EXAMPLES = {
  hours: "hours such as 'Mon-Fri 09:00-17:00; Sat'",
  purposes: `purposes of ${PURPOSES.join(', ')}`,
  media: "'phone', 'text', 'email' or 'mail'",
  answer: "'yes', 'no' or 'no data'",
  'time-zone': 'an IANA zone such as America/Denver',
  none: '',
} as const;

/**
 * What a fact carries, one a fact to be set: hours of several days are several facts. @throws
 * `fact-value-unusable`
 */
export function readFactValues(
  kind: FactName,
  text: string | undefined,
  country: string,
): readonly (FactDetail | undefined)[] {
  const { value } = complianceFact(kind);
  const given = text === undefined || text.trim() === '' ? undefined : text;
  const unusable = (): never => {
    throw new CommandError('fact-value-unusable', {
      fact: kind,
      text: given ?? '',
      wanted: value === 'none' ? 'no value: it has none' : EXAMPLES[value],
    });
  };
  if (value === 'none') return given === undefined ? [undefined] : unusable();
  if (value === 'purposes')
    return [given === undefined ? undefined : { purposes: readPurposes(given) ?? unusable() }];
  if (given === undefined) return value === 'media' ? [{ media: ['phone'] }] : unusable();
  switch (value) {
    case 'hours':
      return readInconvenientTimes(given) ?? unusable();
    case 'media':
      return [{ media: readMedia(given) ?? unusable() }];
    case 'answer':
      return [{ answer: readReassignedWords(given) ?? unusable() }];
    case 'time-zone':
      return [{ timeZone: readTimeZone(given, country) ?? unusable() }];
  }
}

/** Purposes that the law knows; null where one of them is none. */
export function readPurposes(text: string): readonly string[] | null {
  const purposes = text
    .split(/[;,|]/)
    .map((purpose) => purpose.trim())
    .filter((purpose) => purpose !== '');
  const isKnown = (purpose: string): boolean => PURPOSES.some((each) => each === purpose);
  return purposes.length > 0 && purposes.every(isKnown) ? purposes : null;
}
