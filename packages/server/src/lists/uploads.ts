/** Files that people upload: kept until their leads are in a list, with the work that is done on them. */
import { randomUUID } from 'node:crypto';
import { faultText } from '@outdial/core';
import { storeBy, type Store } from '@outdial/store';
import { stopWork, type BegunWork, type WorkParts } from './list-work.js';
import type { UploadFolder } from './upload-folder.js';

/** An uploaded file. */
export interface Upload {
  readonly uploadId: string;
  /** Name of the file on the person's machine; shown, and used for nothing else. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Account of the person. */
  readonly by: string;
  readonly createdAt: number;
  /** Bytes that have come. */
  received: number;
  /** A part is being written: the next one has to wait. */
  isWriting: boolean;
  /** The last work on it; null: none yet. */
  begun: BegunWork | null;
}

/** Uploads that may be open at once: each may be as large as a disk allows. */
const OPEN_MOST = 50;
/** An upload that nobody works with is removed after this time. */
const IDLE_MS = 12 * 3_600_000;

/** What nobody needs any more is looked for this often. */
const CLEAN_EVERY_MS = 3_600_000;

/** What uploads need. */
export interface UploadsParts {
  readonly folder: UploadFolder;
  /** The store with the floor's clock. */
  readonly store: Store;
  readonly onFault: (detail: string) => void;
}

/** The uploads of a server. */
export class Uploads {
  readonly #parts: UploadsParts;
  readonly #uploads = new Map<string, Upload>();
  readonly #cleaning: NodeJS.Timeout;

  constructor(parts: UploadsParts) {
    this.#parts = parts;
    this.#cleaning = setInterval(() => void this.#clean(), CLEAN_EVERY_MS);
    this.#cleaning.unref();
  }

  get folder(): UploadFolder {
    return this.#parts.folder;
  }

  /** Begins an upload; null: too many are open. */
  async begin(file: Pick<Upload, 'name' | 'size' | 'by'>): Promise<Upload | null> {
    await this.#clean();
    if (this.#uploads.size >= OPEN_MOST) return null;
    const upload: Upload = {
      ...file,
      uploadId: randomUUID(),
      createdAt: Date.now(),
      received: 0,
      isWriting: false,
      begun: null,
    };
    this.#uploads.set(upload.uploadId, upload);
    await this.folder.write(upload.uploadId, new Uint8Array(), 0);
    return upload;
  }

  /** An upload; undefined: there is none of this id. */
  get(uploadId: string): Upload | undefined {
    return this.#uploads.get(uploadId);
  }

  /** Adds the next part of a file. It counts once it is on the disk. */
  async add(upload: Upload, part: Uint8Array): Promise<void> {
    upload.isWriting = true;
    try {
      await this.folder.write(upload.uploadId, part, upload.received);
      upload.received += part.length;
    } finally {
      upload.isWriting = false;
    }
  }

  /** Begins work on an upload; the file of an import that is done is removed, its rejected rows stay. */
  work(upload: Upload, begin: (parts: WorkParts) => BegunWork): void {
    const { folder, store, onFault } = this.#parts;
    const { uploadId, size, by } = upload;
    const begun = begin({ folder, store: storeBy(store, by), uploadId, size, onFault });
    upload.begun = begun;
    void begun.ended.then(async () => {
      if (begun.work.kind === 'import' && begun.work.state === 'done') await folder.removeList(uploadId);
    });
  }

  /** Removes an upload with its files. Work on it has ended before. */
  async remove(upload: Upload): Promise<void> {
    this.#uploads.delete(upload.uploadId);
    const isImported = upload.begun?.work.kind === 'import' && upload.begun.work.state === 'done';
    if (isImported) await this.folder.removeList(upload.uploadId);
    else await this.folder.removeAll(upload.uploadId);
  }

  /** Stops all work, and waits for its end. */
  async close(): Promise<void> {
    clearInterval(this.#cleaning);
    for (const { begun } of this.#uploads.values()) {
      if (begun?.work.state === 'running') stopWork(begun);
      await begun?.ended;
    }
  }

  /** Removes uploads that nobody works with, and rejected rows that have grown old. */
  async #clean(): Promise<void> {
    await this.folder.removeOld(Date.now()).catch((fault: unknown) => this.#parts.onFault(faultText(fault)));
    for (const upload of [...this.#uploads.values()])
      if (upload.begun?.work.state !== 'running' && Date.now() - upload.createdAt > IDLE_MS)
        await this.remove(upload);
  }
}
