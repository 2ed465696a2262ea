/** Declared emergencies, from the command to the answer of the law. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCampaignFile } from '../../src/campaign-file/read-campaign-file.js';
import { openEmergencies } from '../../src/gate/declared-emergencies.js';
import { commandIn, type CommandResult } from './command-in.js';

let folder: string;
const outdial = (...args: readonly string[]): Promise<CommandResult> => commandIn(folder, args);
const refuses = async (at: string): Promise<boolean> =>
  /us\.la\.emergency +│ refuses/.test(
    (await outdial('check', '+15045550100', '--region', 'LA', '--at', at)).out,
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-emergency-'));
  await outdial('init');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('outdial emergency', () => {
  test('declares one, which the law sees from its begin to its end', async () => {
    expect(await outdial('emergency', 'declare', 'la', '--from', '2026-08-25T12:00:00-05:00')).toMatchObject({
      code: 0,
      out: 'Declared: LA from 2026-08-25 17:00 UTC while it lasts.\n',
    });
    expect(await refuses('2026-08-25T11:59:00-05:00')).toBe(false);
    expect(await refuses('2026-08-26T12:00:00-05:00')).toBe(true);

    expect((await outdial('emergency', 'end', 'LA', '--at', '2026-08-27T12:00:00-05:00')).code).toBe(0);
    expect(await refuses('2026-08-27T11:59:00-05:00')).toBe(true);
    expect(await refuses('2026-08-27T12:00:00-05:00')).toBe(false);
    const file = await readFile(join(folder, 'campaign.yaml'), 'utf8');
    await writeFile(join(folder, 'here.yaml'), `${file}timeZone: America/New_York\n`);
    const listed = 'LA from 2026-08-25 13:00 New York time to 2026-08-27 13:00 New York time\n';
    expect((await outdial('emergency', 'list', '--campaign', 'here.yaml')).out).toBe(listed);
    const [entry] = JSON.parse((await outdial('emergency', 'list', '--json')).out) as { from: string }[];
    expect(entry?.from).toBe('2026-08-25T17:00:00.000Z');
  });

  test('refuses what is no state or ends before it begins, and says when nothing lasts', async () => {
    expect((await outdial('emergency', 'declare', 'TX')).out).toMatch(/No law known here bars.*LA and NY/);
    expect((await outdial('emergency', 'declare', 'Louisiana')).err).toContain('not a US state');
    expect((await outdial('emergency', 'declare', 'ZZ')).err).toContain('not a US state');
    const backwards = ['--from', '2026-08-25T12:00:00Z', '--until', '2026-08-25T11:00:00Z'];
    expect((await outdial('emergency', 'declare', 'NY', ...backwards)).err).toContain('before the begin');
    expect((await outdial('emergency', 'end', 'NY')).code).toBe(6);
  });

  test('one that is to begin is taken back, and stays while another is in force', async () => {
    const from = (at: string): Promise<CommandResult> => outdial('emergency', 'declare', 'NY', '--from', at);
    await from('2026-08-01T00:00:00Z');
    await from('2026-09-01T00:00:00Z');
    expect((await outdial('emergency', 'end', 'NY', '--at', '2026-08-02T00:00:00Z')).out).toBe(
      'Ended at 2026-08-02 00:00 UTC: 1 of NY.\n' +
        'Declared for later, and stays: NY from 2026-09-01 00:00 UTC while it lasts.\n',
    );
    expect(await outdial('emergency', 'end', 'NY', '--at', '2026-08-03T00:00:00Z')).toMatchObject({
      code: 0,
      out: 'Taken back before it began: NY from 2026-09-01 00:00 UTC while it lasts.\n',
    });
    expect((await outdial('emergency', 'list')).out).not.toContain('2026-09-01');
  });

  test('a campaign that runs hears when the file says something else', async () => {
    let heard = 0;
    const entries = [{ region: 'LA', from: '2026-08-01T00:00:00Z' }];
    const path = join(folder, 'emergencies.json');
    await writeFile(path, JSON.stringify(entries));
    const emergencies = await openEmergencies(await readCampaignFile(join(folder, 'campaign.yaml')));
    emergencies.onChange(() => (heard += 1));
    await emergencies.refresh();
    expect(heard).toBe(0);
    await writeFile(path, JSON.stringify([{ ...entries[0], until: '2026-08-02T00:00:00Z' }]));
    await emergencies.refresh();
    await emergencies.refresh();
    expect(heard).toBe(1);
    expect(emergencies.current.at(-1)?.until).toBe(Date.parse('2026-08-02T00:00:00Z'));
  });

  test('a file that cannot be read keeps a call from being judged without it', async () => {
    await writeFile(join(folder, 'emergencies.json'), '[{');
    expect((await outdial('check', '+15045550100', '--region', 'LA')).code).not.toBe(0);
  });
});
