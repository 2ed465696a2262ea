import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeText } from '../../src/text/decode-text.js';
import type { EncodingReport } from '../../src/text/decode-text.js';
import { detectDelimiter } from '../../src/records/detect-delimiter.js';
import { readRecords } from '../../src/records/read-records.js';
import type { CsvRecord } from '../../src/records/read-records.js';

async function* pieces<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

async function records(text: string, delimiter = ',', size = text.length || 1): Promise<CsvRecord[]> {
  const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
  const all: CsvRecord[] = [];
  for await (const record of readRecords(pieces(chunks), delimiter)) all.push(record);
  return all;
}

async function decode(bytes: Uint8Array, size: number): Promise<{ text: string; report: EncodingReport }> {
  const report: EncodingReport = { encoding: 'utf-8' };
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  let text = '';
  for await (const piece of decodeText(pieces(chunks), report)) text += piece;
  return { text, report };
}

describe('CSV records', () => {
  test('reads quotes, doubled or around delimiters and line ends, and says where each record begins', async () => {
    expect(await records('a,b\r\n"x, ""y""","two\r\nlines"\r\n\r\n1,2')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['x, "y"', 'two\nlines'] },
      { line: 5, fields: ['1', '2'] },
    ]);
  });

  test('takes a stray quote as it stands, and loses one line to a quote that is never closed', async () => {
    expect(await records('a 5" pipe,b\n"the "big" one",c')).toEqual([
      { line: 1, fields: ['a 5" pipe', 'b'] },
      { line: 2, fields: ['the "big" one', 'c'] },
    ]);
    const rows = Array.from({ length: 200 }, (_, index) => `${index},x`);
    const read = await records(['h,i', '"never closed,1', ...rows].join('\n'));
    expect(read.filter((record) => record.broken !== undefined)).toMatchObject([{ line: 2 }]);
    expect(read).toHaveLength(202);
    expect(read.at(-1)).toEqual({ line: 202, fields: ['199', 'x'] });
  });

  test('reads a quoted note of any length, and takes nothing out of its inside', async () => {
    const note = Array.from({ length: 2_000 }, (_, index) => `202-555-0199,line ${index}`).join('\n');
    expect(await records(`phone,note\n2025550143,"${note}"\n3125550121,x\n`)).toEqual([
      { line: 1, fields: ['phone', 'note'] },
      { line: 2, fields: ['2025550143', note] },
      { line: 2_002, fields: ['3125550121', 'x'] },
    ]);
    const doubled = 'He said\n""urgent"" and\n""now""';
    expect((await records(`a,b\n1,"${doubled}"\n`)).at(-1)?.fields).toEqual([
      '1',
      doubled.replaceAll('""', '"'),
    ]);
  });

  test('a quotation mark that is never closed costs its own line, also where later rows are quoted', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `${index},"Doe, Jane"`);
    const read = await records(['h,i', '0,"never closed', ...rows].join('\n'));
    expect(read.filter((record) => record.broken !== undefined)).toEqual([
      { line: 2, fields: [], broken: '0,"never closed', fault: 'open-quote' },
    ]);
    expect(read).toHaveLength(302);
  });

  test('a line that is longer than any row is named, and reading goes on', async () => {
    const read = await records(`a,b\n${'x,'.repeat(700_000)}\n1,2\n${','.repeat(20_000)}\n3,4`, ',', 65_536);
    expect(read.map(({ line, fault, fields }) => fault ?? `${line} ${fields.join('|')}`)).toEqual([
      '1 a|b',
      'too-long',
      '3 1|2',
      'too-many-fields',
      '5 3|4',
    ]);
  });

  test('lines of delimiters alone, and the end mark of old programs, are no rows', async () => {
    const rows = await records('phone,name\r\n,,\r\n2025550143,Ana\r\n"", ,\r\n,,,\r\n\x1a');
    expect(rows.map(({ line }) => line)).toEqual([1, 3]);
  });

  test('reads old and new line endings', async () => {
    expect((await records('a,b\rc,d\re,f')).map((record) => record.fields.join(''))).toEqual([
      'ab',
      'cd',
      'ef',
    ]);
  });

  test('property: what is written is read back, however the text is cut into pieces', async () => {
    const field = fc
      .string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', '7'), maxLength: 8 })
      .map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        async (table, size) => {
          const text = table
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          const rows = table.filter((row) => row.some((value) => value !== ''));
          expect((await records(text, ',', size)).map((record) => record.fields)).toEqual(rows);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('property: whatever the quotes are, every line is in one record or broken, all in order', async () => {
    const piece = fc.constantFrom('"', '""', ',', 'a', ' ', '\n', '"a', ',"', '1');
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        async (pieces, size) => {
          const text = pieces.join('');
          const read = await records(text, ',', size);
          expect(read).toEqual(await records(text, ',', 1_000));
          const lines = read.map((record) => record.line);
          expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    [['a;b;c', '1;2,5;3', '4;5,5;6'], ';'],
    [['name\tphone', 'a, b\t1'], '\t'],
    [['a|b|c', '1|2|3'], '|'],
    [['name,phone', '"x;y;z;v",1'], ','],
    [['phone', '+13035550101'], ','],
  ])('detects the delimiter of %j', (lines, delimiter) => {
    expect(detectDelimiter(lines)).toBe(delimiter);
  });
});

describe('encodings', () => {
  const text = 'Name;Straße\nJosé;Çelik €\n';

  test.each([1, 2, 3, 5, 1_000])(
    'reads UTF-8, with a byte-order mark or not, in pieces of %d bytes',
    async (size) => {
      expect(await decode(Buffer.from(text), size)).toMatchObject({ text, report: { encoding: 'utf-8' } });
      expect(await decode(Buffer.from(`\ufeff${text}`), size)).toMatchObject({ text });
    },
  );

  test.each([1, 2, 3, 7, 1_000])('reads Latin-1 and UTF-16 in pieces of %d bytes', async (size) => {
    const latin = 'Name;Straße\nJosé;Ñandú\n';
    expect(await decode(Buffer.from(latin, 'latin1'), size)).toMatchObject({
      text: latin,
      report: { encoding: 'windows-1252' },
    });
    expect(await decode(Buffer.from(`\ufeff${text}`, 'utf16le'), size)).toMatchObject({
      text,
      report: { encoding: 'utf-16le' },
    });
  });

  test('reads a Latin-1 letter that comes after a long run of plain text, and files pasted together', async () => {
    const plain = 'x'.repeat(200_000);
    expect((await decode(Buffer.from(`${plain}é`, 'latin1'), 65_536)).text).toBe(`${plain}é`);
    const mixed = await decode(
      Buffer.concat([Buffer.from('é'), Buffer.from('é', 'latin1'), Buffer.from('x')]),
      1_000,
    );
    expect(mixed).toMatchObject({ text: 'ééx', report: { encoding: 'mixed' } });
  });

  test('property: any text comes through in UTF-8, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        async (any, size) => {
          const expected = any.replace(/^\ufeff/, '');
          expect((await decode(Buffer.from(any), size)).text).toBe(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});
