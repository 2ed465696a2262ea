/**
 * Anchors: while a campaign runs, the heads of the audit trail are copied to a place outside the database.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorText } from '@outdial/core';
import { readHeads, readStoreId, type Store } from '@outdial/store';
import type { AuditSection } from '../campaign-file/types.js';
import { headsLine } from './heads-line.js';

/** Anchors of one run. */
export interface Anchors {
  /** Writes a last anchor and ends. */
  stop(): Promise<void>;
}

/** What writing anchors needs. */
export interface AnchorParts {
  readonly section: AuditSection;
  /** Folder that a relative path counts from. */
  readonly folder: string;
  readonly store: Store;
  /** Called for each anchor that could not be written. The campaign goes on. */
  readonly onFault: (detail: string) => void;
}

const MINUTE = 60_000;
/** ms a command may take. */
const COMMAND_LIFE = 30_000;
const OWNER_ONLY = 0o600;

/**
 * Writes the heads at the interval of the campaign file. Does nothing where the campaign names no place for
 * them.
 */
export function startAnchors(parts: AnchorParts): Anchors {
  const { anchorFile, anchorCommand, anchorMinutes } = parts.section;
  if (anchorFile === undefined && anchorCommand === undefined) return { stop: () => Promise.resolve() };
  let writing: Promise<void> = Promise.resolve();
  const anchor = (): Promise<void> => {
    writing = writing.then(() => keep(parts));
    return writing;
  };
  const timer = setInterval(() => void anchor(), anchorMinutes * MINUTE);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return anchor();
    },
  };
}

async function keep({ section, folder, store, onFault }: AnchorParts): Promise<void> {
  const { anchorFile, anchorCommand } = section;
  try {
    const about = { store: await readStoreId(store), at: store.clock() };
    const line = `${headsLine(await readHeads(store), about)}\n`;
    const kept = await Promise.allSettled([
      anchorFile === undefined ? undefined : appendLine(resolve(folder, anchorFile), line),
      anchorCommand === undefined ? undefined : give(anchorCommand, folder, line),
    ]);
    for (const one of kept)
      if (one.status === 'rejected') onFault(`heads of the audit trail not kept: ${errorText(one.reason)}`);
  } catch (error) {
    onFault(`heads of the audit trail not read: ${errorText(error)}`);
  }
}

/** Appends to a file that only its owner reads; a symbolic link is not followed. */
async function appendLine(path: string, line: string): Promise<void> {
  const noFollow = (constants as { readonly O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0;
  const file = await open(
    path,
    constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | noFollow,
    OWNER_ONLY,
  );
  try {
    await file.appendFile(line);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Runs the command with the line on its standard input; rejects where it does not end with 0. */
function give([program = '', ...rest]: readonly string[], folder: string, line: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, rest, { cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] });
    // Node's own time-out of a command that could not start goes on, and keeps the process alive as long.
    const life = setTimeout(() => child.kill(), COMMAND_LIFE);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(life);
      if (code === 0) done();
      else fail(new Error(`${program} ended with ${signal ?? String(code)}`));
    });
    // A command that reads nothing ends by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(line);
  });
}
