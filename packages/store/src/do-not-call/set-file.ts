/**
 * Files of numbers never to be called: compliance makes and reads their bytes, the store keeps them on disk.
 * Names that end in `.gz` are compressed.
 */
import { faultText } from '@outdial/core';
import { outputStream, readingError, writingError } from '@outdial/lists';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { storeError } from '../errors.js';

/**
 * Replaces the old version at once: the new one is written to a file beside it, flushed to the disk and
 * renamed. A reader sees the old version or the new one, each whole; a crash leaves the old one.
 *
 * @returns bytes before compression.
 */
export async function replaceSetFile(path: string, chunks: Iterable<Uint8Array>): Promise<number> {
  const next = `${path}.new-${process.pid}`;
  let bytes = 0;
  const counted = function* (): Generator<Uint8Array> {
    for (const chunk of chunks) {
      bytes += chunk.byteLength;
      yield chunk;
    }
  };
  try {
    const source = Readable.from(counted());
    const target = outputStream(next);
    await (isCompressed(path)
      ? pipeline(source, createGzip({ level: 1 }), target)
      : pipeline(source, target));
    await rename(next, path);
  } catch (error) {
    await rm(next, { force: true });
    throw writingError(error, path);
  }
  return bytes;
}

/**
 * The bytes of a set file, decompressed. Whether it is whole shows when the bytes are loaded.
 *
 * @throws when it cannot be read
 */
export async function readSetFile(path: string): Promise<Uint8Array> {
  try {
    return await (isCompressed(path) ? decompressed(path) : readFile(path));
  } catch (error) {
    throw readingError(error, path);
  }
}

function isCompressed(path: string): boolean {
  return path.endsWith('.gz');
}

/**
 * Into one buffer of the size that the trailer states (RFC 1952, ISIZE), so that a list of a country is held
 * once.
 */
async function decompressed(path: string): Promise<Uint8Array> {
  const size = await sizeByTrailer(path);
  const whole = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const chunk of createReadStream(path).pipe(createGunzip()) as AsyncIterable<Buffer>) {
    if (filled + chunk.length > size)
      throw storeError('set-file-damaged', { path, reason: 'it holds more than its trailer says' });
    filled += chunk.copy(whole, filled);
  }
  if (filled !== size)
    throw storeError('set-file-damaged', { path, reason: 'it holds less than its trailer says' });
  return whole;
}

async function sizeByTrailer(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size < 18) throw storeError('set-file-damaged', { path, reason: 'it is too short for gzip' });
    const trailer = Buffer.alloc(4);
    await file.read(trailer, 0, 4, size - 4);
    return trailer.readUInt32LE(0);
  } finally {
    await file.close();
  }
}

/** How a set in use is loaded and reported. */
export interface SetInUseOptions<Loaded> {
  readonly path: string;
  /** Makes the set of its bytes; throws when they are truncated or corrupt (`DoNotCallSet.load` does). */
  readonly load: (bytes: Uint8Array) => Loaded;
  /** Called when a new version was refused. `detail` names no number. */
  readonly onRefused?: (detail: string) => void;
}

/**
 * A set file in use: a new version takes its place when it is whole; a damaged one is refused and the old one
 * stays.
 */
export class SetInUse<Loaded> {
  readonly #options: SetInUseOptions<Loaded>;
  #current: Loaded | null = null;
  #seen = '';

  constructor(options: SetInUseOptions<Loaded>) {
    this.#options = options;
  }

  /** The version in use; null before the first was read. */
  get current(): Loaded | null {
    return this.#current;
  }

  /** Looks whether the file has changed, and takes the new version in use if it is whole. Never throws. */
  async refresh(): Promise<'unchanged' | 'replaced' | 'refused'> {
    const { path, load, onRefused } = this.#options;
    try {
      const { mtimeMs, size, ino } = await stat(path);
      const seen = `${mtimeMs} ${size} ${ino}`;
      if (seen === this.#seen) return 'unchanged';
      this.#seen = seen;
      this.#current = load(await readSetFile(path));
      return 'replaced';
    } catch (error) {
      onRefused?.(faultText(error));
      return 'refused';
    }
  }
}
