/** Opens a file of numbers, whatever it is packed in: plain, gzip, or a ZIP archive of such files. */
import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { isOutdialError } from '@outdial/core';
import { listError } from '../errors.js';
import { bounded } from '../files/unpack.js';
import { isOfSystem } from '../files/zip-archive.js';
import { decodeText } from '../text/decode-text.js';

/** One text of numbers. */
export interface NumberText {
  /** Name within the archive; absent for a file that is none. */
  readonly name?: string;
  /** Text in an encoding that begins with ASCII; UTF-16 is turned into UTF-8. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

const PIECE = 1 << 20;

/**
 * The texts of a file, one after another. It is known by its first bytes, not by its name.
 *
 * @throws when it cannot be read, or holds no text.
 */
export async function* openNumberFile(path: string): AsyncGenerator<NumberText> {
  const start = await startOf(path);
  if (isZip(start)) yield* zipTexts(path);
  else if (isGzip(start)) {
    const file = createReadStream(path);
    yield { bytes: plainText(bounded(unpacked(file), () => file.bytesRead)) };
  } else yield { bytes: plainText(createReadStream(path, { highWaterMark: PIECE })) };
}

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const isZip = (start: Uint8Array): boolean => start[0] === 0x50 && start[1] === 0x4b && start[2] === 3;
const isGzip = (start: Uint8Array): boolean => start[0] === 0x1f && start[1] === 0x8b;

async function* unpacked(file: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: PIECE });
  // The reader of the pieces learns of an error through them.
  pipeline(file, gunzip, () => undefined);
  try {
    for await (const piece of gunzip) if (piece instanceof Uint8Array) yield piece;
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause: unknown): unknown {
  return listError(
    'number-file-unreadable',
    { reason: 'its compressed data is damaged or cut short', what: 'Fetch it again' },
    { cause },
  );
}

async function* zipTexts(path: string): AsyncGenerator<NumberText> {
  const archive = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((cause: unknown) => {
    throw damaged(cause);
  });
  try {
    const entries = await entriesOf(archive).catch((error: unknown) => {
      throw isOutdialError(error) ? error : damaged(error);
    });
    for (const entry of entries) {
      const name = entry.fileName;
      if ((entry.generalPurposeBitFlag & 1) === 1) throw notText('it is protected by a password');
      const stream = await archive.openReadStreamPromise(entry).catch((cause: unknown) => {
        throw damaged(cause);
      });
      const bytes = name.endsWith('.gz') ? unpacked(stream) : stream;
      yield { name, bytes: plainText(bounded(bytes, () => entry.compressedSize)) };
    }
  } finally {
    archive.close();
  }
}

async function entriesOf(archive: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of archive.eachEntry()) if (!isOfSystem(entry.fileName)) entries.push(entry);
  if (entries.length === 0) throw notText('it is an empty archive');
  if (entries.some(({ fileName }) => fileName === '[Content_Types].xml'))
    throw notText('it is a spreadsheet');
  return entries;
}

function notText(reason: string): unknown {
  return listError('number-file-unreadable', { reason, what: 'Save it as a text file, one number a line' });
}

/** Bytes looked at to see whether they are text. */
const LOOK = 64;

/** The bytes as they are, or UTF-16 as UTF-8. @throws where they are not text */
async function* plainText(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < LOOK) {
    const next = await pieces.next();
    if (next.done === true) break;
    start = Buffer.concat([start, Buffer.from(next.value)]);
  }
  const rest: AsyncIterable<Uint8Array> = joined(start, pieces);
  if (!isWide(start)) {
    if (isBinary(start)) throw notText('it is not plain text');
    yield* rest;
    return;
  }
  for await (const text of decodeText(rest, { encoding: 'utf-16le' })) yield Buffer.from(text);
}

async function* joined(
  start: Uint8Array,
  pieces: AsyncIterator<Uint8Array | string>,
): AsyncGenerator<Uint8Array> {
  if (start.length > 0) yield start;
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next())
    yield Buffer.from(next.value);
}

/** UTF-16, with its mark or without: every second byte of digits is zero. */
function isWide(start: Uint8Array): boolean {
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) return true;
  const look = Array.from(start.subarray(0, LOOK));
  const zeros = [0, 1].map((side) => look.filter((byte, at) => byte === 0 && at % 2 === side).length);
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) >= look.length / 3 && Math.min(even, odd) === 0;
}

/** What PDF, old spreadsheets, 7z, RAR and PNG begin with. */
const BINARY_STARTS = ['25504446', 'd0cf11e0', '377abcaf', '52617221', '89504e47'];

function isBinary(start: Uint8Array): boolean {
  const look = Buffer.from(start.subarray(0, LOOK));
  return look.includes(0) || BINARY_STARTS.includes(look.toString('hex', 0, 4));
}
