/** A log whose file cannot be written: lines are lost, the process goes on, and it is said once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogFile } from '../../src/runtime/log-file.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'outdial-log-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Waits until the file holds this. */
async function holds(path: string, text: string): Promise<void> {
  const read = (): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  for (let look = 0; look < 1_000 && read() !== text; look += 1) await pause();
  expect(read()).toBe(text);
}
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

test('lines are appended in their order', async () => {
  const path = join(folder, 'run.log');
  const log = new LogFile(path, { onTrouble: (text) => expect(text).toBe('') });
  log.write('one\n');
  log.write('two\n');
  await holds(path, 'one\ntwo\n');
  log.write('three\n');
  log.write('four\n');
  await holds(path, 'one\ntwo\nthree\nfour\n');
});

test('what is on its way and what waits are written by flush, in their order and once', async () => {
  const path = join(folder, 'ended.log');
  const log = new LogFile(path, { onTrouble: (text) => expect(text).toBe('') });
  for (const line of ['one\n', 'two\n', 'three\n']) log.write(line);
  log.flush();
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\nthree\n');
  log.write('four\n');
  await holds(path, 'one\ntwo\nthree\nfour\n');
});

test('a file that cannot be written is said once, holds nothing up, and the log goes on when it can', async () => {
  const path = join(folder, 'no.log');
  await mkdir(path);
  const told: string[] = [];
  const log = new LogFile(path, { onTrouble: (text) => void told.push(text) });
  for (const line of ['a\n', 'b\n', 'c\n']) {
    log.write(line);
    log.flush();
  }
  expect(told).toEqual([expect.stringMatching(/^the log .*no\.log cannot be written \(\w+\)/)]);
  await rm(path, { recursive: true });
  log.write('d\n');
  await holds(path, 'd\n');
  while (told.length < 2) await pause();
  expect(told.at(-1)).toBe('the log is written again; up to 3 lines are lost');
});

test('a disk that does not keep up costs lines, not memory', async () => {
  const told: string[] = [];
  const log = new LogFile('/dev/full', { onTrouble: (text) => void told.push(text), mostWaiting: 10 });
  for (let line = 0; line < 100; line += 1) log.write('12345\n');
  await pause();
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
