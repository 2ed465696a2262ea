import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeError } from '../../src/cli/describe-error.js';
import { commandIn, type CommandResult } from './command-in.js';

let folder: string;

/** Runs one command line in the folder, with an environment. */
const outdialWith = (
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<CommandResult> => commandIn(folder, args, env);

const outdial = (...args: readonly string[]): Promise<CommandResult> => outdialWith({}, ...args);

/** What a command that fails for a reason outside must look like: a sentence, a remedy, no stack. */
function expectSaid(result: CommandResult, code: number, sentence: string | RegExp): void {
  expect(result.err).toMatch(sentence);
  expect(result.code).toBe(code);
  expect(result.err).not.toContain('fault of outdial');
  expect(result.err).not.toMatch(/\n +at /);
  expect(result.err.trim().split('\n').length).toBeGreaterThanOrEqual(2);
}

/** A campaign file like that of `init`, with some lines replaced. */
async function campaignWith(name: string, ...changes: readonly (readonly [string, string])[]): Promise<void> {
  let text = await readFile(join(folder, 'campaign.yaml'), 'utf8');
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  await writeFile(join(folder, name), text);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-faults-'));
  await outdial('init');
  await mkdir(join(folder, 'a-folder'));
  await writeFile(join(folder, 'empty.csv'), '');
  await writeFile(join(folder, 'headless.csv'), '1001,Ana,(202) 555-0143,DC\n1002,Ben,312-555-0121,IL\n');
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a list that cannot be read is said with its path', () => {
  test.each([
    ['missing', 'nowhere.csv', /nowhere\.csv does not exist/],
    ['a folder', 'a-folder', /a-folder cannot be read/],
    ['empty', 'empty.csv', /empty\.csv was not imported[^]*empty/],
    ['without a header', 'headless.csv', /headless\.csv was not imported[^]*looks like data/],
  ])('%s: exit code 2', async (_name, file, sentence) => {
    const result = await outdial('import', file);
    expectSaid(result, 2, sentence);
    expect(result.err).not.toContain('312-555-0121');
  });

  test('a column that the mapping names and the file lacks: exit code 2', async () => {
    const mapped = ['    file: leads.csv', '    file: leads.csv\n    columns: { telephone: phone }'] as const;
    await campaignWith('mapped.yaml', mapped);
    expectSaid(await outdial('import', '-c', 'mapped.yaml'), 2, /'telephone'[^]*does not have/);
  });

  test('of references to close: exit code 2', async () => {
    expectSaid(await outdial('leads', 'close', '--file', 'nowhere.csv'), 2, /nowhere\.csv does not exist/);
  });

  test('of numbers for a set: exit code 2', async () => {
    const args = ['dnc', 'build', 'x.dnc', 'nowhere.txt', '--source', 'x', '--date', '2026-06-01'];
    expectSaid(await outdial(...args), 2, /nowhere\.txt does not exist/);
  });
});

describe('a place that cannot be written is said with its path: exit code 5', () => {
  test.each([
    ['report', ['report', '--format', 'csv', '--out']],
    ['leads export', ['leads', 'export', '--out']],
    ['audit export', ['audit', 'export', '--out']],
  ])('%s', async (_name, args) => {
    expectSaid(await outdial(...args, 'no/folder/out.csv'), 5, /no\/folder\/out\.csv cannot be written/);
    expectSaid(await outdial(...args, 'a-folder'), 5, /a-folder cannot be written/);
  });

  test('a full disk', async () => {
    expectSaid(await outdial('report', '--format', 'csv', '--out', '/dev/full'), 5, /disk is full/);
  });

  test('a folder where a file is', async () => {
    expectSaid(await outdial('init', 'empty.csv/here'), 5, /cannot be written/);
  });

  test('a log', async () => {
    await campaignWith('log.yaml', ['simulation:', 'log: { file: empty.csv/outdial.log }\n\nsimulation:']);
    expectSaid(await outdial('run', '-c', 'log.yaml', '--pace', '500'), 5, /outdial\.log cannot be written/);
  });

  test('a file system that takes no folder', async () => {
    const nowhere = '/proc/no-process/folder';
    expectSaid(await outdial('init', nowhere), 5, /folder cannot be written/);
    expectSaid(await outdial('demo', '--keep', nowhere), 5, /folder cannot be written/);
    await campaignWith('proc.yaml', ['sqlite:./outdial.db', `sqlite:${nowhere}/y.db`]);
    expectSaid(
      await outdial('status', '-c', 'proc.yaml'),
      5,
      /^The store sqlite:.*y\.db cannot be opened\. /,
    );
  });
});

describe('the control interface that cannot start', () => {
  let taken: Server;
  let port: number;

  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    await campaignWith('control.yaml', ['simulation:', `control: { port: ${port} }\n\nsimulation:`]);
    await campaignWith('away.yaml', ['simulation:', `control: { host: 192.0.2.1 }\n\nsimulation:`]);
  });
  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  const run = (token: string, file = 'control.yaml'): Promise<CommandResult> =>
    outdialWith({ OUTDIAL_TOKEN: token }, 'run', '-c', file, '--until-dry', '--pace', '500');

  test('without a token, or with a short one: exit code 2', async () => {
    expectSaid(await outdial('run', '-c', 'control.yaml'), 2, /OUTDIAL_TOKEN is not set/);
    expectSaid(await run('short'), 2, /token in OUTDIAL_TOKEN is too short/);
  });

  test('because another program uses its port: exit code 5', async () => {
    expectSaid(await run('a'.repeat(16)), 5, `another program uses 127.0.0.1:${port}`);
  });

  test('because its address is not of this machine: exit code 5', async () => {
    expectSaid(await run('a'.repeat(16), 'away.yaml'), 5, /192\.0\.2\.1:\d+ cannot be listened on/);
  });
});

describe('a store that cannot be opened: exit code 5', () => {
  test.each([
    ['a folder', 'sqlite:a-folder'],
    ['not a database', 'sqlite:headless.csv'],
    ['in a file', 'sqlite:empty.csv/outdial.db'],
    ['a server that is away', 'mysql://outdial@127.0.0.1:9/outdial'],
  ])(
    '%s',
    async (_name, url) => {
      await campaignWith('store.yaml', ['url: sqlite:./outdial.db', `url: ${url}`]);
      expectSaid(await outdial('status', '-c', 'store.yaml'), 5, /The store .* cannot be opened/);
    },
    30_000,
  );
});

describe('an error from anywhere', () => {
  const system = (code: string, more: object = {}): Error =>
    Object.assign(new Error(`${code}: from the system`), { code, ...more });

  test.each([
    ['ENOSPC', 5, /disk is full/],
    ['EROFS', 5, /cannot be written/],
    ['ECONNREFUSED', 5, /nothing listens/],
    ['ENOTFOUND', 5, /host name is not known/],
  ])('with the code %s is said in words', (code, exitCode, sentence) => {
    const described = describeError(system(code));
    expect(described.exitCode).toBe(exitCode);
    expect(described.text).toMatch(sentence);
  });

  test('a file that is missing is said with its path', () => {
    const { text, exitCode } = describeError(system('ENOENT', { path: '/x/y.wav', syscall: 'open' }));
    expect([text.split('\n')[0], exitCode]).toEqual(['The file /x/y.wav does not exist.', 2]);
  });

  test('that nobody foresaw is a fault of outdial, with its stack', () => {
    const { text, exitCode } = describeError(new TypeError('x is not a function'));
    expect(exitCode).toBe(1);
    expect(text).toMatch(/^A fault of outdial itself: TypeError[^]*\n +at /);
  });
});
