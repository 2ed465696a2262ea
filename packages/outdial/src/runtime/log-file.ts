/**
 * Where log lines are written: a file, or standard error. A log that cannot be written loses lines and says
 * so; it never ends or holds up a process that has calls.
 */
import { appendFileSync, closeSync, constants, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Number of standard error, and how much may wait for a slow disk. */
const STANDARD_ERROR = 2;
const MOST_WAITING = 4_000_000;

/** A file is appended to, made where it is not there, and never one that a link put in its place. */
const APPEND: number = constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_WRONLY;
const OWNER_ONLY = 0o600;

/** Logs with lines that are not written yet: they are written when the process ends. */
const unwritten = new Set<LogTarget>();
let endIsWatched = false;

function watchTheEnd(): void {
  if (endIsWatched) return;
  endIsWatched = true;
  process.once('exit', () => {
    for (const log of unwritten) log.flush();
  });
}

/** Where a log is written. */
export interface LogTarget {
  write(line: string): unknown;
  flush(): void;
}

/** What a log file needs beside its path. */
export interface LogFileParts {
  /** Receives one sentence when lines begin to be lost, and one when the file can be written again. */
  readonly onTrouble: (text: string) => void;
  /** Characters that may wait; further lines are lost. */
  readonly mostWaiting?: number;
}

/** A log on standard error. Lines that nobody reads are lost. */
export function errorLog(): LogTarget {
  return {
    write: (line) => attempt(() => writeSync(STANDARD_ERROR, line)),
    flush: () => undefined,
  };
}

/** A log in a file: lines are appended in the background, in their order. */
export class LogFile implements LogTarget {
  readonly #path: string;
  readonly #parts: LogFileParts;
  #waiting: string[] = [];
  #characters = 0;
  #writing = false;
  #lost = 0;

  constructor(path: string, parts: LogFileParts) {
    this.#path = path;
    this.#parts = parts;
  }

  /** Takes a line, its line break included. */
  write(line: string): void {
    if (this.#characters + line.length > (this.#parts.mostWaiting ?? MOST_WAITING)) {
      this.#lose(1, 'the disk is too slow');
      return;
    }
    this.#waiting.push(line);
    this.#characters += line.length;
    watchTheEnd();
    unwritten.add(this);
    if (!this.#writing) void this.#append();
  }

  /** Writes what waits before it returns: for the end of the process. */
  flush(): void {
    const lines = this.#take();
    if (lines.length === 0) return;
    this.#after(
      lines.length,
      attempt(() => appendNow(this.#path, lines.join(''))),
    );
  }

  async #append(): Promise<void> {
    this.#writing = true;
    for (let lines = this.#take(); lines.length > 0; lines = this.#take()) {
      const failure = await append(this.#path, lines.join('')).then(() => null, causeOf);
      this.#after(lines.length, failure);
    }
    this.#writing = false;
  }

  #take(): readonly string[] {
    const lines = this.#waiting;
    this.#waiting = [];
    this.#characters = 0;
    unwritten.delete(this);
    return lines;
  }

  #after(lines: number, failure: string | null): void {
    if (failure !== null) {
      this.#lose(lines, failure);
    } else if (this.#lost > 0) {
      this.#parts.onTrouble(`the log is written again; up to ${this.#lost} lines are lost`);
      this.#lost = 0;
    }
  }

  #lose(lines: number, why: string): void {
    if (this.#lost === 0)
      this.#parts.onTrouble(
        `the log ${this.#path} cannot be written (${why}): its lines are lost until it can`,
      );
    this.#lost += lines;
  }
}

async function append(path: string, text: string): Promise<void> {
  const file = await open(path, APPEND, OWNER_ONLY);
  try {
    await file.appendFile(text);
  } finally {
    await file.close();
  }
}

function appendNow(path: string, text: string): void {
  const file = openSync(path, APPEND, OWNER_ONLY);
  try {
    appendFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

function causeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : String(cause);
}

function attempt(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (cause) {
    return causeOf(cause);
  }
}
