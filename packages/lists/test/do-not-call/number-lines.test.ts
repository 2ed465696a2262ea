import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readNumberFile } from '../../src/index.js';
import type { NumberFileReport } from '../../src/index.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'outdial-numbers-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Reads content written to a file, and answers the numbers with the rejected lines. */
async function read(
  content: string | Buffer,
  { name = 'numbers.txt', country = 'US' } = {},
): Promise<{ keys: number[]; report: NumberFileReport; rejected: string | null }> {
  const path = join(folder, name);
  const rejectedFile = `${path}.rejected.csv`;
  writeFileSync(path, content);
  const keys: number[] = [];
  const report = await readNumberFile(path, {
    defaultCountry: country,
    add: (key) => keys.push(key),
    rejectedFile,
  });
  return { keys, report, rejected: existsSync(rejectedFile) ? readFileSync(rejectedFile, 'utf8') : null };
}

describe('a file of numbers', () => {
  test('is read in the format of the US registry, as ten digits and in E.164, whatever ends its lines', async () => {
    const { keys, report, rejected } = await read(
      '201,5551234\r\n2015551235\n+12015551236\n12015551237\n\n# as of June\n(201) 555-1238\n"201-555-1239"\n+442079460018',
    );
    expect(keys).toEqual([
      12015551234, 12015551235, 12015551236, 12015551237, 12015551238, 12015551239, 442079460018,
    ]);
    expect(report).toEqual({ lines: 7, numbers: 7, rejected: 0 });
    expect(rejected).toBeNull();
  });

  test('loses no line: what holds no number is rejected with line, value and remedy', async () => {
    const { keys, report, rejected } = await read(
      `2015551234\n201555\nnobody\n1115551234\n${'9'.repeat(9000)}\n2015551235\n`,
    );
    expect(keys).toEqual([12015551234, 12015551235]);
    expect(report).toEqual({ lines: 6, numbers: 2, rejected: 4 });
    const lines = (rejected ?? '').trim().split('\r\n');
    expect(lines[0]).toBe('line,status,field,value,problem,remedy');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 4).join(' '))).toEqual([
      '2 rejected phone 201555',
      '3 rejected phone nobody',
      '4 rejected phone 1115551234',
      `5 rejected phone ${'9'.repeat(80)}`,
    ]);
    expect(lines[1]).toMatch(/too few or too many digits.*write it with its country code/);
  });

  test('forgets the rejected lines of an earlier reading', async () => {
    expect((await read('nobody\n2015551234\n')).rejected).not.toBeNull();
    expect((await read('2015551234\n')).rejected).toBeNull();
  });

  test('is read by the column that its header names', async () => {
    expect((await read('name;telephone;since\nAna;(303) 555-0100;2020\nBen;;2021\n')).keys).toEqual([
      13035550100,
    ]);
    expect((await read('Area Code,Phone Number\n303,5550101\n')).keys).toEqual([13035550101]);
  });

  test('is read as numbers are dialed in its country, compressed or not, with a byte-order mark or without', async () => {
    expect((await read('\ufeff020 7946 0018\n+442079460019\n', { country: 'GB' })).keys).toEqual([
      442079460018, 442079460019,
    ]);
    expect((await read(gzipSync('3035550102\n'), { name: 'numbers.csv.gz' })).keys).toEqual([13035550102]);
  });

  test('gives the same numbers however its bytes are cut', async () => {
    const numbers = Array.from({ length: 200_000 }, (_, index) => 2_012_000_000 + index * 7);
    const { keys } = await read(
      numbers.map((number) => `${String(number).slice(0, 3)},${String(number).slice(3)}`).join('\r\n'),
    );
    expect(keys).toEqual(numbers.map((number) => 10_000_000_000 + number));
  });

  test.each([
    ['a ZIP archive', Buffer.from('PK\u0003\u0004....'), 'Unpack it first'],
    ['UTF-16', Buffer.from('\ufeff2015551234\n', 'utf16le'), 'Save it as UTF-8'],
    ['gzip under another name', gzipSync('2015551234\n'), "ends in '.gz'"],
  ])('is refused as %s, with the remedy', async (_name, content, remedy) => {
    await expect(read(content)).rejects.toThrow(remedy);
  });
});
