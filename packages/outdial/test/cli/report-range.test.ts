import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandIn } from './command-in.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-report-'));
  await commandIn(folder, ['init']);
  const path = join(folder, 'campaign.yaml');
  await writeFile(path, `${await readFile(path, 'utf8')}timeZone: America/New_York\n`);
  await commandIn(folder, ['import']);
  await commandIn(folder, ['run', '--until-dry', '--pace', '300']);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function attempts(...range: readonly string[]): Promise<number> {
  const { out } = await commandIn(folder, ['report', '--format', 'json', ...range]);
  return (JSON.parse(out) as { readonly attempts: number }).attempts;
}

describe('a report', () => {
  test('covers whole days of the agency, both ends included', async () => {
    const all = await attempts();
    expect(all).toBeGreaterThan(0);
    expect(await attempts('--from', '2026-06-10', '--to', '2026-06-10')).toBe(all);
    expect(await attempts('--from', '2026-06-11')).toBe(0);
    expect(await attempts('--to', '2026-06-09')).toBe(0);
    // The run began at 13:00 in New York; in UTC that is another hour.
    expect(await attempts('--to', '2026-06-10T13:00:00-04:00')).toBe(0);
    expect(await attempts('--from', '2026-06-10T13:00:00-04:00')).toBe(all);
  });

  test('is narrowed to a list or an agent, and says so', async () => {
    const all = await attempts();
    expect(await attempts('--list', 'first-list')).toBe(all);
    const [ana, ben] = [await attempts('--agent', 'ana'), await attempts('--agent', 'ben')];
    expect(ana + ben).toBeLessThanOrEqual(all);
    expect(await attempts('--agent', 'nobody')).toBe(0);
    expect((await commandIn(folder, ['report', '--agent', 'ana', '--from', '2026-06-10'])).out).toMatch(
      /campaign first-campaign, agent ana, from 2026-06-10 00:00 New York time, /,
    );
  });

  test('shows the time of the agency, its pauses and log-ins', async () => {
    const { out } = await commandIn(folder, ['report']);
    expect(out).toMatch(/attempts from 2026-06-10 13:00 New York time to 2026-06-10 13:\d\d New York time/);
    expect(out).toContain('By hour (New York)');
    expect(out).toMatch(/Pauses and log-ins\n[^]*ana +│ +1 /);
    expect((await commandIn(folder, ['leads', 'list'])).out).toContain('dialable from (New York)');
    const check = await commandIn(folder, ['check', '+12025550143', '--at', '2026-06-10T03:00:00Z']);
    expect(check.out).toContain('+12025550143 at 2026-06-09 23:00 New York time: must not be called');
    expect(check.out).toMatch(/next legal +2026-06-\d\d \d\d:\d\d New York time, /);
    expect(check.out).not.toContain('UTC');
    const decisions = async (...range: readonly string[]): Promise<number> =>
      (await commandIn(folder, ['audit', 'export', ...range])).out.trim().split('\n').length - 1;
    expect(await decisions('--from', '2026-06-10', '--to', '2026-06-11')).toBe(await decisions());
    expect(await decisions('--from', '2026-06-11')).toBe(0);
  });

  test.each([
    [['--from', 'yesterday'], "'yesterday' is not an instant"],
    [['--from', '2026-13-41'], "'2026-13-41' is not a day"],
    [['--list', 'nope'], "the campaign has no list 'nope'.\nUse first-list."],
  ])('refuses %j', async (range, message) => {
    expect(await commandIn(folder, ['report', ...range])).toMatchObject({
      code: 2,
      err: expect.stringContaining(message),
    });
  });
});
