/**
 * What a rejected row says against calls. The row brings no lead until it is corrected, and its person may be
 * known from another row or list: what it states clearly counts at once. Nothing here permits a call.
 */
import { defined } from '@outdial/core';
import type { ImportedFacts } from '../lead/imported-facts.js';
import type { NewLead, NewPhone } from '../lead/new-lead.js';
import { readListed } from '../numbers/listed-numbers.js';
import { isEmpty } from './cells.js';
import type { Cells } from './cells.js';
import { readConsent } from './read-consent.js';
import { isClosedNumber, readDoNotCall } from './read-do-not-call.js';
import { readLimits } from './read-limits.js';
import type { LimitFacts } from './read-limits.js';
import { readCell, readRowCountry } from './read-numbers.js';
import type { RowCountry } from './read-numbers.js';
import type { RowOptions } from './row-options.js';
import { isBarredInWords } from './stopped-rows.js';

/** A row as far as it speaks against calls: whom it is about, and what bars or limits calls to them. */
export type AgainstCalls = Pick<
  NewLead,
  'consentRevokedAt' | 'consentRevokedScope' | 'contacts' | 'ends' | 'facts' | 'personKey' | 'phones'
>;

/**
 * Reads a rejected row. `cells`: made for this, since what they report is reported already. Undefined where
 * the row names nobody, or says nothing against calls.
 */
export function readAgainstCalls(cells: Cells, options: RowOptions): AgainstCalls | undefined {
  const found = phonesOf(cells, options);
  const phones = isBarredInWords(cells)
    ? found.map(({ phone }) => ({ phone, doNotCall: true as const }))
    : found;
  const personKey = cells.text('personKey');
  if (phones.length === 0 && personKey === undefined) return undefined;
  const limits = readLimits(cells, options);
  const { consentRevokedAt, consentRevokedScope } = readConsent(cells, options);
  const facts = defined({ doNotCall: readDoNotCall(cells, options), ...limiting(limits.facts) });
  const says = defined({
    facts: Object.keys(facts).length > 0 ? facts : undefined,
    ends: limits.ends,
    contacts: limits.contacts,
    consentRevokedAt,
  });
  if (Object.keys(says).length === 0 && phones.every((phone) => phone.doNotCall !== true)) return undefined;
  return defined({ ...says, phones, personKey, consentRevokedScope });
}

/** An answer that the number was not reassigned speaks for calls. */
function limiting({ reassigned, ...facts }: LimitFacts): ImportedFacts {
  return reassigned?.answer === 'yes' ? { ...facts, reassigned } : facts;
}

/** Signs between numbers of one cell. */
const BETWEEN = /[;,|&\n\r\t]+|:::/;

/**
 * Every number that the row may mean, as on a do-not-call list: a country that cannot be read is that of the
 * list, and digits that can be two numbers are both.
 */
function phonesOf(cells: Cells, options: RowOptions): readonly NewPhone[] {
  const country = { ...readRowCountry(cells), isUnread: false };
  const phones = new Map<string, NewPhone>();
  for (const column of cells.columns.phones) {
    if (isEmpty(cells.in(column))) continue;
    const doNotCall = isClosedNumber(cells, column, options) || undefined;
    const reading = readCell(cells, column, country, options);
    const found = reading.ok
      ? reading.numbers.map(({ phone }) => phone)
      : listedIn(cells.in(column), country, options);
    for (const phone of found) phones.set(phone, { ...defined({ phone, doNotCall }), ...phones.get(phone) });
  }
  return [...phones.values()];
}

function listedIn(
  text: string,
  { named, ofCode }: RowCountry,
  { defaultCountry }: RowOptions,
): readonly string[] {
  return [text, ...text.split(BETWEEN)].flatMap((part) => {
    const reading = readListed(part, named ?? ofCode ?? defaultCountry);
    return reading.ok ? reading.phones : [];
  });
}
