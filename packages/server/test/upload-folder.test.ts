/** Files of uploads hold personal data: they go when their time has come. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { UploadFolder } from '../src/lists/upload-folder.js';

const DAY = 24 * 3_600_000;

test('rejected rows go after 30 days; lists that a run left go at the next start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-uploads-'));
  try {
    const files = new UploadFolder(folder);
    await files.open(Date.now());
    for (const path of [files.listOf('a'), files.rejectedOf('a')]) writeFileSync(path, 'phone');
    const left = (): readonly string[] => readdirSync(join(folder, 'uploads')).sort();

    await files.removeOld(Date.now() + 29 * DAY);
    expect(left()).toEqual(['a.list', 'a.rejected.csv']);
    await files.removeOld(Date.now() + 31 * DAY);
    expect(left()).toEqual(['a.list']);
    await files.open(Date.now());
    expect(left()).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
