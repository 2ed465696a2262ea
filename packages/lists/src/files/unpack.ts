/** Takes files out of gzip and zip, as they stream and within bounds. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { errorCode } from '@outdial/core';
import { listError } from '../errors.js';
import { notAList } from './file-kind.js';

/** Bytes that unpack without being looked at: bombs are larger. */
const UNSUSPECTED = 64 * 1_048_576;
/** Times that a list shrinks at most; text of one letter shrinks a thousand times. */
const SHRINKS_MOST = 500;

/**
 * Passes unpacked bytes on and counts them.
 *
 * @throws 'file-unpacks-too-far' where they are far more than a list can be packed into `packed` bytes.
 */
export async function* bounded(
  source: AsyncIterable<Uint8Array>,
  packed: () => number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > UNSUSPECTED && bytes > packed() * SHRINKS_MOST)
      throw listError('file-unpacks-too-far', { megabytes: Math.round(bytes / 1_048_576) });
    yield chunk;
  }
}

/** The bytes of a gzip file. */
export async function* gunzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let packed = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const input = Readable.from(counted());
  const unpacked = createGunzip();
  input.on('error', (error) => unpacked.destroy(error));
  try {
    yield* bounded(input.pipe(unpacked) as AsyncIterable<Uint8Array>, () => packed);
  } catch (error) {
    throw isOfGzip(error)
      ? notAList('a damaged gzip file: its end is missing or it was changed', 'Pack or fetch it again')
      : error;
  } finally {
    input.destroy();
    unpacked.destroy();
  }
}

function isOfGzip(error: unknown): boolean {
  return errorCode(error).startsWith('Z_');
}
