/** Reads a file that names leads to be closed. */
import { assertNever } from '@outdial/core';
import type { LeadReference } from '../lead/lead-reference.js';
import { plainWords } from '../columns/plain-words.js';
import { decodeText } from '../text/decode-text.js';
import { oneOf } from '../columns/header-words.js';
import { readNumber } from '../numbers/phone-number.js';
import { detectDelimiter } from '../records/detect-delimiter.js';
import { readRecords } from '../records/read-records.js';

const LEAD = /^(lead|lead ?id|id)$/;
const ACCOUNT = oneOf(
  'account',
  'account (number|no|nr|id|ref|reference)',
  'acct',
  'accountnumber',
  'debt ?id',
  'reference',
  'ref',
  'loan (id|number)',
  'policy (id|number)',
  'case (id|number)',
);
const PERSON = oneOf(
  'person ?(id|key)',
  'customer( ?(id|key|no|number))?',
  'client ?(id|key|no|number)',
  'debtor ?(id|key)',
  'external id',
);
const PHONE = /phone|mobile|cell|number|tel|msisdn/;

/**
 * Reads a file of leads to be closed (recalled, paid): a CSV with a column of lead ids, accounts, person keys
 * or numbers, the first of these that is there; without a header, each line is an account. Lines that hold
 * nothing usable are passed over.
 */
export async function* readLeadReferences(
  source: AsyncIterable<Uint8Array | string>,
  options: { readonly defaultCountry: string } = { defaultCountry: 'US' },
): AsyncGenerator<LeadReference> {
  const text = decodeText(source, { encoding: 'utf-8' });
  const first = await text.next();
  if (first.done) return;
  const start = first.value;
  const delimiter = detectDelimiter(
    start
      .split(/\r\n|\n|\r/)
      .filter((line) => line !== '')
      .slice(0, 20),
  );
  let reader: ((fields: readonly string[]) => LeadReference | null) | null = null;
  for await (const record of readRecords(joined(start, text), delimiter)) {
    if (record.broken !== undefined) continue;
    if (!reader) {
      reader = readerFor(record.fields, options.defaultCountry);
      if (reader) continue;
      reader = (fields) => reference('account', fields[0]);
    }
    const read = reader(record.fields);
    if (read) yield read;
  }
}

async function* joined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

function readerFor(
  headers: readonly string[],
  country: string,
): ((fields: readonly string[]) => LeadReference | null) | null {
  const words = headers.map(plainWords);
  for (const [name, pattern] of [
    ['leadId', LEAD],
    ['account', ACCOUNT],
    ['personKey', PERSON],
  ] as const) {
    const index = words.findIndex((word) => pattern.test(word));
    if (index >= 0) return (fields) => reference(name, fields[index]);
  }
  const index = words.findIndex((word) => PHONE.test(word));
  if (index < 0) return null;
  return (fields) => {
    const number = readNumber(fields[index] ?? '', country);
    return number.ok ? { phone: number.phone } : null;
  };
}

function reference(
  name: 'leadId' | 'account' | 'personKey',
  value: string | undefined,
): LeadReference | null {
  if (value === undefined || value === '') return null;
  switch (name) {
    case 'leadId':
      return { leadId: value };
    case 'account':
      return { account: value };
    case 'personKey':
      return { personKey: value };
    default:
      return assertNever(name, 'a kind of reference');
  }
}
