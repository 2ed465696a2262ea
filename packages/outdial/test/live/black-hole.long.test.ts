import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ensureLab, whereTheLabRuns, type LabFacts } from '../../../../lab/index.mjs';
import { Wire } from '../../../asterisk-adapter/test/wire.js';
import { buildCommandLine, LiveCampaign, type CommandResult, type RunningCommand } from './live-campaign.js';
import { labNumbers } from './numbers.js';

jest.setTimeout(600_000);
const suite = await whereTheLabRuns(describe);
const LEADS = 200;
/** A run that cannot store anything halts after five minutes; its last writes get a minute more. */
const ENDS_WITHIN_MS = 480_000;
/** Told to drain, it waits half a minute for the journal, and a minute for its last writes. */
const DRAINS_WITHIN_MS = 240_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

suite('a database that swallows packets during a run', () => {
  let lab: LabFacts;
  let wire: Wire;
  let campaign: LiveCampaign | undefined;

  beforeAll(async () => {
    [lab] = await Promise.all([ensureLab(), buildCommandLine()]);
  });
  beforeEach(async () => {
    wire = await Wire.to(`http://${lab.mariadb.host}:${lab.mariadb.port}`);
  });
  afterEach(async () => {
    await wire.close();
    await campaign?.remove();
  });

  async function started(id: string): Promise<RunningCommand> {
    campaign = await LiveCampaign.create(lab, {
      id,
      phones: labNumbers(LEADS),
      callerNumber: '+12025550176',
      agents: lab.agents.endpoints.slice(0, 10),
      databaseUrl: wire.url,
      settings: {},
    });
    const run = campaign.start('run');
    await campaign.reaches(10);
    wire.hold();
    return run;
  }

  /** Its end; null where it does not end in time. */
  async function endOf(run: RunningCommand, withinMs: number): Promise<CommandResult | null> {
    const ended = await Promise.race([run.done, wait(withinMs).then(() => null)]);
    if (ended === null) run.process.kill('SIGKILL');
    return ended;
  }

  test('the run ends by itself, says why, and leaves nothing on the telephone', async () => {
    const run = await started('live-swallowed');
    const heldAt = Date.now();
    const ended = await endOf(run, ENDS_WITHIN_MS);
    expect(ended?.output).toMatch(/halted/);
    expect(ended?.code).toBe(7);
    expect(await campaign?.leftOver()).toEqual([]);
    console.log(`ended ${Math.round((Date.now() - heldAt) / 1000)} s after the database fell silent`);
  });

  test('Ctrl-C drains it', async () => {
    const run = await started('live-swallowed-drain');
    await wait(2_000);
    const askedAt = Date.now();
    run.process.kill('SIGINT');
    const ended = await endOf(run, DRAINS_WITHIN_MS);
    expect(ended).not.toBeNull();
    expect(await campaign?.leftOver()).toEqual([]);
    console.log(`drained ${Math.round((Date.now() - askedAt) / 1000)} s after SIGINT, code ${ended?.code}`);
  });
});
