/** Worlds on SQLite files. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import Libsql from 'libsql';
import { openStore } from '../src/index.js';
import { START, createStoreWorld } from './contract/store-world.js';
import type { StoreWorld } from './contract/store-world.js';

/** The file that every world of this file of tests begins as. */
let made: Promise<string> | undefined;
afterAll(async () => {
  if (made) rmSync(dirname(await made), { recursive: true, force: true });
});

/**
 * A world on a fresh SQLite file; gone when closed. It is a copy of a store that was just made: to make one takes
 * four times the processor time.
 */
export async function sqliteWorld(): Promise<StoreWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-store-'));
  const path = join(folder, 'store.db');
  made ??= newStore();
  copyFileSync(await made, path);
  return createStoreWorld(`sqlite:${path}`, () => rmSync(folder, { recursive: true, force: true }));
}

/** Makes a store in which nothing has been done, in a folder of its own; answers its file. */
async function newStore(): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'outdial-new-store-')), 'new.db');
  await (await openStore({ url: `sqlite:${path}`, clock: () => START })).close();
  const file = new Libsql(path);
  // All of it into the one file that is copied.
  file.pragma('wal_checkpoint(TRUNCATE)');
  file.close();
  return path;
}
