import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../src/files/make-folder.js';

let folder: string;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'outdial-folder-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const isFolder = (path: string): boolean => statSync(path).isDirectory();

test('a folder is made with those above it, and a second time nothing happens', () => {
  const path = join(folder, 'a/b/c');
  makeFolder(path);
  expect(isFolder(path)).toBe(true);
  makeFolder(path);
  expect(isFolder(path)).toBe(true);
});

test('a link to a folder is a folder', async () => {
  await symlink(folder, join(folder, 'link'));
  makeFolder(join(folder, 'link/below'));
  expect(isFolder(join(folder, 'below'))).toBe(true);
});

test('a file that stands in the path, or a link to nothing, is an error', async () => {
  await writeFile(join(folder, 'file'), '');
  await symlink(join(folder, 'nothing'), join(folder, 'dangling'));
  for (const path of ['file', 'file/below', 'file/far/below', 'dangling/below'])
    expect(() => makeFolder(join(folder, path))).toThrow(expect.objectContaining({ code: 'EEXIST' }));
});

const hasProcesses = existsSync('/proc/self');

(hasProcesses ? test : test.skip)('a file system without new folders ends in an error, and soon', () => {
  expect(() => makeFolder('/proc/no-process/below')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
});
