/** Reads one sheet of an Excel workbook (.xlsx) as rows of text, as it streams. */
import { countOf, isOutdialError, LIMITS } from '@outdial/core';
import { listError } from '../errors.js';
import { notAList } from '../files/file-kind.js';
import type { ZipArchive } from '../files/zip-archive.js';
import type { CsvRecord } from '../records/read-records.js';
import { numberFormat, numberText } from './cell-format.js';
import type { NumberFormat } from './cell-format.js';
import { columnOf, readMergedCells } from './merged-cells.js';
import type { MergedCells } from './merged-cells.js';
import { withoutEscapes } from './escapes.js';
import { readXml, walkXml } from './read-xml.js';
import { workbookParts } from './workbook-parts.js';
import type { WorkbookParts } from './workbook-parts.js';

/** A sheet that can be read. */
export interface Sheet {
  readonly name: string;
  /** Names of the sheets that are not read. */
  readonly others: readonly string[];
  /** Whether its days are counted from 1904. */
  readonly isFrom1904: boolean;
  readonly rows: AsyncGenerator<readonly CsvRecord[]>;
  /** What the user should look at; filled while the rows are read. */
  readonly warnings: () => readonly string[];
}

/** Rows that a filter or a person has hidden; they are read like others. */
interface HiddenRows {
  count: number;
  first: number;
}

function hiddenWarning({ count, first }: HiddenRows): readonly string[] {
  return count === 0
    ? []
    : [
        `${countOf(count, 'hidden row', 'hidden rows')} of the sheet, the first in line ${first}, read ` +
          `like the others`,
      ];
}

/** A sheet of further leads, or of numbers not to call, must not be lost without a word. */
function othersWarning(others: readonly string[]): readonly string[] {
  if (others.length === 0) return [];
  const shown = others.slice(0, 5).map((name) => `'${name.slice(0, 80)}'`);
  const more = others.length > 5 ? ` and ${others.length - 5} more` : '';
  return [`the workbook has sheets that are not read: ${shown.join(', ')}${more}`];
}

/** Texts that cells share. Their sum is bounded: they are kept in memory. */
const SHARED_CHARACTERS_MOST = 256_000_000;

interface Workbook {
  readonly archive: ZipArchive;
  readonly formats: readonly NumberFormat[];
  readonly texts: readonly string[];
  readonly from1904: boolean;
  readonly merged: MergedCells;
}

/**
 * Opens a sheet of a workbook: the one named, else the first that is not hidden. Numbers come as their digits
 * and dates as ISO.
 *
 * @throws 'sheet-unknown', 'file-not-a-list'
 */
export async function openWorkbook(
  archive: ZipArchive,
  workbook: string,
  wanted: string | undefined,
): Promise<Sheet> {
  try {
    const parts = await workbookParts(archive, workbook);
    const { sheets, from1904 } = await readSheets(archive, parts);
    const names = sheets.map(({ name }) => name);
    const sheet =
      wanted === undefined
        ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
        : sheets.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase());
    if (!sheet) throw listError('sheet-unknown', { sheet: wanted ?? '', sheets: names.join(', ') });
    const formats = await readFormats(archive, parts);
    const texts = await readTexts(archive, parts);
    const merged = await readMergedCells(() => archive.read(sheet.path));
    const hidden: HiddenRows = { count: 0, first: 0 };
    const rows = readRows({ archive, formats, texts, from1904, merged }, sheet.path, hidden);
    const others = names.filter((_, index) => sheets[index] !== sheet);
    const unread = othersWarning(others);
    const warnings = (): readonly string[] => [...unread, ...hiddenWarning(hidden)];
    return { name: sheet.name, others, isFrom1904: from1904, rows, warnings };
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): unknown {
  return isOutdialError(error)
    ? error
    : notAList('a workbook that cannot be read', 'Open it in a spreadsheet and save it again, or as CSV');
}

interface SheetPlace {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

async function readSheets(
  archive: ZipArchive,
  { workbook, byId }: WorkbookParts,
): Promise<{ sheets: SheetPlace[]; from1904: boolean }> {
  const sheets: SheetPlace[] = [];
  let from1904 = false;
  await readXml(archive.read(workbook), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? '';
      const path = byId.get(id) ?? '';
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      if (archive.has(path)) sheets.push({ name: attributes['name'] ?? '', path, isHidden });
    },
  });
  return { sheets, from1904 };
}

/** Formats of cells by the number of their style. */
async function readFormats(archive: ZipArchive, { styles }: WorkbookParts): Promise<NumberFormat[]> {
  if (styles === null) return [];
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isCellStyle = false;
  await readXml(archive.read(styles), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') isCellStyle = true;
      const id = Number(numFmtId ?? 0);
      if (name === 'xf' && isCellStyle) formats.push(numberFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return formats;
}

/** Texts that cells share, without readings in another script. */
async function readTexts(archive: ZipArchive, parts: WorkbookParts): Promise<string[]> {
  if (parts.texts === null) return [];
  const texts: string[] = [];
  const inside = { text: false, reading: false };
  let text = '';
  let characters = 0;
  await readXml(archive.read(parts.texts), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 't') inside.text = true;
      if (name === 'rPh') inside.reading = true;
    },
    close: (name) => {
      if (name === 't') inside.text = false;
      if (name === 'rPh') inside.reading = false;
      if (name === 'si') texts.push(withoutEscapes(text));
    },
    text: (part) => {
      if (!inside.text || inside.reading) return;
      characters += part.length;
      if (characters > SHARED_CHARACTERS_MOST) throw listError('file-too-large', { megabytes: 256 });
      text += part;
    },
  });
  return texts;
}

async function* readRows(
  book: Workbook,
  path: string,
  hidden: HiddenRows,
): AsyncGenerator<readonly CsvRecord[]> {
  const walk = new SheetWalk(book, hidden);
  const steps = walkXml(book.archive.read(path), walk);
  try {
    while (!(await steps.next()).done) {
      const rows = walk.taken();
      if (rows.length > 0) yield rows;
    }
  } catch (error) {
    throw unreadable(error);
  }
}

/** Gathers the rows of a sheet. */
class SheetWalk {
  readonly #book: Workbook;
  #rows: CsvRecord[] = [];
  #line = 0;
  #fields: string[] = [];
  #cell = { column: -1, type: 'n', style: 0 };
  #text = '';
  #formula = '';
  #isValue = false;
  #hasValue = false;
  #isFormula = false;
  #isReading = false;
  #isHidden = false;
  readonly #hidden: HiddenRows;

  constructor(book: Workbook, hidden: HiddenRows) {
    this.#book = book;
    this.#hidden = hidden;
  }

  taken(): readonly CsvRecord[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#begin(attributes['r']);
      this.#isHidden = /^(?:1|true)$/.test(attributes['hidden'] ?? '');
    }
    if (name === 'c') {
      const column = attributes['r'] === undefined ? this.#cell.column + 1 : columnOf(attributes['r']);
      const { t: type = 'n', s: style = '0' } = attributes;
      this.#cell = { column, type, style: Number(style) };
      this.#text = '';
      this.#formula = '';
      this.#hasValue = false;
    }
    if (name === 'v') this.#hasValue = true;
    if (name === 'f') this.#isFormula = true;
    if (name === 'v' || name === 't') this.#isValue = true;
    if (name === 'rPh') this.#isReading = true;
  }

  text(part: string): void {
    if (this.#isValue && !this.#isReading && this.#text.length < LIMITS.recordCharacters.max)
      this.#text += part;
    if (this.#isFormula && this.#formula.length < LIMITS.shownValue.max) this.#formula += part;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false;
    if (name === 'f') this.#isFormula = false;
    if (name === 'rPh') this.#isReading = false;
    if (name === 'c') this.#take();
    if (name === 'row') this.#end();
  }

  #end(): void {
    if (this.#fields.every((field) => field === '')) return;
    this.#book.merged.fill(this.#line, this.#fields);
    if (this.#isHidden) {
      this.#hidden.count += 1;
      this.#hidden.first ||= this.#line;
    }
    this.#rows.push({ line: this.#line, fields: this.#fields });
  }

  #begin(number: string | undefined): void {
    this.#line = number === undefined ? this.#line + 1 : Number(number);
    this.#fields = [];
    this.#cell = { column: -1, type: 'n', style: 0 };
  }

  #take(): void {
    const { column } = this.#cell;
    if (column < 0 || column >= LIMITS.recordFields.max) return;
    while (this.#fields.length < column) this.#fields.push('');
    this.#fields[column] = this.#value().trim();
  }

  #value(): string {
    const { type, style } = this.#cell;
    const { texts, formats, from1904 } = this.#book;
    // A formula that no program has computed: it is not a value, and not nothing.
    if (this.#text === '') return this.#formula === '' || this.#hasValue ? '' : `=${this.#formula}`;
    if (type === 's') return texts[Number(this.#text)] ?? '';
    if (type === 'b') return this.#text === '1' ? 'true' : 'false';
    if (type === 'n') return numberText(this.#text, formats[style] ?? 'plain', from1904);
    return withoutEscapes(this.#text);
  }
}
