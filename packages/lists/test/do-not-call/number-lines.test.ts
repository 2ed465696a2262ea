import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readNumberFile } from '../../src/index.js';
import type { NumberFileReport } from '../../src/index.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'outdial-numbers-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What came of reading. */
interface Reading {
  readonly keys: number[];
  readonly gone: number[];
  readonly ranges: [number, number][];
  readonly report: NumberFileReport;
  /** The rejected lines; null where there are none. */
  readonly rejected: string | null;
}

/** A ZIP archive with these files, not compressed. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [file, title] = [Buffer.from(text), Buffer.from(name)];
    const sizes = Buffer.alloc(14);
    sizes.writeUInt32LE(crc32(file), 0);
    sizes.writeUInt32LE(file.length, 4);
    sizes.writeUInt32LE(file.length, 8);
    sizes.writeUInt16LE(title.length, 12);
    const local = Buffer.concat([
      Buffer.from('504b03040a000000000000000000', 'hex'),
      sizes,
      Buffer.alloc(2),
      title,
      file,
    ]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(offset);
    directory.push(
      Buffer.concat([
        Buffer.from('504b01020a000a000000000000000000', 'hex'),
        sizes,
        Buffer.alloc(12),
        place,
        title,
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

/** Reads content written to a file, and answers the numbers with the rejected lines. */
async function read(
  content: string | Buffer,
  { name = 'numbers.txt', country = 'US', ranges: hasRanges = false } = {},
): Promise<Reading> {
  const path = join(folder, name);
  const rejectedFile = `${path}.rejected.csv`;
  writeFileSync(path, content);
  const keys: number[] = [];
  const gone: number[] = [];
  const ranges: [number, number][] = [];
  const report = await readNumberFile(path, {
    defaultCountry: country,
    add: (key) => keys.push(key),
    remove: (key) => gone.push(key),
    ...(hasRanges ? { addRange: (first: number, last: number) => void ranges.push([first, last]) } : {}),
    rejectedFile,
  });
  return {
    keys,
    gone,
    ranges,
    report,
    rejected: existsSync(rejectedFile) ? readFileSync(rejectedFile, 'utf8') : null,
  };
}

describe('a file of numbers', () => {
  test('is read in the format of the US registry, as ten digits and in E.164, whatever ends its lines', async () => {
    const { keys, report, rejected } = await read(
      '201,5551234\r\n2015551235\n+12015551236\n12015551237\n\n# as of June\n' +
        '(201) 555-1238\n"201-555-1239"\n+442079460018',
    );
    expect(keys).toEqual([
      12015551234, 12015551235, 12015551236, 12015551237, 12015551238, 12015551239, 442079460018,
    ]);
    expect(report).toMatchObject({ lines: 7, numbers: 7, rejected: 0 });
    expect(rejected).toBeNull();
  });

  test('loses no line: what holds no number is rejected with line, value and remedy', async () => {
    const { keys, report, rejected } = await read(
      `2015551234\n201555\nnobody\n1115551234\n${'9'.repeat(9000)}\n2015551235\n`,
    );
    expect(keys).toEqual([12015551234, 12015551235]);
    expect(report).toMatchObject({ lines: 6, numbers: 2, rejected: 4 });
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

  test('is read as numbers are dialed in its country, compressed or not, with or without a mark', async () => {
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
    ['an archive cut short', Buffer.from('PK\u0003\u0004....'), 'Fetch it again'],
    ['gzip cut short', gzipSync('2015551234\n'.repeat(100)).subarray(0, 30), 'Fetch it again'],
    ['a PDF', Buffer.from(`%PDF-1.7 ${'x'.repeat(100)}`), 'Save it as a text file'],
    ['binary', Buffer.from([1, 2, 0, 0, 0, 9, 8, 7, 0, 0, 0, 1]), 'Save it as a text file'],
    ['XML without numbers', '<html><body>Please log in</body></html>', 'Save it as a text file'],
  ])('is refused as %s, with the remedy', async (_name, content, remedy) => {
    await expect(read(content)).rejects.toThrow(remedy);
  });
});

describe('a file of numbers in the formats of registries and systems', () => {
  test.each([
    ['CR line ends', '2025550143\r3125550121\r', [12025550143, 13125550121]],
    ['mixed line ends', '2025550143\r3125550121\r\n4155550178\n', [12025550143, 13125550121, 14155550178]],
    ['floats', '2025550143.0\n', [12025550143]],
    ['flat text', '202,5550143\n', [12025550143]],
    ['three columns', '202,555,0143\n', [12025550143]],
    ['a header', 'phone,date\n2025550143,2026-01-01\n', [12025550143]],
    ['an id first', 'id,name,phone\n10001,Ana,2025550143\n', [12025550143]],
    ['an id first, without header', '10001,Ana,2025550143\n', [12025550143]],
    ['two a line', '3125550121;2025550143\n', [13125550121, 12025550143]],
    ['two in a column', 'phone,date\n"3125550121;2025550143",2026-01-01\n', [13125550121, 12025550143]],
    ['two columns', 'name,phone 1,phone 2\nAna,3125550121,2025550143\n', [13125550121, 12025550143]],
    ['a quoted comma', 'name,phone\n"Doe, Ana",2025550143\n', [12025550143]],
    ['dates beside', '2025550143,2026-01-01,20260101\n', [12025550143]],
    ['a total', 'phone\n2025550143\nTotal,1\n', [12025550143]],
    ['sep=', 'sep=;\nname;phone\nAna;2025550143\n', [12025550143]],
    ['extensions', '202-555-0143 x12, 312-555-0121\n', [12025550143, 13125550121]],
    ['UTF-16', Buffer.from('\ufeff2025550143\r\n', 'utf16le'), [12025550143]],
    [
      'UTF-16 without a mark',
      Buffer.from('2025550143\r\n3125550121\r\n', 'utf16le'),
      [12025550143, 13125550121],
    ],
    ['gzip under any name', gzipSync('2025550143\n'), [12025550143]],
  ])('%s', async (_name, content, keys) => {
    const reading = await read(content);
    expect(reading.keys).toEqual(keys);
    expect(reading.rejected).toBeNull();
  });

  test('change lists: numbers that came and numbers that went', async () => {
    const flat = await read('202,5550143,2026-06-01T00:00:00-05:00,A\n202,5550144,2026-06-01,D\n');
    expect([flat.keys, flat.gone]).toEqual([[12025550143], [12025550144]]);
    const columns = await read('phone,action\n2025550143,Add\n2025550144,Delete\n');
    expect([columns.keys, columns.gone]).toEqual([[12025550143], [12025550144]]);
    const initial = await read('2025550144,Ana,D,Smith\n');
    expect([initial.keys, initial.gone]).toEqual([[12025550144], []]);
  });

  test('XML of the registries, well-formed or as their examples are', async () => {
    const full = `<list type='full' level='ac' val='416' />
<ac val='416'>
<ph val='5550143' /> <ph val='5550144' />
</ac>
<ac val="905"><ph val="5550145"/></ac> </list>`;
    expect((await read(full)).keys).toEqual([14165550143, 14165550144, 19055550145]);
    const change =
      '<?xml version="1.0"?><list type="change">' +
      '<ac val="202"><ph val="5550143" ind="A"/><ph val="5550144" ind="D"/></ac></list>';
    const reading = await read(change);
    expect([reading.keys, reading.gone]).toEqual([[12025550143], [12025550144]]);
    const broken = await read(`<list>\n<ac val='202'>\n<ph val='555014'/>\n<ph val='5550143'/></ac></list>`);
    expect(broken.keys).toEqual([12025550143]);
    expect(broken.rejected).toMatch(/\n3,rejected,phone,202555014,/);
  });

  test('ZIP archives: every file in them', async () => {
    const { keys } = await read(zipOf({ '202.txt': '202,5550143\n', '312.txt': '3125550121\r\n' }));
    expect(keys).toEqual([12025550143, 13125550121]);
    const mac = await read(zipOf({ '202.txt': '202,5550143\n', '__MACOSX/._202.txt': '\0\u0005\u0016\0' }));
    expect(mac.keys).toEqual([12025550143]);
    await expect(read(zipOf({ 'xl/a.xml': '<a/>', '[Content_Types].xml': '<a/>' }))).rejects.toThrow(
      'it is a spreadsheet',
    );
    const secret = zipOf({ '202.txt': '202,5550143\n' });
    const entry = secret.indexOf('PK\u0001\u0002');
    secret[entry + 8] = 1;
    secret.writeUInt32LE(secret.readUInt32LE(entry + 24) + 12, entry + 20);
    await expect(read(secret)).rejects.toThrow('protected by a password');
    const bad = await read(zipOf({ '202.txt': '202,555\n' }));
    expect(bad.rejected).toMatch(/1,rejected,phone in 202\.txt,"202,555",/);
  });

  test('results of look-ups with columns of flags: any of them lists the number', async () => {
    const { keys, report, rejected } = await read(
      'Telephone Number,Federal DNC,State DNC\n2025550143,Y,N\n2025550144,N,N\n2025550145,,2026-01-01\n' +
        '2025550146,,\n',
    );
    expect(keys).toEqual([12025550143, 12025550145, 12025550146]);
    expect(report).toMatchObject({ numbers: 3, free: 1, rejected: 1 });
    expect(rejected).toMatch(/5,rejected,phone,"2025550146,,",its do-not-call columns are empty/);

    const voice = await read(
      'Number,No Voice Call,No Text Message,No Fax Message\n81234567,Y,N,N\n81234568,N,Y,Y\n',
      { country: 'SG' },
    );
    expect([voice.keys, voice.report.free]).toEqual([[6581234567], 1]);

    const status = await read('Phone,Status\n2025550143,Registered\n2025550144,Not registered\n');
    expect([status.keys, status.report.free]).toEqual([[12025550143], 1]);
  });

  test('ranges: all numbers that begin so, where they can be held, else the line is rejected', async () => {
    const held = await read('202*\n312-555-*\n+1415555xxxx\n', { ranges: true });
    expect(held.ranges).toEqual([
      [12020000000, 12029999999],
      [13125550000, 13125559999],
      [14155550000, 14155559999],
    ]);
    expect(held.report).toMatchObject({ ranges: 3, rejected: 0 });
    const rejected = await read('202*\n202\n');
    expect(rejected.report).toMatchObject({ ranges: 0, rejected: 2 });
    expect(rejected.rejected).toMatch(/make a set file of it by 'outdial dnc build'/);
    expect(rejected.rejected).toMatch(/'202\*' lists all that begin so/);
    expect((await read('49171*\n', { country: 'DE', ranges: true })).report.rejected).toBe(1);
  });

  test.each([
    ['2025550143;312555012'],
    ['2025550143 and 312-555'],
    ['name,phone\nAna,"2025550143, 31255501"'],
    ['1000123456,Ana,2025550143'],
  ])('a line of which only a part can be read is rejected, and that part counts: %s', async (text) => {
    const { keys, report } = await read(text);
    expect(keys).toEqual([12025550143]);
    expect(report.rejected).toBe(1);
  });

  test('an area code and an exchange in two fields are named as the range that they may be', async () => {
    const { report, rejected } = await read('2025550143\n303,555\n');
    expect(report.rejected).toBe(1);
    expect(rejected).toContain("'303555*'");
  });

  test('a first line that names no column is a line like any other', async () => {
    expect((await read('Ana,Ben\n2025550143\n')).report).toMatchObject({ lines: 2, rejected: 1 });
    expect((await read('2025550143\nhome phone,note\n')).report).toMatchObject({ lines: 2, rejected: 1 });
  });

  test('digits that can be two numbers list both, and one subscriber has every form', async () => {
    const de = async (text: string): Promise<number[]> => (await read(text, { country: 'DE' })).keys;
    expect(await de('491711234567\n')).toContain(491711234567);
    expect(await de('628123456789\n')).toEqual([49628123456789, 628123456789]);
    expect((await read('491711234567\n')).keys).toEqual([491711234567]);
    expect((await read('+5215512345678\n044 55 1234 5679\n', { country: 'MX' })).keys).toEqual([
      525512345678, 525512345679,
    ]);
    expect((await read('+54 9 11 2345 6789\n')).keys).toEqual([5491123456789, 541123456789]);
  });

  test('takes time in proportion to its length, whatever it is', async () => {
    for (const unit of ['"', ',', ' ', '1 ', '<', '<a ', 'a,', '1;', "<ph val='"]) {
      const started = performance.now();
      await read(unit.repeat(Math.ceil(400_000 / unit.length))).catch(() => null);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
