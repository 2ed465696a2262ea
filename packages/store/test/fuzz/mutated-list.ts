/** Lists as they come, and what damages them on the way: cut, doubled, mixed up, in another encoding. */
import fc from 'fast-check';

/** The columns of a list, and a row of it. `n`: ten digits that no other row has. */
interface Base {
  readonly country: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  row(n: string, index: number): readonly string[];
}

const CONSENTS = [
  'written',
  'Yes',
  'No',
  'Opted out',
  'No written consent',
  'Revoked (was written)',
  '',
  'maybe',
];

const BASES: readonly Base[] = [
  {
    country: 'US',
    delimiter: ',',
    header: ['phone', 'name', 'state', 'zip', 'consent', 'consent date', 'DNC'],
    row: (n, i) => [n, `"Doe, ${i}"`, 'FL', '33101', CONSENTS[i % 8] ?? '', '2026-01-05', i % 5 ? '' : 'Y'],
  },
  {
    country: 'US',
    delimiter: '\t',
    header: ['First Name', 'Phone 1', 'Phone 1 DNC', 'Phone 2', 'Opt In', 'Opt-in Date', 'Notes'],
    row: (n, i) => [
      `Zoë ${i}`,
      `(${n.slice(0, 3)}) ${n.slice(3, 6)}-${n.slice(6)}`,
      'N',
      '',
      CONSENTS[i % 8] ?? '',
      '1/5/2026',
      'says "hi"',
    ],
  },
  {
    country: 'DE',
    delimiter: ';',
    header: ['Kundennummer', 'Name', 'Telefon', 'PLZ', 'Einwilligung', 'Einwilligungsdatum', 'Sperrvermerk'],
    row: (n, i) => [
      `K-${n}`,
      'Müller',
      `+1${n}`,
      '10115',
      CONSENTS[i % 8] ?? '',
      '05.01.2026',
      i % 7 ? '' : 'ja',
    ],
  },
  {
    country: 'US',
    delimiter: '|',
    header: ['area code', 'phone', 'consent', 'consent date', 'last name', 'account'],
    row: (n, i) => [n.slice(0, 3), n.slice(3), CONSENTS[i % 8] ?? '', '20260105', "O'Neill", `A${n}`],
  },
];

/** One damage. `at` and `to` are shares of the bytes. */
export interface Damage {
  readonly kind: keyof typeof DAMAGES;
  readonly at: number;
  readonly to: number;
  readonly text: string;
}

/** Characters of the bytes 0x80 to 0x9f; all others below 0x100 are as in Latin-1. */
const WINDOWS_1252_FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Not encoded by the library that decodes it; what has no byte becomes a question mark. */
function asWindows1252(text: string): Buffer {
  const bytes = [...text].map((character) => {
    const place = WINDOWS_1252_FROM_80.indexOf(character);
    const code = character.codePointAt(0) ?? 0;
    return place >= 0 ? 0x80 + place : code < 0x100 ? code : 0x3f;
  });
  return Buffer.from(bytes);
}

const DAMAGES = {
  cut: (b: Buffer, from: number, to: number): Buffer =>
    Buffer.concat([b.subarray(0, from), b.subarray(Math.min(to, from + 40))]),
  double: (b: Buffer, from: number, to: number): Buffer =>
    Buffer.concat([b.subarray(0, to), b.subarray(Math.max(from, to - 200), to), b.subarray(to)]),
  insert: (b: Buffer, from: number, _to: number, text: string): Buffer =>
    Buffer.concat([b.subarray(0, from), Buffer.from(text), b.subarray(from)]),
  'insert bytes': (b: Buffer, from: number, _to: number, text: string): Buffer =>
    Buffer.concat([b.subarray(0, from), Buffer.from(text, 'latin1'), b.subarray(from)]),
  'end early': (b: Buffer, from: number): Buffer => b.subarray(0, Math.max(from, b.length - 60)),
  'without header': (b: Buffer): Buffer => b.subarray(b.indexOf(10) + 1),
  'header again': (b: Buffer, from: number): Buffer => {
    const line = b.indexOf(10, from) + 1;
    return Buffer.concat([b.subarray(0, line), b.subarray(0, b.indexOf(10) + 1), b.subarray(line)]);
  },
  'lines exchanged': (b: Buffer, from: number, to: number): Buffer => {
    const lines = b.toString('latin1').split('\n');
    const [one, other] = [from % lines.length, to % lines.length];
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  'carriage returns': (b: Buffer): Buffer =>
    Buffer.from(b.toString('latin1').replaceAll('\n', '\r'), 'latin1'),
  'titles above': (b: Buffer, _from: number, _to: number, text: string): Buffer =>
    Buffer.concat([Buffer.from(`List ${text}\n\n`), b]),
  'windows-1252': (b: Buffer): Buffer => asWindows1252(b.toString('utf8')),
  'utf-16': (b: Buffer): Buffer => Buffer.from(`\ufeff${b.toString('utf8')}`, 'utf16le'),
  'byte-order mark': (b: Buffer): Buffer => Buffer.concat([Buffer.from('\ufeff'), b]),
} as const satisfies Record<string, (b: Buffer, from: number, to: number, text: string) => Buffer>;

const PIECES = [
  ...[
    ',',
    ';',
    '\t',
    '|',
    '"',
    '""',
    '"\n',
    '\n',
    '\r',
    '\r\n',
    '\0',
    "'",
    '=',
    '+',
    '-',
    '@',
    '\\',
    '\\"',
    ' ',
  ],
  ...[
    '\u00a0',
    '\u202e',
    '\u2066',
    '\u200b',
    '👍',
    'é',
    '\xff',
    '\xc3',
    '\x1b[2J',
    'sep=;\n',
    'not ',
    'no ',
    'un',
  ],
  ...[
    'revoked',
    '1e20',
    '0',
    '99999999999999999999',
    '2025550143',
    'phone',
    'NULL',
    '#N/A',
    '<br>',
    '{}',
    '٢',
  ],
];

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom(...(Object.keys(DAMAGES) as (keyof typeof DAMAGES)[])),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  text: fc.oneof(
    fc.constantFrom(...PIECES),
    fc.constantFrom(...PIECES).map((piece) => piece.repeat(300)),
  ),
});

/** What a list is made of. */
export interface MutatedList {
  readonly base: number;
  readonly rows: number;
  readonly damages: readonly Damage[];
}

export const mutatedList: fc.Arbitrary<MutatedList> = fc.record({
  base: fc.nat({ max: BASES.length - 1 }),
  rows: fc.integer({ min: 1, max: 14 }),
  damages: fc.array(damage, { minLength: 1, maxLength: 6 }),
});

/** The bytes of a list, its country, and the numbers it was made of. `first`: from which they count. */
export function listOf(
  { base, rows, damages }: MutatedList,
  first: number,
): { bytes: Buffer; country: string; numbers: string[] } {
  const { country, delimiter, header, row } = BASES[base] ?? (BASES[0] as Base);
  const numbers = Array.from(
    { length: rows },
    (_, index) => `202${2_000_000 + ((first + index) % 7_000_000)}`,
  );
  const lines = [header, ...numbers.map(row)].map((fields) => fields.join(delimiter));
  let bytes = Buffer.from(`${lines.join('\n')}\n`);
  // What is cut within UTF-16 is another text: it comes last.
  const isLast = ({ kind }: Damage): boolean => kind === 'utf-16';
  const inOrder = [...damages.filter((one) => !isLast(one)), ...damages.filter(isLast).slice(0, 1)];
  for (const { kind, at, to, text } of inOrder) {
    const [from, until] = [at, to].map((share) => Math.floor(share * bytes.length)).sort((a, b) => a - b);
    bytes = Buffer.from(DAMAGES[kind](bytes, from ?? 0, until ?? 0, text));
  }
  return { bytes, country, numbers };
}
