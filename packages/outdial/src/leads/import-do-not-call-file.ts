/** Reads a file of numbers for the company's own do-not-call list: whole, or not at all. */
import { countOf, countText, isOutdialError } from '@outdial/core';
import { listError, readNumberFile, type NumberFileReport } from '@outdial/lists';
import { addDoNotCall, type Store } from '@outdial/store';

/** What a file of numbers brought. */
export interface DoNotCallImport {
  readonly file: string;
  readonly report: NumberFileReport;
  /** Numbers newly on the list. */
  readonly added: number;
  /** Lines of which something could not be read; made when there is one. */
  readonly rejectedFile: string;
}

/** How a file of numbers is taken. */
export interface DoNotCallFileOptions {
  /** ISO country of numbers written without a country code. */
  readonly country: string;
  /** How the requests came. */
  readonly source: string;
  /** True: what can be read is taken, although lines cannot. */
  readonly isPartial: boolean;
  /** Where lines that cannot be read go. @default beside the file, '<file>.rejected.csv' */
  readonly rejectedFile?: string;
}

/** Numbers a transaction. */
const BATCH = 2_000;

/**
 * Puts the numbers of a file on the company's list. Where it cannot be read whole nothing is listed: a list
 * that lacks numbers must not pass for one. A request has the day that its line says, else today.
 *
 * @throws 'do-not-call-not-whole'
 */
export async function importDoNotCallFile(
  store: Store,
  path: string,
  { country, source, isPartial, rejectedFile = `${path}.rejected.csv` }: DoNotCallFileOptions,
): Promise<DoNotCallImport> {
  const keys: number[] = [];
  /** The day of the request, for keys whose line says it. */
  const days = new Map<number, number>();
  const add = (key: number, on: number | null): void => {
    keys.push(key);
    if (on !== null) days.set(key, Math.min(on, days.get(key) ?? on));
  };
  const now = store.clock();
  const reading = { defaultCountry: country, add, rejectedFile, at: now };
  const report = await readNumberFile(path, reading).catch((cause: unknown) => unreadable(path, cause));
  if (report.rejected > 0 && !isPartial) throw notWhole(path, report, rejectedFile);
  const said = report.rejected > 0 ? `${source} (not read whole)` : source;
  let added = 0;
  for (let from = 0; from < keys.length; from += BATCH) {
    const batch = keys.slice(from, from + BATCH);
    added += await addDoNotCall(
      store,
      batch.map((key) => ({ phone: `+${key}`, at: Math.min(days.get(key) ?? now, now), source: said })),
    );
  }
  return { file: path, report, added, rejectedFile };
}

function notWhole(path: string, { lines, rejected }: NumberFileReport, rejectedFile: string): Error {
  return listError('do-not-call-not-whole', {
    path,
    reason: `of ${countText(rejected)} of its ${countOf(lines, 'line')} something is not a number`,
    what: `Correct the lines named in ${rejectedFile} and try again`,
  });
}

function unreadable(path: string, cause: unknown): never {
  if (!isOutdialError(cause) || cause.code !== 'number-file-unreadable') throw cause;
  const [reason = '', what = ''] = [cause.what, cause.remedy].map((text) => text.replace(/\.$/, ''));
  throw listError('do-not-call-not-whole', { path, reason, what }, { cause });
}
