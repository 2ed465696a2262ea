/** The folder of uploaded files: their owner's only, and kept no longer than they are needed. */
import { createReadStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of rejected rows hold personal data: they are kept so long for the person who corrects them. */
const KEPT_MS = 30 * 24 * 3_600_000;
const LIST = '.list';
const REJECTED = '.rejected.csv';

/** Files of uploads by their id, in a folder of the server. */
export class UploadFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = join(folder, 'uploads');
  }

  /** Makes the folder; removes lists that an earlier run left, and rejected rows that have grown old. */
  async open(now: number): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.#folder))
      if (!name.endsWith(REJECTED)) await rm(join(this.#folder, name), { force: true });
    await this.removeOld(now);
  }

  /** Removes rejected rows that have grown old at `now`, epoch ms. */
  async removeOld(now: number): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      const found = await stat(path).catch(() => null);
      if (name.endsWith(REJECTED) && found !== null && now - found.mtimeMs > KEPT_MS)
        await rm(path, { force: true });
    }
  }

  /** Path of an uploaded file. */
  listOf(uploadId: string): string {
    return join(this.#folder, `${uploadId}${LIST}`);
  }

  /** Path of the rows that were not taken as they are. */
  rejectedOf(uploadId: string): string {
    return join(this.#folder, `${uploadId}${REJECTED}`);
  }

  /** Writes a part at its place. */
  async write(uploadId: string, part: Uint8Array, offset: number): Promise<void> {
    const file = await open(this.listOf(uploadId), offset === 0 ? 'w' : 'r+', 0o600);
    try {
      await file.write(part, 0, part.length, offset);
    } finally {
      await file.close();
    }
  }

  /** The uploaded file as it streams. */
  read(uploadId: string): ReadStream {
    return createReadStream(this.listOf(uploadId));
  }

  /** The rejected rows; null: there are none. */
  async readRejected(uploadId: string): Promise<ReadStream | null> {
    const path = this.rejectedOf(uploadId);
    const found = await stat(path).catch(() => null);
    return found === null ? null : createReadStream(path);
  }

  async removeList(uploadId: string): Promise<void> {
    await rm(this.listOf(uploadId), { force: true });
  }

  async removeAll(uploadId: string): Promise<void> {
    await this.removeList(uploadId);
    await rm(this.rejectedOf(uploadId), { force: true });
  }
}
