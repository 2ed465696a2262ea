import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandIn } from './command-in.js';

const BIN = fileURLToPath(new URL('../../bin/outdial.mjs', import.meta.url));
let folder: string;

/** Every number is answered at once, and conversations last longer than a test. */
const campaign = (id: string): object => ({
  id,
  name: id,
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  live: true,
  lists: [{ id: 'list', file: 'leads.csv', defaultCountry: 'US' }],
  store: { url: `sqlite:${id}.db` },
  compliance: { purpose: 'informational', scriptIdentifies: true },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  agents: { people: [{ id: 'ana' }], automatic: { talkMeanSeconds: 3600 } },
  telephony: { kind: 'simulated' },
  simulation: {
    startsAt: '2026-06-10T13:00:00-04:00',
    answerShare: 1,
    machineShare: 0,
    busyShare: 0,
    invalidShare: 0,
    ringMeanSeconds: 2,
  },
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-processes-'));
  const leads = Array.from({ length: 500 }, (_, row) => `${row},+1312555${1000 + row},IL`);
  await writeFile(join(folder, 'leads.csv'), ['account,phone,state', ...leads, ''].join('\n'));
  for (const id of ['talks', 'idle'])
    await writeFile(join(folder, `${id}.json`), JSON.stringify(campaign(id)));
  expect((await commandIn(folder, ['import', '--campaign', 'talks.json'])).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A command of the built program as a process of its own. */
class Running {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | NodeJS.Signals | null>;
  #text = '';
  readonly #looks = new Set<() => void>();

  constructor(args: readonly string[], options: readonly string[] = []) {
    this.#child = spawn(process.execPath, [...options, BIN, ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.#text += chunk.toString();
        for (const look of this.#looks) look();
      });
    this.#ended = new Promise((resolve) =>
      this.#child.once('close', (code, signal) => resolve(code ?? signal)),
    );
  }

  /** Everything printed so far, once it holds the words. */
  async printed(words: RegExp): Promise<string> {
    const found = new Promise<void>((resolve) => {
      const look = (): void => {
        if (words.test(this.#text)) resolve();
      };
      this.#looks.add(look);
      look();
    });
    await Promise.race([found, this.#ended]);
    expect(this.#text).toMatch(words);
    return this.#text;
  }

  /** Nobody reads the standard output any more, as after `| head`. */
  stopReading(): void {
    this.#child.stdout?.destroy();
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** The exit code, and everything that was printed. */
  async end(): Promise<readonly [number | NodeJS.Signals | null, string]> {
    const code = await this.#ended;
    return [code, this.#text];
  }
}

const NO_STACK = /\n +at |fault of outdial|EPIPE/;

describe('a run as a process', () => {
  test('drains at Ctrl-C and says what it waits for; a second hangs up, a third leaves: exit code 130', async () => {
    const run = new Running(['run', '--campaign', 'talks.json', '--pace', '20']);
    await run.printed(/campaign running/);
    // The pace gives the conversation half a second of the machine's time to begin.
    await new Promise((resolve) => setTimeout(resolve, 500));
    run.signal('SIGINT');
    expect(await run.printed(/Interrupt again to hang up/)).toMatch(
      /draining: no new calls, live ones end in their own time; waiting for 1 conversation and \d+ other calls?\./,
    );
    run.signal('SIGINT');
    await run.printed(/ending: what is not answered is hung up; waiting for 1 conversation to end\./);
    run.signal('SIGINT');
    const [code, text] = await run.end();
    expect([code, text]).toEqual([130, expect.stringContaining('the next start settles them')]);
    expect(text).not.toMatch(NO_STACK);
  });

  test('drains at SIGHUP, when the terminal is closed: exit code 0', async () => {
    const run = new Running(['run', '--campaign', 'idle.json']);
    await run.printed(/campaign running/);
    run.signal('SIGHUP');
    const [code, text] = await run.end();
    expect([code, text]).toEqual([0, expect.stringMatching(/draining: [^]*campaign stopped/)]);
  });

  test('drains when nobody reads what it prints, without a stack: exit code 0', async () => {
    const run = new Running(['run', '--campaign', 'idle.json']);
    await run.printed(/campaign running/);
    run.stopReading();
    const [code, text] = await run.end();
    expect([code, NO_STACK.test(text)]).toEqual([0, false]);
  });

  test('ends at a fault that nobody caught with its sentence: exit code 1', async () => {
    const fault =
      'data:text/javascript,process.on("SIGUSR2", () => { throw new Error("a fault in an event"); })';
    const run = new Running(['run', '--campaign', 'idle.json'], ['--import', fault]);
    await run.printed(/campaign running/);
    run.signal('SIGUSR2');
    expect(await run.end()).toEqual([
      1,
      expect.stringMatching(/A fault of outdial itself: Error: a fault in an event[^]*outdial doctor/),
    ]);
  });
});

test.each(['leads export', 'leads list', 'report', 'audit export', 'rules'])(
  "'%s' whose reader has gone ends quietly: exit code 0",
  async (command) => {
    const campaign = command === 'rules' ? [] : ['--campaign', 'talks.json'];
    const listing = new Running([...command.split(' '), ...campaign]);
    listing.stopReading();
    expect(await listing.end()).toEqual([0, '']);
  },
);
