import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PURPOSES } from '@outdial/compliance';
import { DIAL_MODES } from '@outdial/core';
import { parse } from 'yaml';
import { loadFlows } from '../../src/campaign-file/load-flows.js';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { STARTING_PURPOSES } from '../../src/cli/starting-files/by-purpose.js';
import { startingCampaign } from '../../src/cli/starting-files/campaign-text.js';
import { createCampaignCompliance } from '../../src/gate/campaign-compliance.js';
import { commandIn, type CommandResult } from './command-in.js';

let folder: string;
const outdial = (...args: readonly string[]): Promise<CommandResult> => commandIn(folder, args);

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'outdial-init-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

test('purposes are those of the law', () => {
  expect(STARTING_PURPOSES).toEqual(PURPOSES);
});

const pairs = PURPOSES.flatMap((purpose) => DIAL_MODES.map((mode) => [purpose, mode] as const));

test.each(pairs)('a file for %s in %s mode is one that the law lets start', async (purpose, mode) => {
  const text = startingCampaign({ purpose, mode });
  const file = checkCampaign(parse(text) as CampaignInput);
  expect([file.compliance.purpose, file.mode, file.live]).toEqual([purpose, mode, false]);
  const law = createCampaignCompliance(file, await loadFlows({ file, folder, path: 'campaign.yaml' }));
  const at = Date.parse(file.simulation.startsAt);
  expect(law.review(at).filter(({ blocks }) => blocks)).toEqual([]);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
});

const NOW = ['--at', '2026-06-10T13:00:00-04:00'];

describe('outdial init', () => {
  test.each([...PURPOSES.map((purpose) => [purpose, 'predictive']), ['telemarketing', 'agentless']])(
    'writes a campaign for %s in %s mode whose list is taken whole, and may be called',
    async (purpose, mode) => {
      const name = `${purpose}-${mode}`;
      expect(await outdial('init', name, '--purpose', purpose, '--mode', mode)).toMatchObject({
        code: 0,
        out: expect.stringContaining(`for ${purpose} in ${mode} mode`),
      });
      const given = ['--campaign', join(name, 'campaign.yaml')];
      const imported = await outdial('import', ...given);
      expect(imported).toMatchObject({ code: 0, out: expect.stringMatching(/added 3, /) });
      expect(imported.out).toContain('rejected 0, single values dropped 0\n');
      expect((await outdial('check', '+13125550121', ...NOW, ...given)).code).toBe(0);
      expect((await outdial('doctor', ...given)).code).toBe(0);
    },
  );

  test('says what the purpose asks for, in a comment', async () => {
    const text = await readFile(join(folder, 'debt-collection-predictive', 'campaign.yaml'), 'utf8');
    expect(text).toMatch(/# Collection of debts: [^]*\ncompliance:\n {2}purpose: debt-collection +# /);
    expect(text).toMatch(/transcript: >-\n {4}This is Example Company\.\n/);
    expect(text).not.toContain('doNotCallVersion');
  });

  test('refuses a purpose that the law does not know, and lists those it knows', async () => {
    const { code, err } = await outdial('init', 'x', '--purpose', 'sales');
    expect([code, err]).toEqual([2, expect.stringContaining('telemarketing, debt-collection, political')]);
  });
});
