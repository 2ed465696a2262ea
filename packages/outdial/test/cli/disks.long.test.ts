import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandIn, type CommandResult } from './command-in.js';

/** Mounts something on a folder; false where this user may not. */
function mount(folder: string, ...args: readonly string[]): boolean {
  try {
    execFileSync('mount', [...args, folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** True where disks can be mounted for a test: as root, outside of most containers. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-mount-'));
  const mounted = mount(folder, '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs');
  if (mounted) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return mounted;
}

const canMount = mayMount();
const onDisk = canMount ? describe : describe.skip;
const REASON = canMount ? '' : ' (skipped: this user may not mount a disk)';

/** A fault of the outside: one sentence, a remedy, the exit code of what is not available, no stack. */
function expectUnavailable({ code, err }: CommandResult, sentence: RegExp): void {
  expect(err).toMatch(sentence);
  expect(code).toBe(5);
  expect(err).not.toContain('fault of outdial');
  expect(err).not.toMatch(/\n +at /);
  expect(err.trim().split('\n').length).toBeGreaterThanOrEqual(2);
}

function list(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => `A-${row},Ana Person,+1212${5_550_000 + row},NY`);
  return ['account,name,phone,state', ...lines, ''].join('\n');
}

onDisk(`a disk that is full${REASON}`, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outdial-full-'));
    expect(mount(folder, '-t', 'tmpfs', '-o', 'size=3m', 'tmpfs')).toBe(true);
    await commandIn(folder, ['init']);
  });
  afterAll(() => {
    // Lazily: the driver of the database may keep its files open until it is collected.
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  test('ends an import with a sentence, and the store opens once there is room', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outdial-list-'));
    await writeFile(join(outside, 'long.csv'), list(20_000));
    expectUnavailable(await commandIn(folder, ['import', join(outside, 'long.csv')]), /disk is full/);
    execFileSync('mount', ['-o', 'remount,size=300m', folder]);
    expect(await commandIn(folder, ['import', join(outside, 'long.csv')])).toMatchObject({ code: 0 });
    await rm(outside, { recursive: true });
  }, 60_000);
});

onDisk(`a disk that is read-only${REASON}`, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outdial-read-only-'));
    await commandIn(folder, ['init']);
    await commandIn(folder, ['import']);
    expect(mount(folder, '--bind', '-o', 'ro', folder)).toBe(true);
  });
  afterAll(() => {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['a new campaign', ['init', 'sub'], /cannot be written/],
    [
      'a report',
      ['report', '--format', 'csv', '--out', 'report.csv'],
      /read-only|cannot be (written|opened)/,
    ],
    ['an opt-out', ['dnc', 'opt-out', '+12025550143'], /read-only|cannot be opened/],
    ['a run', ['run', '--pace', '500'], /read-only|cannot be opened/],
  ])('is said of %s', async (_name, args, sentence) => {
    expectUnavailable(await commandIn(folder, args), sentence);
  });
});

describe('a database that another process has locked', () => {
  const script = fileURLToPath(new URL('../../../store/test/processes/lock-database.mjs', import.meta.url));
  let folder: string;
  let holder: ChildProcess;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outdial-locked-'));
    await commandIn(folder, ['init']);
    await commandIn(folder, ['import']);
    holder = spawn(process.execPath, [script, join(folder, 'outdial.db')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => holder.stdout?.once('data', resolve));
  }, 60_000);
  afterAll(async () => {
    const gone = new Promise((resolve) => holder.once('exit', resolve));
    holder.stdin?.end();
    await gone;
    await rm(folder, { recursive: true, force: true });
  });

  test.each([
    ['an opt-out', ['dnc', 'opt-out', '+12025550143']],
    ['the kill switch', ['stop']],
    ['an import', ['import']],
  ])(
    'is said of %s',
    async (_name, args) => {
      expectUnavailable(await commandIn(folder, args), /database is locked by another process/);
    },
    60_000,
  );
});

describe('outputs on a full device', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outdial-device-'));
    await commandIn(folder, ['init']);
    await commandIn(folder, ['import']);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([
    ['a report', ['report', '--format', 'html', '--out', '/dev/full']],
    ['leads', ['leads', 'export', '--out', '/dev/full']],
    ['decisions', ['audit', 'export', '--format', 'csv', '--out', '/dev/full']],
    ['a simulation', ['simulate', '--minutes', '1', '--html', '/dev/full']],
  ])(
    '%s',
    async (_name, args) => {
      expectUnavailable(await commandIn(folder, args), /disk is full/);
    },
    60_000,
  );
});
