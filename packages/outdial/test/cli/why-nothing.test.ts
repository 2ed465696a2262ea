import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandIn } from './command-in.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-why-'));
  await commandIn(folder, ['init']);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The campaign of init, at another hour and with other settings. */
async function campaignAt(
  name: string,
  startsAt: string,
  ...changes: (readonly [string, string])[]
): Promise<void> {
  let text = await readFile(join(folder, 'campaign.yaml'), 'utf8');
  text = text.replace('startsAt: "2026-06-10T13:00:00-04:00"', `startsAt: "${startsAt}"`);
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  await writeFile(join(folder, name), text);
}

describe('status', () => {
  test('counts leads and calling windows before the first run', async () => {
    expect((await commandIn(folder, ['import'])).code).toBe(0);
    const day = await commandIn(folder, ['status']);
    expect(day.out).toMatch(
      new RegExp(
        'leads +3 in all, 0 attempted \\(0\\.0 %\\), 3 dialable now\\n' +
          'list {10}first-list: 3 leads, 0 called \\(0\\.0 %\\), 3 open\\n$',
      ),
    );
    await campaignAt('night.yaml', '2026-06-10T03:00:00-04:00', ['live: false', 'live: true']);
    const night = await commandIn(folder, ['status', '--campaign', 'night.yaml']);
    expect(night.out).toMatch(/3 in all, 0 attempted \(0\.0 %\), 0 dialable now\n/);
    expect(night.out).toMatch(/3 {3}Outside calling hours, from 2026-06-10 12:00 UTC\n/);
    expect(night.out).toMatch(
      new RegExp(
        'No call can be placed now: outside calling hours; ' +
          'the first lead may be called at 08:00 in New York \\(12:00 UTC\\)\\.\\n$',
      ),
    );
    expect(
      JSON.parse((await commandIn(folder, ['status', '--json', '--campaign', 'night.yaml'])).out),
    ).toMatchObject({
      supply: { total: 3, dialableNow: 0 },
      why: expect.stringContaining('outside calling hours'),
    });
    expect((await commandIn(folder, ['report', '--campaign', 'night.yaml'])).out).toMatch(
      /Outside calling hours[^\n]* 3 [^\n]*2026-06-10 12:00/,
    );
    expect((await commandIn(folder, ['doctor', '--campaign', 'night.yaml'])).out).toContain(
      'leads: 3, 0 dialable now',
    );
  });

  test('prints the time of the agency', async () => {
    await campaignAt('manila.yaml', '2026-06-10T03:00:00-04:00', [
      'live: false',
      'live: true\ntimeZone: Asia/Manila',
    ]);
    expect((await commandIn(folder, ['status', '--campaign', 'manila.yaml'])).out).toMatch(
      /from 2026-06-10 20:00 Manila time\n.*at 08:00 in New York \(20:00 Manila time\)\.\n$/,
    );
    await campaignAt('mars.yaml', '2026-06-10T03:00:00-04:00', [
      'live: false',
      'live: true\ntimeZone: Mars/Phobos',
    ]);
    expect(await commandIn(folder, ['status', '--campaign', 'mars.yaml'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('timeZone ("Mars/Phobos") must be the IANA name of a time zone'),
    });
  });
});

describe('run', () => {
  test('says why nothing is dialed, once, and --until-dry ends', async () => {
    await campaignAt('night.yaml', '2026-06-10T03:00:00-04:00', ['live: false', 'live: true']);
    const run = await commandIn(folder, ['run', '--until-dry', '--pace', '100', '--campaign', 'night.yaml']);
    expect(run.code).toBe(0);
    expect(
      run.out.match(/No call can be placed now: outside calling hours;[^\n]*\(12:00 UTC\)\.\n/g),
    ).toHaveLength(1);
  });

  test('nobody acts for agents of a simulated carrier that have no agents.automatic', async () => {
    await campaignAt('nobody.yaml', '2026-06-10T13:00:00-04:00', [
      '  automatic: {}           # agents that act by themselves; remove it when people answer\n',
      '',
    ]);
    const run = await commandIn(folder, ['run', '--for', '1', '--pace', '200', '--campaign', 'nobody.yaml']);
    expect(run.out).toMatch(/No call can be placed now: [^\n]*agent/);
    expect(run.out).not.toMatch(/dials=[1-9]/);
  });
});
