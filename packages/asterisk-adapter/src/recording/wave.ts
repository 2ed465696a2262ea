/** WAVE files of 16-bit samples: the header read from one channel and written for two. */
import type { FileHandle } from 'node:fs/promises';

/** Bytes of a sample. */
const SAMPLE = 2;
/** Bytes read at a time from one channel. */
const BLOCK = 65_536;
const HEADER = 44;

/** One channel of a recording, as a file of its own. */
interface MonoFile {
  readonly file: FileHandle;
  /** Where its samples begin, bytes. */
  readonly begin: number;
  readonly samplesPerSecond: number;
  /** Length by the size of the file: the header is wrong when the disk was full. */
  readonly samples: number;
}

/** What was joined. */
export interface StereoResult {
  readonly durationMs: number;
  /** Lengths of the two channels as they came, ms. */
  readonly leftMs: number;
  readonly rightMs: number;
}

/**
 * Writes two files of one channel as one file of two. The shorter channel ends in silence.
 *
 * @throws Error when one of the files is not a WAVE file of one channel with 16-bit samples, or both differ
 *   in samples per second; errors of the file system as they are
 */
export async function joinStereo(left: FileHandle, right: FileHandle, to: FileHandle): Promise<StereoResult> {
  const [a, b] = [await openMono(left), await openMono(right)];
  if (a.samplesPerSecond !== b.samplesPerSecond) throw new Error('the two channels differ in their rate');
  const samples = Math.max(a.samples, b.samples);
  const ms = (count: number): number => Math.round((count * 1000) / a.samplesPerSecond);
  await to.write(stereoHeader(samples, a.samplesPerSecond), 0, HEADER, 0);

  let at = HEADER;
  for (let done = 0; done < samples; done += BLOCK / SAMPLE) {
    const count = Math.min(BLOCK / SAMPLE, samples - done);
    const block = interleave(await samplesOf(a, done, count), await samplesOf(b, done, count), count);
    await to.write(block, 0, block.length, at);
    at += block.length;
  }
  return { durationMs: ms(samples), leftMs: ms(a.samples), rightMs: ms(b.samples) };
}

/** Length of a file that {@link joinStereo} wrote, ms. */
export async function stereoDuration(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  const header = Buffer.alloc(HEADER);
  await file.read(header, 0, HEADER, 0);
  const bytesPerSecond = header.readUInt32LE(28);
  return bytesPerSecond === 0 ? 0 : Math.round(((size - HEADER) * 1000) / bytesPerSecond);
}

async function openMono(file: FileHandle): Promise<MonoFile> {
  const { size } = await file.stat();
  const head = Buffer.alloc(Math.min(size, 4_096));
  await file.read(head, 0, head.length, 0);
  if (head.length < HEADER || head.toString('latin1', 0, 4) !== 'RIFF') throw new Error('not a WAVE file');
  const format = chunkAt(head, 'fmt ');
  const data = chunkAt(head, 'data');
  const [channels, bits] = [head.readUInt16LE(format + 2), head.readUInt16LE(format + 14)];
  if (channels !== 1 || bits !== 16) throw new Error('not one channel of 16-bit samples');
  return {
    file,
    begin: data,
    samplesPerSecond: head.readUInt32LE(format + 4),
    samples: Math.floor((size - data) / SAMPLE),
  };
}

/** Where the content of a chunk begins. */
function chunkAt(head: Buffer, name: string): number {
  for (let at = 12; at + 8 <= head.length; at += 8 + head.readUInt32LE(at + 4))
    if (head.toString('latin1', at, at + 4) === name) return at + 8;
  throw new Error(`the WAVE file has no '${name.trim()}' chunk`);
}

/** Samples from one channel; those beyond its end are silence. */
async function samplesOf({ file, begin }: MonoFile, from: number, count: number): Promise<Buffer> {
  const block = Buffer.alloc(count * SAMPLE);
  await file.read(block, 0, block.length, begin + from * SAMPLE);
  return block;
}

function interleave(left: Buffer, right: Buffer, count: number): Buffer {
  const both = Buffer.alloc(count * SAMPLE * 2);
  for (let index = 0; index < count; index += 1) {
    both.writeInt16LE(left.readInt16LE(index * SAMPLE), index * SAMPLE * 2);
    both.writeInt16LE(right.readInt16LE(index * SAMPLE), index * SAMPLE * 2 + SAMPLE);
  }
  return both;
}

function stereoHeader(samples: number, samplesPerSecond: number): Buffer {
  const header = Buffer.alloc(HEADER);
  const frame = SAMPLE * 2;
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(HEADER - 8 + samples * frame, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(2, 22);
  header.writeUInt32LE(samplesPerSecond, 24);
  header.writeUInt32LE(samplesPerSecond * frame, 28);
  header.writeUInt16LE(frame, 32);
  header.writeUInt16LE(SAMPLE * 8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples * frame, 40);
  return header;
}
