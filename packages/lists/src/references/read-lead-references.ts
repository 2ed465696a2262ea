/** Reads a file that names leads to be closed or reopened. */
import { LIMITS, assertNever } from '@outdial/core';
import { isPhoneHeader } from '../columns/phone-headers.js';
import { plainWords } from '../columns/plain-words.js';
import { meaningOf } from '../columns/vocabulary/all-words.js';
import type { LeadName, LeadReference } from '../lead/lead-reference.js';
import { readNumber } from '../numbers/phone-number.js';
import { looksLikeNumber } from '../numbers/looks-like-number.js';
import { openRows } from '../tables/read-rows.js';

/** A line that names no lead. */
export interface UnreadableReference {
  readonly line: number;
  readonly value: string;
  readonly problem: string;
}

/** How a file of references is read. */
export interface ReferenceOptions {
  /** ISO country of numbers written without a country code. @default 'US' */
  readonly defaultCountry?: string;
  /** Takes each line that names no lead. */
  readonly onUnreadable?: (line: UnreadableReference) => void;
}

/** What a column of such a file names. */
type ReferenceKind = 'leadId' | 'account' | 'personKey' | 'phone';

interface ReferenceColumn {
  readonly index: number;
  readonly kind: ReferenceKind;
}

/**
 * Reads a file of leads to be closed (recalled, paid): a list with columns of lead ids, accounts, person keys
 * or numbers, or one of these a line without a header. A line with several of them names its lead by each,
 * the first that the store knows counts. Lines that hold nothing usable go to `onUnreadable`.
 */
export async function* readLeadReferences(
  source: AsyncIterable<Uint8Array | string>,
  options: ReferenceOptions = {},
): AsyncGenerator<LeadReference> {
  const { defaultCountry = 'US', onUnreadable } = options;
  const file = await openRows(source, {});
  let columns: readonly ReferenceColumn[] | null = null;
  for await (const batch of file.batches)
    for (const { line, fields, broken } of batch) {
      if (!columns) {
        columns = columnsOf(fields);
        if (columns.length > 0) continue;
      }
      const names = broken === undefined ? referencesIn(fields, columns, defaultCountry) : [];
      const [first, ...others] = names;
      if (first) yield others.length === 0 ? first : { ...first, or: others };
      else if (broken !== undefined || fields.some((field) => field !== ''))
        onUnreadable?.({
          line,
          value: (broken ?? fields.join(' ')).slice(0, LIMITS.shownValue.max),
          problem: broken === undefined ? 'it names no lead' : 'its quotation mark is never closed',
        });
    }
}

/** Columns that name leads, the surest first; none where the first line is not a header. */
function columnsOf(headers: readonly string[]): ReferenceColumn[] {
  const kinds = headers.map((header, index) => ({ index, kind: kindOf(plainWords(header)) }));
  const order: readonly ReferenceKind[] = ['leadId', 'account', 'personKey', 'phone'];
  return kinds
    .flatMap(({ index, kind }) => (kind === null ? [] : [{ index, kind }]))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.index - b.index);
}

function kindOf(words: string): ReferenceKind | null {
  if (/^(?:lead|lead ?id|id)$/.test(words)) return 'leadId';
  if (/^(?:customer|client|debtor)$/.test(words)) return 'personKey';
  if (isPhoneHeader(words)) return 'phone';
  const meaning = meaningOf(words);
  return meaning === 'account' || meaning === 'personKey' ? meaning : null;
}

/** Without a header a value is a number where it is written like one, else an account or a lead id. */
function referencesIn(
  fields: readonly string[],
  columns: readonly ReferenceColumn[],
  country: string,
): LeadName[] {
  if (columns.length > 0)
    return columns.flatMap(({ index, kind }) => named(kind, fields[index] ?? '', country));
  const [value = ''] = fields;
  const phone = looksLikeNumber(value) ? named('phone', value, country) : [];
  return [...phone, ...named('account', value, country), ...named('leadId', value, country)];
}

function named(kind: ReferenceKind, value: string, country: string): LeadName[] {
  if (value === '') return [];
  switch (kind) {
    case 'leadId':
      return [{ leadId: value }];
    case 'account':
      return [{ account: value }];
    case 'personKey':
      return [{ personKey: value }];
    case 'phone': {
      const number = readNumber(value, country);
      return number.ok ? [{ phone: number.phone }] : [];
    }
    default:
      return assertNever(kind, 'a kind of reference');
  }
}
