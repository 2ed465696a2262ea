import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/command-table.js';
import { EXIT } from '../../src/cli/exit-codes.js';
import { exitOfError } from '../../src/cli/exit-of-error.js';
import { ERROR_CATALOGUE } from '../../src/error-catalogue/error-catalogue.js';
import { commandIn } from './command-in.js';

/** Arguments with which each command gets as far as its work. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  init: [],
  import: [],
  'leads list': [],
  'leads count': [],
  'leads close': ['--file', 'leads.csv'],
  'leads export': [],
  'leads reopen': ['--file', 'leads.csv'],
  'leads recycle': ['--disposition', 'busy'],
  'callbacks list': [],
  'callbacks move': ['lead-1', '--at', '2026-06-10T20:45:00-04:00'],
  'callbacks cancel': ['lead-1', '--why', 'mistaken'],
  run: [],
  serve: [],
  simulate: [],
  demo: [],
  stop: ['--reason', 'rehearsal'],
  'ctl mode': ['manual'],
  'ctl speed': ['auto'],
  'ctl pause': [],
  'ctl resume': [],
  'ctl agents': [],
  'ctl calls': [],
  'ctl hang-up': ['c-1-1', '--reason', 'drill'],
  'ctl conversation': ['ana', 'hold'],
  report: [],
  status: [],
  doctor: [],
  check: ['+12025550143'],
  rules: [],
  'rules diff': ['now'],
  'rules due': ['--at', '2026-06-10'],
  'rules export': [],
  schema: [],
  'dnc build': ['set.dnc', 'missing.txt', '--source', 'x', '--date', '2026-06-01'],
  'dnc merge': ['missing.dnc', '--date', '2026-06-01', '--add', 'missing.txt'],
  'dnc info': ['missing.dnc'],
  'dnc check': ['missing.dnc', '+12025550143'],
  'dnc opt-out': ['+12025550143'],
  'dnc opt-in': ['+12025550143', '--why', 'mistaken'],
  'dnc export': [],
  'facts set': ['+12025550143', 'attorney', '--source', 'letter'],
  'facts list': ['+12025550143'],
  'facts remove': ['+12025550143', 'attorney', '--why', 'mistaken'],
  'facts export': [],
  'facts import': ['facts.csv'],
  'emergency declare': ['LA'],
  'emergency end': ['LA'],
  'emergency list': [],
  'consents show': ['+12025550143'],
  'consents export': [],
  'consents import': ['consents.csv', '--source', 'ledger'],
  'reassigned query': [],
  'reassigned import': ['answers.csv', '--queried', '2026-06-01'],
  'retention plan': [],
  'retention apply': [],
  'retention archive': ['--before', '2020-01-01'],
  'retention erase': ['+12025550143', '--reason', 'request'],
  'retention recordings': ['--days', '30'],
  'retention hold': ['all', '--reason', 'proceeding'],
  'retention holds': [],
  'retention release': ['hold-1', '--why', 'settled'],
  complaint: ['+12025550143'],
  'audit export': [],
  'audit verify': [],
  'audit heads': [],
  'audit baseline': ['--reason', 'rehearsal'],
  'audit replay': [],
};

/** Commands that answer without the store, and what they answer where it cannot be opened. */
const WITHOUT_STORE: Readonly<Record<string, number>> = {
  doctor: EXIT.findings,
  'emergency declare': EXIT.done,
  'emergency end': EXIT.done,
  'emergency list': EXIT.done,
  check: EXIT.unavailable,
  ...Object.fromEntries(
    COMMANDS.filter(({ name }) => name.startsWith('ctl ')).map(({ name }) => [name, EXIT.usage]),
  ),
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-exits-'));
  await commandIn(folder, ['init']);
  const text = await readFile(join(folder, 'campaign.yaml'), 'utf8');
  await writeFile(join(folder, 'facts.csv'), 'number,fact,value,date,source\n');
  await writeFile(join(folder, 'consents.csv'), 'number,type,date\n');
  await writeFile(join(folder, 'answers.csv'), 'number,answer\n');
  await writeFile(join(folder, 'broken.yaml'), text.replace('mode: predictive', 'mode: fast'));
  await writeFile(
    join(folder, 'away.yaml'),
    text.replace('sqlite:./outdial.db', 'sqlite:/proc/nowhere/a.db'),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const withCampaign = COMMANDS.filter(({ shares }) => shares.includes('campaign')).map(({ name }) => name);
/** A simulation has a store of its own. */
const withStore = withCampaign.filter((name) => name !== 'simulate');

/** Runs a command with arguments that suffice, and more. */
async function codeOf(name: string, ...more: readonly string[]): Promise<readonly [number, string]> {
  const { code, err } = await commandIn(folder, [...name.split(' '), ...(ARGUMENTS[name] ?? []), ...more]);
  return [code, err];
}

test('every command is among those tried', () => {
  expect(Object.keys(ARGUMENTS)).toEqual(COMMANDS.map(({ name }) => name));
});

test('every error has an exit code of its own choice', () => {
  const codes = ERROR_CATALOGUE.flatMap(({ table }) => Object.keys(table));
  expect(codes.filter((code) => exitOfError(code) === null)).toEqual([]);
});

test('where no campaign file is named and none is there: 3', async () => {
  const { code, err } = await commandIn(join(folder, '..'), ['status']);
  expect([code, err]).toEqual([EXIT.campaignFile, expect.stringMatching(/^No campaign: there is no /)]);
});

describe('exit codes of refusals, the same for every command', () => {
  test.each(COMMANDS.map(({ name }) => name))('%s: 2 for an option that it has not', async (name) => {
    expect(await codeOf(name, '--no-such-option')).toEqual([EXIT.usage, expect.stringContaining('option')]);
  });

  test.each(withCampaign)('%s: 3 where there is no campaign file', async (name) => {
    const [code, err] = await codeOf(name, '--campaign', 'nowhere.yaml');
    expect([code, err]).toEqual([EXIT.campaignFile, expect.stringContaining('nowhere.yaml')]);
  });

  test.each(withCampaign)('%s: 3 for a campaign file that is wrong', async (name) => {
    const [code, err] = await codeOf(name, '--campaign', 'broken.yaml');
    expect([code, err]).toEqual([EXIT.campaignFile, expect.stringContaining('mode ("fast")')]);
  });

  test.each(withStore)('%s: 5 where the store cannot be opened', async (name) => {
    const [code, err] = await codeOf(name, '--campaign', 'away.yaml');
    expect(code).toBe(WITHOUT_STORE[name] ?? EXIT.unavailable);
    expect(err).not.toMatch(/\n +at |fault of outdial/);
  });

  test.each(['dnc build', 'dnc merge', 'dnc info', 'dnc check'])(
    '%s: 2 for a file that is missing',
    async (name) => {
      expect(await codeOf(name)).toEqual([EXIT.usage, expect.stringContaining('missing.')]);
    },
  );
});
