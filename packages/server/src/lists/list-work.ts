/** Work on an uploaded file: a dry run, an import, or numbers for the do-not-call list. */
import { countOf, faultText, isOutdialError } from '@outdial/core';
import { importLeads, undoImport, type ImportReport, type Store } from '@outdial/store';
import { DATE_ORDERS, importDoNotCallFile, type DoNotCallImport } from 'outdial';
import type { z } from 'zod';
import { tableOptionsOf, type listTaking } from './list-reading.js';
import type { UploadFolder } from './upload-folder.js';

/** What is done with an uploaded file. */
export const WORK_KINDS = ['dry-run', 'import', 'do-not-call'] as const;
/** How work stands. */
export const WORK_STATES = ['running', 'done', 'cancelled', 'failed'] as const;

/** What is done with an uploaded file, one of {@link WORK_KINDS}. */
export type WorkKind = (typeof WORK_KINDS)[number];

/** Work as it stands. */
export interface ListWork {
  readonly kind: WorkKind;
  readonly startedAt: number;
  state: (typeof WORK_STATES)[number];
  rows: number;
  /** Share of the file that was read; null: not known. */
  share: number | null;
  endedAt: number | null;
  report: ImportReport | null;
  doNotCall: DoNotCallImport | null;
  /** What went wrong, or what became of a cancelled import, as sentences. */
  note: string | null;
}

/** What work needs. */
export interface WorkParts {
  readonly folder: UploadFolder;
  /** A handle that names the person in the audit trail. */
  readonly store: Store;
  readonly uploadId: string;
  /** Size of the file, bytes. */
  readonly size: number;
  readonly onFault: (detail: string) => void;
}

/** Work that was begun. */
export interface BegunWork {
  readonly work: ListWork;
  readonly cancel: AbortController;
  /** Settles when the work has ended, whatever its end. */
  readonly ended: Promise<void>;
}

const CANCELLED = 'cancelled by a person';

/** Begins a dry run or an import. */
export function takeList(
  parts: WorkParts,
  kind: 'dry-run' | 'import',
  taking: z.output<typeof listTaking>,
): BegunWork {
  const { folder, store, uploadId, size } = parts;
  const cancel = new AbortController();
  const work = newWork(kind, store.clock());
  const source = folder.read(uploadId);
  const { listId, defaultCountry, numbers, dateOrder, duplicates } = taking;
  const run = async (): Promise<void> => {
    work.report = await importLeads(store, source, {
      ...tableOptionsOf(taking),
      ...{ listId, defaultCountry, numbers, duplicates, importId: uploadId },
      ...(dateOrder === undefined ? {} : { dateOrder: DATE_ORDERS[dateOrder] }),
      rejects: folder.rejectedOf(uploadId),
      inputs: [folder.listOf(uploadId)],
      dryRun: kind === 'dry-run',
      signal: cancel.signal,
      onProgress: ({ rows }) => {
        work.rows = rows;
        work.share = size === 0 ? null : Math.min(1, source.bytesRead / size);
      },
    });
  };
  const takeBack = kind === 'import' ? () => removeHalf(store, uploadId) : () => Promise.resolve(null);
  return { work, cancel, ended: follow(work, parts, { run, cancel, takeBack }) };
}

/** Begins to put the numbers of a file on the company's do-not-call list. It cannot be cancelled. */
export function takeDoNotCall(
  parts: WorkParts,
  options: { readonly country: string; readonly source: string; readonly isPartial: boolean },
): BegunWork {
  const { folder, store, uploadId } = parts;
  const work = newWork('do-not-call', store.clock());
  const run = async (): Promise<void> => {
    work.doNotCall = await importDoNotCallFile(store, folder.listOf(uploadId), {
      ...options,
      rejectedFile: folder.rejectedOf(uploadId),
    });
  };
  const cancel = new AbortController();
  return { work, cancel, ended: follow(work, parts, { run, cancel, takeBack: () => Promise.resolve(null) }) };
}

function newWork(kind: WorkKind, startedAt: number): ListWork {
  return {
    ...{ kind, startedAt, state: 'running', rows: 0, share: null },
    ...{ endedAt: null, report: null, doNotCall: null, note: null },
  };
}

interface Running {
  readonly run: () => Promise<void>;
  readonly cancel: AbortController;
  /** After a cancelled run: removes what it has written. Answers a sentence about it. */
  readonly takeBack: () => Promise<string | null>;
}

async function follow(
  work: ListWork,
  { store, onFault }: WorkParts,
  { run, cancel, takeBack }: Running,
): Promise<void> {
  try {
    await run();
    work.state = 'done';
    work.share = 1;
  } catch (error) {
    if (cancel.signal.aborted) {
      work.note = await takeBack().catch((fault: unknown) => faultText(fault));
      work.state = 'cancelled';
    } else {
      if (!isOutdialError(error)) onFault(`upload: ${faultText(error)}`);
      work.note = isOutdialError(error) ? error.message : 'A fault of outdial itself: it stands in the log.';
      work.state = 'failed';
    }
  }
  work.rows = work.report?.rows ?? work.doNotCall?.report.lines ?? work.rows;
  work.endedAt = store.clock();
}

/** Removes the leads that a cancelled import has added. Answers what became of them. */
async function removeHalf(store: Store, importId: string): Promise<string> {
  try {
    const { removed } = await undoImport(store, importId);
    return `What was read so far (${countOf(removed, 'lead')}) was removed again.`;
  } catch (error) {
    if (!isOutdialError(error)) throw error;
    if (error.code === 'import-unknown') return 'Nothing was read yet.';
    return `The leads read so far stay in the list: ${error.message}`;
  }
}

/** Tells running work to stop. */
export function stopWork({ cancel }: BegunWork): void {
  cancel.abort(new Error(CANCELLED));
}
