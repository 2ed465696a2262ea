import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStoreWorld } from './contract/store-world.js';
import type { StoreWorld } from './contract/store-world.js';

/** A world on a fresh SQLite file; gone when closed. */
export function sqliteWorld(): Promise<StoreWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-store-'));
  return createStoreWorld(`sqlite:${join(folder, 'store.db')}`, () =>
    rmSync(folder, { recursive: true, force: true }),
  );
}
