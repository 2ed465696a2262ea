/**
 * A messy list as an agency sends it: numbers written in several ways, duplicates, bad numbers, numbers on
 * the do-not-call list, quotes, umlauts. Every line follows from its number, so two runs are the same. Plain
 * JavaScript, because test processes read it too.
 */

/** Number on the do-not-call list. */
export const LISTED_NUMBER = '+13037000001';

const HEADER =
  '\ufeffCustomer ID;Name;Phone;Alt Phone;State;ZIP;Time Zone;Consent;Consent ' +
  'Date;Account;Priority;Notes\r\n';
const STYLES = [
  (number) => number,
  (number) => `(${number.slice(0, 3)}) ${number.slice(3, 6)}-${number.slice(6)}`,
  (number) => `+1${number}`,
  (number) => `1-${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`,
];
const BAD = ['12345', 'n/a', '3.03556E+09', '(123) 555-0123'];

/** The lines of a list of so many rows. */
export function* messyLines(rows) {
  yield HEADER;
  for (let row = 0; row < rows; row += 1) yield lineOf(row);
}

/** How the rows of such a list end: the same for every run. */
export function truthOf(rows) {
  const truth = { rows, good: 0, duplicates: 0, rejected: 0, listed: 0 };
  for (let row = 0; row < rows; row += 1) truth[KIND[row % 50] ?? 'good'] += 1;
  return truth;
}

const KIND = { 7: 'rejected', 8: 'listed', 9: 'duplicates' };

function lineOf(row) {
  switch (KIND[row % 50]) {
    case 'rejected':
      return `K${row};Nobody;${BAD[row % BAD.length]};;CO;;;;;;;\r\n`;
    case 'listed':
      return `K${row};Listed;${LISTED_NUMBER};;CO;80202;;;;;;\r\n`;
    case 'duplicates':
      return goodLine(row - 5, STYLES[0]);
    default:
      return goodLine(row, STYLES[row % STYLES.length]);
  }
}

function goodLine(row, style) {
  const consent = row % 3 === 0 ? `written;${1 + (row % 12)}/${1 + (row % 28)}/2026` : ';';
  const second = row % 4 === 0 ? `720 555 01${String(row % 100).padStart(2, '0')}` : '';
  const zone = row % 7 === 0 ? 'Mountain' : 'America/Denver';
  const notes = row % 11 === 0 ? '"two\nlines"' : 'x';
  const person = `K${row};"Müller, ""Jo"" ${row}";${style(numberOf(row))};${second}`;
  const place = `CO;${row % 5 === 0 ? '2134' : '80202'};${zone}`;
  return `${person};${place};${consent};A-${row};${row % 9};${notes}\r\n`;
}

/** No exchange is a service code (211, 311 ...). */
function numberOf(row) {
  const subscriber = String(2_000_000 + ((row * 7_919) % 7_999_999)).padStart(7, '0');
  return `303${/^\d11/.test(subscriber) ? `777${subscriber.slice(3)}` : subscriber}`;
}
