/** Text of files in any encoding that lists come in. */
import { TextDecoder, TextEncoder } from 'node:util';

/**
 * What the bytes turned out to be. 'mixed': UTF-8 with stray bytes of Latin-1, as files pasted together are.
 */
export type DetectedEncoding = 'utf-8' | 'latin-1' | 'mixed' | 'utf-16le' | 'utf-16be';

/** Filled while the text is read. */
export interface EncodingReport {
  encoding: DetectedEncoding;
}

const latin1 = new TextDecoder('windows-1252');

/**
 * Decodes a file of unknown encoding as it streams: a byte-order mark decides; else every valid UTF-8
 * sequence is read as UTF-8 and every other byte as Latin-1 (windows-1252, as browsers do). A Latin-1 file
 * hardly ever holds a valid UTF-8 sequence, so this reads both, whatever the length of the ASCII prefix.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array | string>,
  report: EncodingReport,
  encoding?: string,
): AsyncGenerator<string> {
  let pending: Uint8Array = new Uint8Array(0);
  let fixed: TextDecoder | null = encoding === undefined ? null : new TextDecoder(encoding);
  let first = true;
  const seen = { utf8: false, latin1: false };
  for await (const chunk of source) {
    const bytes = joined(pending, typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
    pending = new Uint8Array(0);
    if (first && bytes.length < 3) {
      pending = bytes;
      continue;
    }
    let start = 0;
    if (first) {
      const mark = markOf(bytes);
      if (mark && !fixed && mark.encoding !== 'utf-8')
        [fixed, report.encoding] = [new TextDecoder(mark.encoding), mark.encoding];
      start = mark?.length ?? 0;
      first = false;
    }
    if (fixed) {
      yield fixed.decode(bytes.subarray(start), { stream: true });
      continue;
    }
    const end = completeUpTo(bytes);
    pending = bytes.slice(end);
    yield decodeEither(bytes.subarray(start, end), seen);
    report.encoding = seen.latin1 ? (seen.utf8 ? 'mixed' : 'latin-1') : 'utf-8';
  }
  if (fixed) yield fixed.decode(pending);
  else if (pending.length > 0) yield decodeEither(pending, seen);
  if (!fixed) report.encoding = seen.latin1 ? (seen.utf8 ? 'mixed' : 'latin-1') : 'utf-8';
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function markOf(
  bytes: Uint8Array,
): { readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; readonly length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Where the last complete UTF-8 sequence ends: the rest waits for the next chunk. */
function completeUpTo(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeEither(bytes: Uint8Array, seen: { utf8: boolean; latin1: boolean }): string {
  try {
    const text = strict.decode(bytes);
    if (text.length !== bytes.length) seen.utf8 = true;
    return text;
  } catch {
    return decodeMixed(bytes, seen);
  }
}

function decodeMixed(bytes: Uint8Array, seen: { utf8: boolean; latin1: boolean }): string {
  let text = '';
  let index = 0;
  while (index < bytes.length) {
    let end = index;
    while (end < bytes.length && (bytes[end] ?? 0) < 0x80) end += 1;
    if (end > index) text += latin1.decode(bytes.subarray(index, end));
    if (end >= bytes.length) break;
    const length = sequenceLength(bytes[end] ?? 0);
    const sequence = bytes.subarray(end, end + length);
    const read = readSequence(sequence, length);
    if (read === null) {
      text += latin1.decode(bytes.subarray(end, end + 1));
      seen.latin1 = true;
      index = end + 1;
    } else {
      text += read;
      seen.utf8 = true;
      index = end + length;
    }
  }
  return text;
}

function readSequence(sequence: Uint8Array, length: number): string | null {
  if (sequence.length < length || (sequence[0] ?? 0) < 0xc2) return null;
  try {
    return strict.decode(sequence);
  } catch {
    return null;
  }
}
