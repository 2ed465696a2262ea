/** Laws that count calls see earlier calls of a list: from the import to the answer of the law. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandIn, type CommandResult } from './command-in.js';

let folder: string;
const outdial = (...args: readonly string[]): Promise<CommandResult> => commandIn(folder, args);
const SEVEN_DAYS = [1, 2, 3, 4, 5, 6, 7].map((date) => `2026-06-0${date}`).join(';');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-past-'));
  await outdial('init');
  const file = join(folder, 'campaign.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/purpose: telemarketing.*/, 'purpose: debt-collection'));
  await writeFile(
    join(folder, 'leads.csv'),
    'account,phone,state,line type,last conversation,past calls\n' +
      `1,+13145550121,MO,landline,,${SEVEN_DAYS}\n` +
      '2,+13145550122,MO,landline,2026-06-07,\n',
  );
  expect((await outdial('import')).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('earlier calls of a list', () => {
  const refuses = async (phone: string, at: string): Promise<string | undefined> =>
    /(us\.regf\.(?:7in7|conversation7)) +│ refuses/.exec(
      (await outdial('check', phone, '--at', at)).out,
    )?.[1];

  test('count: an eighth call about the debt waits until the first of seven is seven days old', async () => {
    expect(await refuses('+13145550121', '2026-06-07T12:00:00-05:00')).toBe('us.regf.7in7');
    expect(await refuses('+13145550121', '2026-06-08T12:00:00-05:00')).toBeUndefined();
  });

  test('count: after a conversation the person is left alone through day 7', async () => {
    expect(await refuses('+13145550122', '2026-06-13T20:00:00-05:00')).toBe('us.regf.conversation7');
    expect(await refuses('+13145550122', '2026-06-14T08:00:00-05:00')).toBeUndefined();
  });
});
