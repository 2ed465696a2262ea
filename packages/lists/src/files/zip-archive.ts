/** Reads zip archives: what they hold, and one file of it. */
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { LIMITS, errorText, isOutdialError } from '@outdial/core';
import { listError } from '../errors.js';
import { notAList } from './file-kind.js';
import { bounded } from './unpack.js';

const openBuffer = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer);

/** Files that an archive may hold: those of a workbook are far fewer. */
const ENTRIES_MOST = 10_000;

/** An archive in memory: made by {@link ZipArchive.open}. */
export class ZipArchive {
  readonly #file: yauzl.ZipFile;
  readonly #entries: ReadonlyMap<string, yauzl.Entry>;
  /** By the name in small letters: the parts of a workbook are found whatever their case is. */
  readonly #anyCase: ReadonlyMap<string, yauzl.Entry>;

  constructor(file: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>) {
    this.#file = file;
    this.#entries = entries;
    this.#anyCase = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]));
  }

  /** Opens an archive. Its directory is at the end, so it is gathered whole, up to a limit. */
  static async open(source: AsyncIterable<Uint8Array>): Promise<ZipArchive> {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of source) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > LIMITS.packedFile.max)
        throw listError('file-too-large', { megabytes: LIMITS.packedFile.max / 1_048_576 });
    }
    try {
      const file = await openBuffer(Buffer.concat(chunks), { lazyEntries: true, autoClose: false });
      return new ZipArchive(file, await entriesOf(file));
    } catch (error) {
      throw isOutdialError(error) ? error : damaged(error);
    }
  }

  /** Names of the files, without folders and what an operating system adds. */
  get names(): readonly string[] {
    return [...this.#entries.keys()].filter((name) => !isOfSystem(name));
  }

  has(name: string): boolean {
    return this.#anyCase.has(name.toLowerCase());
  }

  /** The bytes of one file. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name) ?? this.#anyCase.get(name.toLowerCase());
    if (!entry) return;
    if ((entry.generalPurposeBitFlag & 1) === 1)
      throw notAList('protected by a password', 'Save it without one');
    try {
      const open = promisify<yauzl.Entry, Readable>((of, done) => this.#file.openReadStream(of, done));
      yield* bounded((await open(entry)) as AsyncIterable<Uint8Array>, () => entry.compressedSize);
    } catch (error) {
      throw isOutdialError(error) ? error : damaged(error);
    }
  }
}

/** Whether an entry is a folder, or what an operating system adds. */
export function isOfSystem(name: string): boolean {
  return name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$)/i.test(name);
}

function damaged(error: unknown): Error {
  return notAList(`a damaged zip archive or workbook (${errorText(error)})`, 'Save or fetch it again');
}

async function entriesOf(file: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  await new Promise<void>((resolve, reject) => {
    file.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > ENTRIES_MOST) reject(new Error(`it holds more than ${ENTRIES_MOST} files`));
      else file.readEntry();
    });
    file.on('end', resolve);
    file.on('error', reject);
    file.readEntry();
  });
  return entries;
}
