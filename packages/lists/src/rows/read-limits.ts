/**
 * Reads what limits or ends calls to the person of a row. A value here that cannot be read rejects the row:
 * a lead without the limit would be called against it.
 */
import { defined } from '@outdial/core';
import type { ColumnTarget } from '../columns/column-targets.js';
import type { Column } from '../columns/columns.js';
import type { ImportedFacts } from '../lead/imported-facts.js';
import type { NewContact, NewEnd } from '../lead/new-lead.js';
import { isMonthOrYear, isZeroDate, readDate } from '../values/dates.js';
import { readAge, readBirth } from '../values/age.js';
import { isListedBy } from '../values/do-not-call-flag.js';
import { readInconvenientTimes } from '../values/inconvenient-times.js';
import { lateOnDay } from '../values/late-on-day.js';
import { readEndWords, readReassignedWords, saysNotKnown } from '../values/person-words.js';
import { readMedia } from '../values/media-words.js';
import { saysNo, saysYes } from '../values/yes-no.js';
import type { Cells } from './cells.js';
import { hasStatus, reportStatusesInDoubt } from './read-status.js';
import { readPastDate } from './read-values.js';
import type { RowOptions } from './row-options.js';

/** Facts of the law that limit calls. */
export type LimitFacts = Pick<
  ImportedFacts,
  | 'attorney'
  | 'ceaseMailedAt'
  | 'ceaseReceivedAt'
  | 'employerProhibits'
  | 'inconvenient'
  | 'mediumOptOut'
  | 'reassigned'
>;

/** What limits or ends calls. */
export interface RowLimits {
  readonly facts: LimitFacts;
  readonly ends?: readonly NewEnd[];
  readonly contacts?: readonly NewContact[];
  /** By age or day of birth: the person is a minor. */
  readonly isUnderAge?: true;
  /** One of them cannot be read, which the last problem says: the row is rejected. */
  readonly isUnread?: true;
}

/** The columns of limits: most lists have none. */
const LIMITING: readonly ColumnTarget[] = [
  'age',
  'attorney',
  'bankrupt',
  'birthDate',
  'ceaseMailedAt',
  'ceaseReceivedAt',
  'channelOptOut',
  'deceased',
  'employerProhibits',
  'inconvenientTimes',
  'lastConversationAt',
  'minor',
  'pastCalls',
  'reassigned',
  'status',
];

/** A value that cannot be read, reported. */
const UNREAD = Symbol('unread');
type Unread = typeof UNREAD;

/** The limits of a row, those that can be read. */
export function readLimits(cells: Cells, options: RowOptions): RowLimits {
  if (LIMITING.every((target) => cells.columns.of(target) === undefined)) return { facts: {} };
  reportStatusesInDoubt(cells);
  const isMinor = isUnderAge(cells, options);
  // What may only leave its value out comes first: the last problem says why a row is rejected.
  const reassigned = readReassigned(cells, options);
  const bankrupt = readEnd(cells, 'bankrupt', options);
  const deceased = readEnd(cells, 'deceased', options);
  const minor = readMinor(cells, options, isMinor);
  const inconvenient = readInconvenient(cells);
  const mediumOptOut = readChannels(cells);
  const { contacts, isUnread } = readContacts(cells, options);
  const ends = [known(bankrupt), known(deceased), known(minor)].filter((end) => end !== undefined);
  const others = [bankrupt, deceased, minor, inconvenient, mediumOptOut, reassigned];
  return defined({
    facts: defined({
      attorney:
        isStated(cells, 'attorney') || hasStatus(cells, 'attorney') ? ({ known: true } as const) : undefined,
      ceaseMailedAt: readStatedDay(cells, 'ceaseMailedAt', options),
      ceaseReceivedAt: readStatedDay(cells, 'ceaseReceivedAt', options),
      employerProhibits: isStated(cells, 'employerProhibits') ? (true as const) : undefined,
      inconvenient: known(inconvenient),
      mediumOptOut: known(mediumOptOut),
      reassigned: known(reassigned),
    }),
    ends: ends.length > 0 ? ends : undefined,
    contacts: contacts.length > 0 ? contacts : undefined,
    isUnderAge: isMinor ? (true as const) : undefined,
    isUnread: isUnread || others.includes(UNREAD) ? (true as const) : undefined,
  });
}

function known<Value>(value: Value | Unread): Value | undefined {
  return value === UNREAD ? undefined : value;
}

/** Names of attorneys and dates of letters state the fact as 'yes' does: only closed words for no do not. */
function states(text: string): boolean {
  return isListedBy(text) && !saysNotKnown(text);
}

function isStated(cells: Cells, target: ColumnTarget): boolean {
  return cells.wholes(target).some(({ text }) => states(text));
}

/** The day of a letter; undefined where there was none. */
function readStatedDay(cells: Cells, target: ColumnTarget, options: RowOptions): number | undefined {
  const stated = cells.wholes(target).flatMap(({ text }) => (states(text) ? [text] : []));
  if (stated.length > 0) return dayOf(stated, options);
  return target === 'ceaseReceivedAt' && hasStatus(cells, 'cease') ? options.at : undefined;
}

/** The day of a fact: its first date that is past, else that of the upload. */
function dayOf(texts: readonly string[], { at, dateOrder }: RowOptions): number {
  return Math.min(...texts.map((text) => readDate(text, dateOrder) ?? at), at);
}

/** An end that any of its columns states: 'Bankrupt' says no, and 'BK Date' has a day. */
function readEnd(
  cells: Cells,
  kind: 'bankrupt' | 'deceased',
  options: RowOptions,
): NewEnd | Unread | undefined {
  const given = cells.wholes(kind).filter(({ text }) => !isZeroDate(text));
  const said = given.map(({ text }) => readEndWords(kind, text) ?? dated(text, options));
  const stated = given.flatMap(({ text }, index) => (said[index] === 'yes' ? [text] : []));
  if (stated.length > 0) return { kind, at: dayOf(stated, options) };
  const unclear = given[said.indexOf(null)];
  if (!unclear) return hasStatus(cells, kind) ? { kind, at: options.at } : undefined;
  return unread(
    cells,
    unclear.column,
    `it does not say whether the person is ${kind}`,
    "use 'yes', 'no' or the date",
  );
}

function dated(text: string, { dateOrder }: RowOptions): 'yes' | null {
  return readDate(text, dateOrder) !== null || isMonthOrYear(text) ? 'yes' : null;
}

function readMinor(cells: Cells, options: RowOptions, isMinor: boolean): NewEnd | Unread | undefined {
  const given = cells.wholes('minor').filter(({ text }) => !saysNo(text));
  if (given.some(({ text }) => saysYes(text)) || isMinor) return { kind: 'minor', at: options.at };
  const [unclear] = given;
  if (!unclear) return undefined;
  return unread(
    cells,
    unclear.column,
    'it does not say whether the person is under age',
    "use 'yes' or 'no'",
  );
}

/** Whether the age or the day of birth is that of a minor; reported where it cannot be told. */
function isUnderAge(cells: Cells, { at, dateOrder }: RowOptions): boolean {
  const age = cells.whole('age');
  const born = cells.whole('birthDate');
  const ofAge = age === undefined ? 'of-age' : readAge(age);
  const ofBirth = born === undefined || isZeroDate(born) ? 'of-age' : readBirth(born, dateOrder, at);
  const remedy = "say 'yes' in a column 'Minor' where the person is under age, or leave it empty";
  if (ofAge === null) cells.report('age', age ?? '', 'it is not an age in years', remedy);
  if (ofBirth === null)
    cells.report('birthDate', born ?? '', 'it does not say whether the person is of age', remedy);
  return ofAge === 'under-age' || ofBirth === 'under-age';
}

function readInconvenient(cells: Cells): LimitFacts['inconvenient'] | Unread {
  const [given] = cells.wholes('inconvenientTimes');
  if (!given || saysNotKnown(given.text)) return undefined;
  const remedy = "write them as 'Mon-Fri 09:00-17:00; Sat; before 09:00'";
  return readInconvenientTimes(given.text) ?? unread(cells, given.column, 'the hours cannot be read', remedy);
}

function readChannels(cells: Cells): LimitFacts['mediumOptOut'] | Unread {
  const [given] = cells.wholes('channelOptOut');
  if (!given || saysNotKnown(given.text)) return undefined;
  const remedy = "use 'phone', 'text', 'email' and 'mail', with semicolons between them";
  return readMedia(given.text) ?? unread(cells, given.column, 'it is not a medium', remedy);
}

/** An answer without its day is as old as the upload; 'no' excuses a call only from its own day on. */
function readReassigned(cells: Cells, options: RowOptions): LimitFacts['reassigned'] | Unread {
  const [given] = cells.wholes('reassigned');
  if (!given) return undefined;
  const answer = readReassignedWords(given.text);
  if (answer === null)
    return unread(cells, given.column, 'it is not an answer of the database', "use 'yes', 'no' or 'no data'");
  const day = cells.whole('reassignedAt');
  const queriedAt = day === undefined ? undefined : readPastDate(cells, 'reassignedAt', day, options);
  if (answer !== 'no') return { answer, queriedAt: Math.min(queriedAt ?? options.at, options.at) };
  if (queriedAt !== undefined) return { answer, queriedAt };
  const problem = "the answer 'no' has no date; it is left out";
  cells.reportIn(given.column, problem, 'give the day of the query');
  return undefined;
}

function readContacts(
  cells: Cells,
  options: RowOptions,
): { readonly contacts: readonly NewContact[]; readonly isUnread: boolean } {
  const contacts: NewContact[] = [];
  let isUnread = false;
  const calls = cells.wholes('pastCalls').flatMap(({ text }) => text.split(/[;|\n]/));
  for (const [target, text, outcome] of [
    ...cells
      .wholes('lastConversationAt')
      .map(({ text }) => ['lastConversationAt', text, 'conversation'] as const),
    ...calls.map((call) => ['pastCalls', call.trim(), 'unknown'] as const),
  ]) {
    if (text === '' || isZeroDate(text) || saysNotKnown(text)) continue;
    const at = readPastDate(cells, target, text, options);
    if (at === undefined) isUnread = true;
    else contacts.push({ at: lateOnDay(at, options.defaultCountry, options.at), outcome });
  }
  return { contacts, isUnread };
}

function unread(cells: Cells, column: Column, problem: string, remedy: string): Unread {
  cells.reportIn(column, problem, remedy);
  return UNREAD;
}
