import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardedIo, writeData } from '../../src/cli/guarded-io.js';
import type { CommandIo, OutputStream } from '../../src/cli/io.js';
import { createLiveView } from '../../src/live-view/live-view.js';
import { openLog } from '../../src/runtime/event-log.js';
import { commandIn } from './command-in.js';
import { exampleStatistics } from '../live-view/example-statistics.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-guard-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What a terminal would obey, or would show in another order than it stands. */
// oxlint-disable-next-line no-control-regex -- these are the characters it is about
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const EVIL = 'a\u001b]0;owned\u0007\u001b[2J\rfake\nline\u009b31m\u202egpj\u2066';

function stream(isTTY: boolean): OutputStream & { text(): string } {
  let all = '';
  return { isTTY, write: (text) => void (all += text), text: () => all };
}

function worldOf(out: OutputStream): CommandIo {
  return { out, err: out, env: {}, cwd: folder, onInterrupt: () => () => undefined };
}

describe('what is written to a terminal', () => {
  test.each([[true], [false]])('shows control characters instead of obeying them, terminal: %s', (isTTY) => {
    const out = stream(isTTY);
    const { out: written, err } = guardedIo(worldOf(out));
    written.write(`${EVIL}\n`);
    err.write(`${EVIL}\n`);
    expect(out.text()).not.toMatch(OBEYED);
    expect(out.text()).toContain(
      'a\\u001b]0;owned\\u0007\\u001b[2J\\u000dfake\nline\\u009b31m\\u202egpj\\u2066',
    );
  });

  test('but data for another program is exact, where no terminal reads it', () => {
    const file = stream(false);
    writeData(guardedIo(worldOf(file)).out, `a,${EVIL}\r\n`);
    expect(file.text()).toBe(`a,${EVIL}\r\n`);
    const terminal = stream(true);
    writeData(guardedIo(worldOf(terminal)).out, `a,${EVIL}\r\n`);
    expect(terminal.text()).not.toMatch(OBEYED);
  });

  test('the live view says one line for one thing, whatever reason was given', () => {
    for (const isTTY of [true, false]) {
      const screen = stream(isTTY);
      const { out } = guardedIo(worldOf(screen));
      const view = createLiveView({ name: EVIL, screen: out, now: () => 0 });
      view.say(`campaign paused: ${EVIL}`);
      if (isTTY) view.update(exampleStatistics);
      // oxlint-disable-next-line no-control-regex -- the sequences of the view itself
      const said = screen.text().replace(/\u001b\[(\?25[lh]|\d+A\r\u001b\[0J|0J)/g, '');
      expect(said).not.toMatch(OBEYED);
      expect(said).toContain(
        'campaign paused: a\\u001b]0;owned\\u0007\\u001b[2J\\u000dfake\\u000aline\\u009b31m',
      );
    }
  });

  test('values of a list stand in one row of a table', async () => {
    const campaign = {
      id: 'c',
      name: EVIL,
      mode: 'progressive',
      callerNumber: '+12025550100',
      countries: ['US'],
      lists: [{ id: 'l' }],
      store: { url: 'sqlite:outdial.db' },
      compliance: { purpose: 'informational' },
      abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
      telephony: { kind: 'simulated' },
    };
    await writeFile(join(folder, 'campaign.json'), JSON.stringify(campaign));
    const account = '"x\u001b[2J\u009b1m\u202e 7"';
    await writeFile(join(folder, 'leads.csv'), `phone,account,state\n+12125551000,${account},NY\n`);
    const imported = await commandIn(folder, ['import', 'leads.csv']);
    expect(imported.code).toBe(0);
    for (const command of [['leads', 'list'], ['status'], ['report'], ['doctor'], ['run', '--until-dry']]) {
      const { out, err } = await commandIn(folder, command);
      expect(`${out}${err}`).not.toMatch(OBEYED);
    }
  });
});

describe('the log', () => {
  test('holds no control character of a reason', async () => {
    const file = join(folder, 'log', 'outdial.log');
    const log = openLog({ level: 'info', file }, { campaignId: 'c' });
    log.info({ reason: EVIL }, 'campaign.state');
    log.flush();
    for (let tries = 0; tries < 200 && (await readFile(file, 'utf8')) === ''; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const text = await readFile(file, 'utf8');
    expect(text).not.toMatch(OBEYED);
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    expect((JSON.parse(text) as { reason: string }).reason).toBe(EVIL);
  });
});
