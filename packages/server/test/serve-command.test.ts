/** `outdial serve` as a process: what it prints, and that SIGTERM drains it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { serverFolder, until } from './server-under-test.js';

const COMMAND = new URL('../../outdial/bin/outdial.mjs', import.meta.url).pathname;
const folders: string[] = [];
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  out: string;
  err: string;
  code: number | null;
}

function serveIn(folder: string): Run {
  folders.push(folder);
  const child = spawn(process.execPath, [COMMAND, 'serve', folder]);
  children.push(child);
  const run: Run = { child, out: '', err: '', code: null };
  child.stdout.on('data', (chunk) => (run.out += String(chunk)));
  child.stderr.on('data', (chunk) => (run.err += String(chunk)));
  child.on('exit', (code) => (run.code = code));
  return run;
}

test('it prints one address with a one-time link, answers there, and drains on SIGTERM', async () => {
  const run = serveIn(serverFolder());
  await until(() => run.out.includes('\n'), 60_000);
  expect(run.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/link#[\w-]{43}\n$/);
  const url = run.out.split('/link')[0] ?? '';
  expect((await fetch(`${url}/health`)).status).toBe(200);
  expect(await (await fetch(`${url}/ready`)).json()).toMatchObject({ status: 'ready', draining: false });
  expect(await (await fetch(`${url}/metrics`)).text()).toContain(
    'outdial_campaign_running{campaign="sales"} 1',
  );

  run.child.kill('SIGTERM');
  await until(() => run.code !== null, 30_000);
  expect(run.code).toBe(0);
  expect(run.err).toContain('draining: no new calls');
}, 120_000);

test('a folder with other files is left alone, and said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-foreign-'));
  writeFileSync(join(folder, 'letters.txt'), 'mine');
  const run = serveIn(folder);
  await until(() => run.code !== null, 60_000);
  expect(run.code).toBe(2);
  expect(run.err).toContain('holds files, but no outdial.yaml');
}, 70_000);
