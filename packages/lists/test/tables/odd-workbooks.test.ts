/** Workbooks as people format them: the right values were written before the first run. */
import { expect, test } from '@jest/globals';
import { openTable } from '../../src/index.js';
import { sheetOf, workbookOf } from './zip-of.js';
import type { WorkbookStyle } from './zip-of.js';

const HEAD =
  '<row r="1"><c r="A1" t="str"><v>Phone</v></c><c r="B1" t="str"><v>Consent Date</v></c>' +
  '<c r="C1" t="str"><v>DNC</v></c></row>';

/** Formats of the cells below, by the number of their style. */
const FORMATS = [
  'General',
  '0%',
  '[<=9999999]###-####;\\(###\\)\\ ###-####',
  '#,##0.00',
  '0.00E+00',
  'm/d/yy h:mm',
  '[$-409]d-mmm-yy;@',
  '"Tel. "0',
  '[h]:mm',
  '_($* #,##0_)',
  'mmm-yy',
  '00000\\-0000',
];

/** The fields of one row of cells; `cells`: their XML. */
async function fieldsOf(cells: string): Promise<readonly string[]> {
  const table = await openTable([workbookOf({ Leads: `${HEAD}<row r="2">${cells}</row>` }, [], [], FORMATS)]);
  const rows: (readonly string[])[] = [];
  for await (const batch of table.rows) rows.push(...batch.map(({ fields }) => fields));
  return rows[0] ?? [];
}

const number = (style: number, value: string, column = 'A'): string =>
  `<c r="${column}2" s="${style}"><v>${value}</v></c>`;
const phone = number(0, '2025550143');

test.each([
  ['a percent format', number(1, '2025550143'), '2025550143'],
  ['the format of telephone numbers', number(2, '2025550143'), '2025550143'],
  ['a format with decimals', number(3, '2025550143'), '2025550143'],
  ['a scientific format', number(4, '2025550143'), '2025550143'],
  ['a scientific value', number(4, '1.2025550143E10'), '12025550143'],
  ['a float that is a little off', number(0, '2025550143.0000002'), '2025550143'],
  ['a prefix in the format', number(7, '2025550143'), '2025550143'],
  ['a currency', number(9, '2025550143'), '2025550143'],
  ['a text in scientific notation', '<c r="A2" t="str"><v>1.20256E+10</v></c>', '1.20256E+10'],
  ['an error', '<c r="A2" t="e"><v>#VALUE!</v></c>', '#VALUE!'],
  [
    'rich text',
    '<c r="A2" t="inlineStr"><is><r><t>202-555</t></r><r><t>-0143</t></r></is></c>',
    '202-555-0143',
  ],
  ['15 digits', number(0, '442079460123'), '442079460123'],
])('a number in %s', async (_name, cells, right) => {
  expect((await fieldsOf(cells))[0]).toBe(right);
});

test.each([
  ['day and hour', number(5, '46027.5', 'B'), '2026-01-05 12:00:00'],
  ['a format with a language', number(6, '46027', 'B'), '2026-01-05'],
  ['a month and a year', number(10, '46027', 'B'), '2026-01-05'],
  ['an ISO date', '<c r="B2" t="d"><v>2026-01-05T00:00:00Z</v></c>', '2026-01-05T00:00:00Z'],
  ['digits without a format', number(0, '46027', 'B'), '46027'],
  ['a number with blanks around', '<c r="B2" t="str"><v> 1/5/2026 </v></c>', '1/5/2026'],
])('a date in %s', async (_name, cells, right) => {
  expect((await fieldsOf(phone + cells))[1]).toBe(right);
});

test.each([
  ['a yes', '<c r="C2" t="b"><v>1</v></c>', 'true'],
  ['a no', '<c r="C2" t="b"><v>0</v></c>', 'false'],
  ['a formula with a text', '<c r="C2" t="str"><f>IF(A2&gt;1,"Y","N")</f><v>Y</v></c>', 'Y'],
  ['a formula with nothing', '<c r="C2" t="str"><f>IF(A2&gt;1,"","N")</f><v></v></c>', ''],
])('a flag in %s', async (_name, cells, right) => {
  expect((await fieldsOf(phone + cells))[2]).toBe(right);
});

test('elements with a prefix, as some programs write them', async () => {
  const rows =
    '<x:row r="1"><x:c r="A1" t="str"><x:v>Phone</x:v></x:c></x:row>' +
    '<x:row r="2"><x:c r="A2"><x:v>2025550143</x:v></x:c></x:row>';
  const table = await openTable([workbookOf({ Leads: rows })]);
  const read: string[] = [];
  for await (const batch of table.rows) for (const { fields } of batch) read.push(...fields);
  expect(read).toEqual(['2025550143']);
});

/** All rows of a workbook, and what the import warns of. */
async function readingOf(
  book: Buffer,
): Promise<{ rows: (readonly string[])[]; warnings: readonly string[] }> {
  const table = await openTable([book]);
  const rows: (readonly string[])[] = [];
  for await (const batch of table.rows)
    rows.push(...batch.map(({ fields, problem }) => (problem ? [problem.problem] : fields)));
  return { rows, warnings: table.warnings() };
}

const LEADS = sheetOf([
  ['Phone', 'DNC'],
  ['2025550143', 'Y'],
]);

test.each<[string, WorkbookStyle['place']]>([
  ['without shared texts and styles', (path) => (/styles|sharedStrings/.test(path) ? null : path)],
  [
    'whose parts have other names',
    (path) => path.replace('sharedStrings', 'SharedTexts').replace('styles', 's2'),
  ],
  ['whose parts stand elsewhere', (path) => path.replace('xl/', 'book/')],
  ['whose parts have letters of another case', (path) => path.replace('sheet1', 'Sheet1')],
  ['that does not say what it is', (path) => (path === '_rels/.rels' ? null : path)],
])('a workbook %s', async (_name, place) => {
  const book = workbookOf({ Leads: LEADS }, [], [], undefined, place === undefined ? {} : { place });
  expect((await readingOf(book)).rows).toEqual([['2025550143', 'Y']]);
});

test('signs that XML cannot hold are no part of a value', async () => {
  const rows = sheetOf([
    ['Phone', 'DNC', 'Note'],
    ['2025550143', 'Yes_x000D_', 'a_x005F_b'],
  ]);
  expect((await readingOf(workbookOf({ Leads: rows }))).rows).toEqual([['2025550143', 'Yes', 'a_b']]);
});

test('days counted from 1904 are days, with a format and without', async () => {
  const rows =
    '<row r="1"><c r="A1" t="str"><v>Phone</v></c><c r="B1" t="str"><v>Consent Date</v></c>' +
    '<c r="C1" t="str"><v>DNC Date</v></c><c r="D1" t="str"><v>Note</v></c></row>' +
    '<row r="2"><c r="A2"><v>2025550143</v></c><c r="B2" s="1"><v>44565</v></c><c r="C2"><v>44565</v></c>' +
    '<c r="D2"><v>44565</v></c></row>';
  const book = workbookOf({ Leads: rows }, [], [], undefined, { from1904: true });
  expect((await readingOf(book)).rows).toEqual([['2025550143', '2026-01-05', '46027', '44565']]);
});

test('sheets that are not read are named; where the first has no numbers, too', async () => {
  const cover = sheetOf([['June list'], ['See the next sheet']]);
  const { warnings } = await readingOf(workbookOf({ Leads: LEADS, 'Do not call': LEADS }));
  expect(warnings.join()).toContain("the workbook has sheets that are not read: 'Do not call'");
  await expect(readingOf(workbookOf({ Cover: cover, Leads: LEADS }))).rejects.toThrow(
    "The sheet 'Cover' has no column with telephone numbers. Name another one ('Leads')",
  );
});

test('a row that adds the numbers up is not a person', async () => {
  const rows = sheetOf([
    ['Name', 'Phone', 'Amount'],
    ['Ana', '2025550143', '10'],
    ['Total Energies', '2025550144', '20'],
    ['Total', '2025550145', 'Houston'],
    ['Grand Total:', '6076650432', '50'],
  ]);
  expect((await readingOf(workbookOf({ Leads: rows }))).rows).toEqual([
    ['Ana', '2025550143', '10'],
    ['Total Energies', '2025550144', '20'],
    ['Total', '2025550145', 'Houston'],
    ['the row adds up the rows above: it is not a person'],
  ]);
});

test.each([
  ['Questions? Call us', true],
  ['Any questions: Jane Doe', true],
  ['For more information', true],
  ['Please contact us', true],
  ['Bei Fragen', true],
  ['¿Preguntas?', true],
  ['Pour toute question', true],
  ['Per informazioni', true],
  ['Dúvidas? Ligue', true],
  ['Quest Diagnostics', false],
  ['Call, John', false],
  ['Contact Lens King', false],
  ['Fragen, Otto', false],
  ['Fortune Support', false],
  ['Pour, Anna', false],
])('a line that says whom to ask is not a person: %s', async (name, isAside) => {
  const rows = sheetOf([
    ['Name', 'Phone', 'City'],
    ['Ana', '2025550143', 'Rome'],
    [name, '800-555-0199', ''],
  ]);
  const read = (await readingOf(workbookOf({ Leads: rows }))).rows[1];
  const problem = ['the row says whom to ask: it is not a person'];
  expect(read).toEqual(isAside ? problem : [name, '800-555-0199']);
});
