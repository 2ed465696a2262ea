/** What a generated list holds, so that a test can check the report to the row. */
export interface MessyTruth {
  rows: number;
  good: number;
  duplicates: number;
  rejected: number;
  listed: number;
}

/** A messy list as an agency sends it: several formats of numbers, duplicates, bad numbers, numbers on the do-not-call list, quotes, umlauts. Every line follows from its number, so two runs are the same. */
export function* messyList(rows: number, truth: MessyTruth): Generator<string> {
  yield '\ufeffCustomer ID;Name;Phone;Alt Phone;State;ZIP;Time Zone;Consent;Consent Date;Account;Priority;Notes\r\n';
  for (let row = 0; row < rows; row += 1) {
    truth.rows += 1;
    yield lineOf(row, truth);
  }
}

/** Number on the do-not-call list. */
export const LISTED_NUMBER = '+13037000001';

function lineOf(row: number, truth: MessyTruth): string {
  const subscriber = String(2_000_000 + ((row * 7_919) % 7_999_999)).padStart(7, '0');
  const number = NANP_SERVICE.test(subscriber) ? `777${subscriber.slice(3)}` : subscriber;
  const style = STYLES[row % STYLES.length]?.(`303${number}`) ?? '';
  if (row % 50 === 7) return bad(row, truth);
  if (row % 50 === 8) {
    truth.listed += 1;
    return `K${row};Listed;${LISTED_NUMBER};;CO;80202;;;;;;\r\n`;
  }
  if (row % 50 === 9) {
    truth.duplicates += 1;
    return lineOfGood(row - 5, STYLES[0]?.(numberOf(row - 5)) ?? '');
  }
  truth.good += 1;
  return lineOfGood(row, style);
}

function numberOf(row: number): string {
  const subscriber = String(2_000_000 + ((row * 7_919) % 7_999_999)).padStart(7, '0');
  return `303${NANP_SERVICE.test(subscriber) ? `777${subscriber.slice(3)}` : subscriber}`;
}

function lineOfGood(row: number, number: string): string {
  const consent = row % 3 === 0 ? `written;${1 + (row % 12)}/${1 + (row % 28)}/2026` : ';';
  return `K${row};"Müller, ""Jo"" ${row}";${number};${row % 4 === 0 ? '720 555 01' + String(row % 100).padStart(2, '0') : ''};CO;${row % 5 === 0 ? '2134' : '80202'};${row % 7 === 0 ? 'Mountain' : 'America/Denver'};${consent};A-${row};${row % 9};${row % 11 === 0 ? '"two\nlines"' : 'x'}\r\n`;
}

function bad(row: number, truth: MessyTruth): string {
  truth.rejected += 1;
  return `K${row};Nobody;${['12345', 'n/a', '3.03556E+09', '(123) 555-0123'][row % 4] ?? ''};;CO;;;;;;;\r\n`;
}

const NANP_SERVICE = /^\d11/;
const STYLES: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => `(${number.slice(0, 3)}) ${number.slice(3, 6)}-${number.slice(6)}`,
  (number) => `+1${number}`,
  (number) => `1-${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`,
];

export function emptyTruth(): MessyTruth {
  return { rows: 0, good: 0, duplicates: 0, rejected: 0, listed: 0 };
}
