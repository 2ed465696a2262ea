/** Runs every `outdial` command of every page of documentation, and checks that all other commands exist. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commandIn } from '../cli/command-in.js';
import { PAGES, ROOT } from './pages.js';
import { inlineCommands, shellCommands, type ShellCommand } from './shell-lines.js';

/** Files that the commands of a page take as given, beside the ones of `outdial init`. */
const GIVEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'docs/guides/compliance-officer.md': {
    'consents.csv': 'number,type,date\n+12025550143,express,2026-05-01\n',
    'answers.csv': 'number,answer\n2025550143,no\n',
  },
  'docs/guides/filters-and-order.md': {
    'spring.csv':
      'name,phone,state,balance,rating,Loan amount\n' +
      'Ann,+13105550121,CA,900,0.7,12000\nBo,+17025550122,NV,100,0.2,8000\nCy,+12125550123,NY,,,20000\n',
  },
  'docs/guides/do-not-call.md': {
    'requests.csv': 'id,phone\n1,312-555-0121\n',
    '2026-06/202.txt': '202,5550143\n',
    'came.txt': '3125550199\n',
    'went.txt': '2025550143\n',
  },
};

/** Added to commands that would otherwise go on for hours: a page may show how to dial a whole day. */
const SHORTENED: Readonly<Record<string, readonly string[]>> = {
  run: ['--until-dry', '--pace', '1000'],
  demo: ['--minutes', '1'],
  simulate: ['--minutes', '10'],
};

/** Commands that only a whole machine can run; each is run by the suite named. */
const RUN_ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^npm (start|test)$/, 'tools/test-all.mjs'],
  [/^npm run serve$/, 'packages/server/test/serve-command.test.ts'],
  [/^outdial serve /, 'packages/server/test/serve-command.test.ts'],
  [/^npm install outdial$/, 'tools/try-packages.mjs'],
  [/^lab\/lab\.sh /, 'lab/test/lab.live.test.ts'],
  [/^curl /, 'packages/outdial/test/docs/http.test.ts'],
];

const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

let scratch: string;
beforeAll(async () => (scratch = await mkdtemp(join(tmpdir(), 'outdial-docs-'))));
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');

  const blocks = shellCommands(text);
  if (blocks.length > 0)
    test('its commands run', async () => {
      const folder = join(scratch, page);
      let cwd = folder;
      await mkdir(folder, { recursive: true });
      await prepare(folder, page);
      for (const command of blocks) cwd = await carryOut(command, cwd);
    }, 60_000);

  const named = inlineCommands(text);
  if (named.length > 0)
    test('the commands it names exist, with their options', async () => {
      for (const command of named) await expectKnown(command);
    });
});

/** A folder as `outdial init` leaves it, with the files that the page takes as given. */
async function prepare(folder: string, page: string): Promise<void> {
  const text = readFileSync(join(ROOT, page), 'utf8');
  if (!/outdial init/.test(text)) {
    await commandIn(folder, ['init']);
    await commandIn(folder, ['import']);
  }
  for (const [name, content] of Object.entries(GIVEN[page] ?? {})) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Runs a command of a page, or checks that it exists; answers the folder that the next one runs in. */
async function carryOut(command: ShellCommand, cwd: string): Promise<string> {
  const words = command.words[0] === 'npx' ? command.words.slice(1) : command.words;
  const [program, ...args] = words;
  if (program === 'cd') return join(cwd, args[0] ?? '.');
  if (program === 'export') return cwd;
  if (program !== 'outdial' || args[0] === 'serve') {
    expectToExist(command);
    return cwd;
  }
  const shortened = args.some((arg) => arg === '--until-dry' || arg === '--for')
    ? ['--pace', '1000']
    : undefined;
  const added =
    args[0] === 'run'
      ? (shortened ?? SHORTENED['run'] ?? [])
      : args.includes('--minutes')
        ? []
        : (SHORTENED[args[0] ?? ''] ?? []);
  const { code, err } = await commandIn(cwd, [...(await expanded(args, cwd)), ...added]);
  if (!command.exitCodes.includes(code))
    throw new Error(`line ${command.line}: ${words.join(' ')}: exit code ${code}: ${err}`);
  return cwd;
}

/** A star in a file name, as a shell expands it. */
async function expanded(args: readonly string[], cwd: string): Promise<readonly string[]> {
  return args.flatMap((arg) => {
    if (!arg.includes('*')) return [arg];
    const pattern = new RegExp(
      `^${arg
        .slice(arg.lastIndexOf('/') + 1)
        .replaceAll('.', '\\.')
        .replaceAll('*', '.*')}$`,
    );
    return readdirSync(join(cwd, dirname(arg)))
      .filter((name) => pattern.test(name))
      .map((name) => join(dirname(arg), name));
  });
}

/** A command that is not outdial's: its script or file must be there. */
function expectToExist({ words, line }: ShellCommand): void {
  const text = words.join(' ');
  const elsewhere = RUN_ELSEWHERE.find(([pattern]) => pattern.test(text));
  if (elsewhere) {
    expect(existsSync(join(ROOT, elsewhere[1]))).toBe(true);
    return;
  }
  if (words[0] === 'npm' && words[1] === 'run') {
    expect([line, Object.keys(scripts.scripts)]).toEqual([line, expect.arrayContaining([words[2]])]);
    return;
  }
  if (words[0] === 'node') {
    const file = words.slice(1).find((word) => !word.startsWith('-')) ?? '';
    expect([line, file, existsSync(join(ROOT, file))]).toEqual([line, file, true]);
    return;
  }
  throw new Error(
    `line ${line}: no test knows how to check '${text}': add it to RUN_ELSEWHERE, with the suite`,
  );
}

const helps = new Map<string, Promise<string>>();

/** The help of a command, or of the longest beginning of the words that is one. */
function helpOf(words: readonly string[]): Promise<string> {
  const key = words.join(' ');
  const known = helps.get(key);
  if (known) return known;
  const help = commandIn(scratch, [...words, '--help']).then(({ code, out }) => (code === 0 ? out : ''));
  helps.set(key, help);
  return help;
}

async function expectKnown({ words, line }: ShellCommand): Promise<void> {
  const names = words.slice(1).filter((word) => /^[a-z][a-z-]*$/.test(word));
  const options = words.filter((word) => word.startsWith('--')).map((word) => word.replace(/[=,.].*$/, ''));
  const top = names[0] ?? '';
  const first = await helpOf(top === '' ? [] : [top]);
  expect([line, words.join(' '), first]).toEqual([line, words.join(' '), expect.stringContaining('Usage:')]);
  const second = names[1] === undefined ? '' : await helpOf([top, names[1]]);
  const help = `${first}\n${second}`;
  for (const option of options)
    expect([line, words.join(' '), help]).toEqual([line, words.join(' '), expect.stringContaining(option)]);
}
