/**
 * The files of recordings: the two sides are fetched from Asterisk over HTTP and joined in the directory of
 * recordings, which need not be on the server.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AriRequests } from '../roles.js';
import type { AriTransport } from '../transport/transport.js';
import { joinStereo, stereoDuration, type StereoResult } from './wave.js';

/** Extension of the files. */
export const EXTENSION = 'wav';

/** A file that was not there, also as a link, for its owner only: what people say is personal. */
const FRESH = { flags: 'wx', mode: 0o600 } as const;

/** The names of the two sides on Asterisk. */
export interface SideNames {
  /** What the customer says: the left channel. */
  readonly customer: string;
  /** What the customer hears from everyone else: the right channel. */
  readonly others: string;
}

/** What the files need. */
export interface RecordedFilesParts {
  /** Directory below which the files are written; it is made when it is missing. */
  readonly directory: string;
  readonly ari: AriRequests;
  readonly download: NonNullable<AriTransport['download']>;
}

/** Fetches and joins files, one recording after the other. */
export class RecordedFiles {
  readonly #parts: RecordedFilesParts;
  #work: Promise<unknown> = Promise.resolve();

  constructor(parts: RecordedFilesParts) {
    this.#parts = parts;
  }

  /**
   * Makes the file of a recording (name below the directory, without extension) from its two sides, and
   * removes them from Asterisk. The file appears whole or not at all.
   */
  make(names: SideNames, file: string): Promise<StereoResult> {
    const made = this.#work.then(() => this.#make(names, file));
    this.#work = made.catch(() => {
      /* told to the one who asked */
    });
    return made;
  }

  /** Removes from Asterisk what there is of the sides. */
  async discard({ customer, others }: SideNames): Promise<void> {
    await this.#remove(customer, others);
  }

  /** Length of a file that was made earlier, ms; null when there is none. */
  async durationOf(file: string): Promise<number | null> {
    return openExisting(this.#pathOf(file), stereoDuration);
  }

  async #make({ customer, others }: SideNames, file: string): Promise<StereoResult> {
    const path = this.#pathOf(file);
    const [left, right, both] = [`${path}.left.part`, `${path}.right.part`, `${path}.part`];
    const removeParts = async (): Promise<void> => {
      await Promise.all([left, right, both].map((part) => rm(part, { force: true })));
    };
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await removeParts();
      await Promise.all([this.#fetch(customer, left), this.#fetch(others, right)]);
      const joined = await within([left, right], both, joinStereo);
      await rename(both, path);
      await this.discard({ customer, others });
      return joined;
    } finally {
      await removeParts();
    }
  }

  async #fetch(recordingName: string, path: string): Promise<void> {
    await pipeline(Readable.from(this.#parts.download(recordingName)), createWriteStream(path, FRESH));
  }

  async #remove(...names: readonly string[]): Promise<void> {
    await Promise.all(
      names.map((recordingName) =>
        this.#parts.ari.call('recordings.deleteStored', { recordingName }).catch(() => {
          /* what is left on the server takes space, and no more */
        }),
      ),
    );
  }

  #pathOf(file: string): string {
    return join(this.#parts.directory, `${file}.${EXTENSION}`);
  }
}

async function openExisting<Result>(
  path: string,
  read: (file: FileHandle) => Promise<Result>,
): Promise<Result | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    return await read(file);
  } finally {
    await file.close();
  }
}

/** Opens two files to be read and one to be written, and closes all of them. */
async function within<Result>(
  from: readonly [string, string],
  to: string,
  work: (left: FileHandle, right: FileHandle, both: FileHandle) => Promise<Result>,
): Promise<Result> {
  const files: FileHandle[] = [];
  const opened = async (path: string, flags: string, mode?: number): Promise<FileHandle> => {
    const file = await open(path, flags, mode);
    files.push(file);
    return file;
  };
  try {
    const [left, right] = [await opened(from[0], 'r'), await opened(from[1], 'r')];
    const both = await opened(to, FRESH.flags, FRESH.mode);
    const result = await work(left, right, both);
    await both.sync();
    return result;
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

/** True for the errors of a file system that has no room left. */
export function isDiskFull(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
