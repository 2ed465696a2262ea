/** A log whose file cannot be written: lines are lost, the process goes on, and it is said once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogFile } from '../../src/runtime/log-file.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'outdial-log-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Waits until what was written has settled. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

test('lines are appended in their order, and those that wait are written by flush', async () => {
  const path = join(folder, 'run.log');
  const log = new LogFile(path, { onTrouble: (text) => expect(text).toBe('') });
  log.write('one\n');
  log.write('two\n');
  await settled();
  log.write('three\n');
  log.write('four\n');
  await settled();
  log.flush();
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\nthree\nfour\n');
});

test('a file that cannot be written is said once, holds nothing up, and the log goes on when it can', async () => {
  const path = join(folder, 'no.log');
  await mkdir(path);
  const told: string[] = [];
  const log = new LogFile(path, { onTrouble: (text) => void told.push(text) });
  for (const line of ['a\n', 'b\n', 'c\n']) {
    log.write(line);
    await settled();
    log.flush();
  }
  expect(told).toEqual([expect.stringMatching(/^the log .*no\.log cannot be written \(\w+\)/)]);
  await rm(path, { recursive: true });
  log.write('d\n');
  await settled();
  expect(readFileSync(path, 'utf8')).toBe('d\n');
  expect(told.at(-1)).toBe('the log is written again; up to 3 lines are lost');
});

test('a disk that does not keep up costs lines, not memory', async () => {
  const told: string[] = [];
  const log = new LogFile('/dev/full', { onTrouble: (text) => void told.push(text), mostWaiting: 10 });
  for (let line = 0; line < 100; line += 1) log.write('12345\n');
  await settled();
  expect(told).toEqual([expect.stringContaining('too slow')]);
});

test('a process whose log is on a full disk ends by itself', async () => {
  const program = join(folder, 'full.mjs');
  const built = new URL('../../dist/runtime/log-file.js', import.meta.url).href;
  await writeFile(
    program,
    `import { LogFile } from '${built}';
     new LogFile('/dev/full', { onTrouble: () => undefined }).write('a line\\n');
     process.exit(0);`,
  );
  execFileSync(process.execPath, [program], { timeout: 20_000, stdio: 'pipe' });
});
