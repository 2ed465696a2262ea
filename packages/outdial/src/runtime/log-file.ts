/**
 * Where log lines are written: a file, or standard error. A log that cannot be written loses lines and says
 * so; it never ends or holds up a process that has calls.
 */
import { appendFileSync, closeSync, constants, openSync, statSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { countOf } from '@outdial/core';

/** Number of standard error, and how much may wait for a slow disk. */
const STANDARD_ERROR = 2;
const MOST_WAITING = 4_000_000;

/** A file is appended to, and never one that a link put in its place. */
const APPEND: number = constants.O_APPEND | constants.O_NOFOLLOW | constants.O_WRONLY;
/** It is made where it is not there: somebody moves full ones away. */
const MAKE: number = APPEND | constants.O_CREAT;
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

/** Lines on their way to the file, which had `from` bytes before; null: it is not open yet. */
interface UnderWay {
  readonly lines: readonly string[];
  from: number | null;
}

/** A log in a file: lines are appended in the background, in their order. */
export class LogFile implements LogTarget {
  readonly #path: string;
  readonly #parts: LogFileParts;
  #waiting: string[] = [];
  /** Lines that are being appended. */
  #underWay: UnderWay | null = null;
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

  /** Writes what is not written yet before it returns: for the end of the process. */
  flush(): void {
    const underWay = this.#underWay;
    this.#underWay = null;
    const lines = [...(underWay && !hasGrown(this.#path, underWay) ? underWay.lines : []), ...this.#take()];
    if (lines.length === 0) return;
    this.#after(
      lines.length,
      attempt(() => appendNow(this.#path, lines.join(''))),
    );
  }

  async #append(): Promise<void> {
    this.#writing = true;
    for (let lines = this.#take(); lines.length > 0; lines = this.#take()) {
      const underWay: UnderWay = { lines, from: null };
      this.#underWay = underWay;
      unwritten.add(this);
      // Lines that were flushed meanwhile are written.
      const isStillDue = (): boolean => this.#underWay === underWay;
      const failure = await append(this.#path, underWay, isStillDue).then(() => null, causeOf);
      if (!isStillDue()) continue;
      this.#underWay = null;
      if (this.#waiting.length === 0) unwritten.delete(this);
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
      this.#parts.onTrouble(`the log is written again; up to ${countOf(this.#lost, 'line')} are lost`);
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

async function append(path: string, underWay: UnderWay, isStillDue: () => boolean): Promise<void> {
  const file = await open(path, APPEND).catch((cause: unknown) => {
    // After the end of the process's work nothing is made any more: the folder may be gone.
    if (causeOf(cause) !== 'ENOENT' || !isStillDue()) throw cause;
    return open(path, MAKE, OWNER_ONLY);
  });
  try {
    underWay.from = (await file.stat()).size;
    if (isStillDue()) await file.appendFile(underWay.lines.join(''));
  } finally {
    await file.close();
  }
}

/** Whether the lines have reached the file, as far as its size tells. */
function hasGrown(path: string, { from }: UnderWay): boolean {
  return from !== null && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > from;
}

function appendNow(path: string, text: string): void {
  const file = openSync(path, MAKE, OWNER_ONLY);
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
