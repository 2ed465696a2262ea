/** Makes zip archives and workbooks for tests. */
import { crc32, deflateRawSync } from 'node:zlib';

/** Where the kinds of relations between parts of a workbook are named. */
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A zip archive of files by name. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, end, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listing, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** The XML of rows of texts; `merged`: references such as 'A1:B1'. */
export function sheetOf(rows: readonly (readonly string[])[], merged: readonly string[] = []): string {
  const cells = (row: readonly string[], line: number): string =>
    row
      .map((text, at) => `<c r="${'ABCDEFGH'[at] ?? ''}${line}" t="str"><v>${text}</v></c>`)
      .filter((_, at) => row[at] !== '')
      .join('');
  const lines = rows.map((row, index) => `<row r="${index + 1}">${cells(row, index + 1)}</row>`);
  const ends = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return lines.join('') + (ends === '' ? '' : `</sheetData><mergeCells>${ends}</mergeCells><sheetData>`);
}

/** A text as the value of an attribute. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** How the parts of a workbook are written, where not as Excel writes them. */
export interface WorkbookStyle {
  readonly from1904?: boolean;
  /** Gives a part another path, or leaves it out (null). */
  readonly place?: (path: string) => string | null;
}

/**
 * A workbook of sheets by name; each is the XML of its rows. `formats`: of numbers, by style; style 1 is a
 * date, 2 pads to five digits.
 */
export function workbookOf(
  sheets: Readonly<Record<string, string>>,
  texts: readonly string[] = [],
  hidden: readonly string[] = [],
  formats: readonly string[] = ['General', 'm/d/yyyy', '00000'],
  { from1904 = false, place = (path) => path }: WorkbookStyle = {},
): Buffer {
  const names = Object.keys(sheets);
  const xml = '<?xml version="1.0" encoding="UTF-8"?>';
  const relation = (id: string, kind: string, path: string): string => {
    const target = place(path);
    return target === null
      ? ''
      : `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="/${target}"/>`;
  };
  const parts = {
    '[Content_Types].xml': `${xml}<Types/>`,
    '_rels/.rels': `${xml}<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns:r="r"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${names
      .map(
        (name, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships>${names
      .map((_, index) => relation(`rId${index + 1}`, 'worksheet', `xl/worksheets/sheet${index + 1}.xml`))
      .join('')}${relation('rId98', 'styles', 'xl/styles.xml')}${relation(
      'rId99',
      'sharedStrings',
      'xl/sharedStrings.xml',
    )}</Relationships>`,
    'xl/styles.xml': `${xml}<styleSheet><numFmts>${formats
      .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`)
      .join('')}</numFmts><cellXfs>${formats
      .map((_, at) => `<xf numFmtId="${164 + at}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${xml}<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${xml}<worksheet><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>`,
      ]),
    ),
  };
  return zipOf(
    Object.fromEntries(
      Object.entries(parts).flatMap(([path, content]) => {
        const at = place(path);
        return at === null ? [] : [[at, content]];
      }),
    ),
  );
}
