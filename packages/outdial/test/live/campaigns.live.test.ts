import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ensureLab, whereTheLabRuns, type LabFacts } from '../../../../lab/index.mjs';
import { buildCommandLine, LiveCampaign, type LiveCampaignOptions } from './live-campaign.js';
import { ALLOWED, DETECTED, labNumbers, NEVER_LEFT, PRESSES_KEYS } from './numbers.js';

jest.setTimeout(180_000);
const suite = await whereTheLabRuns(describe);
const OTHER_MODE_LEADS = 40;
const PREDICTIVE_LEADS = 300;
/** What an agentless call hears: one for an agent, nine for no more calls. */
const FLOW = {
  id: 'menu',
  start: 'menu',
  optOutKey: { digit: '9', to: 'opt-out' },
  nodes: {
    menu: {
      kind: 'gather',
      prompt: {
        media: ['sound:outdial/menu'],
        voice: 'prerecorded',
        says: ['identification', 'opt-out-number', 'opt-out-key'],
      },
      timeoutMs: 2000,
      branches: { 1: 'agent' },
      onNoInput: 'end',
      onNoMatch: 'end',
    },
    agent: { kind: 'transfer', skills: [], onFailed: 'end' },
    'opt-out': { kind: 'opt-out', scope: 'person', next: 'end' },
    end: { kind: 'hang-up' },
  },
};

suite('outdial run through Asterisk, SIPp and MariaDB', () => {
  let lab: LabFacts;
  const campaigns: LiveCampaign[] = [];

  beforeAll(async () => {
    [lab] = await Promise.all([ensureLab(), buildCommandLine()]);
  });
  afterEach(async () => {
    await Promise.all(campaigns.splice(0).map((campaign) => campaign.remove()));
  });

  async function run(
    options: Omit<LiveCampaignOptions, 'agents'> & {
      readonly agents: readonly [from: number, count: number];
    },
  ): Promise<LiveCampaign> {
    const [from, count] = options.agents;
    const campaign = await LiveCampaign.create(lab, {
      ...options,
      agents: lab.agents.endpoints.slice(from, from + count),
    });
    campaigns.push(campaign);
    const result = await campaign.outdial('run', '--until-dry');
    if (result.code !== 0)
      throw new Error(
        `${options.id} ended with ${String(result.code)}:\n${result.output}\n` +
          (await campaign.log()).slice(-4000),
      );
    return campaign;
  }

  /**
   * What holds for every campaign: outcomes by the table, one an attempt, nothing left over, the caller
   * number as the carrier received it.
   */
  async function audit(
    campaign: LiveCampaign,
    phones: readonly string[],
    callerNumber: string,
    outcomes: Readonly<Record<string, readonly string[]>> = ALLOWED,
  ): Promise<void> {
    const attempts = await campaign.attempts();
    for (const attempt of attempts) {
      const suffix = attempt.phone.slice(-2);
      const outcome = attempt.outcome ?? 'none';
      if (!NEVER_LEFT.has(outcome))
        expect([suffix, outcome]).toEqual([
          suffix,
          expect.stringMatching(`^(${(outcomes[suffix] ?? []).join('|')})$`),
        ]);
      expect(attempt.endedAt).not.toBeNull();
      expect(attempt.decisionAllowed).toBe(true);
    }
    expect(
      new Set(
        attempts.filter((attempt) => !NEVER_LEFT.has(attempt.outcome ?? '')).map((attempt) => attempt.phone),
      ),
    ).toEqual(new Set(phones));
    expect(await campaign.leftOver()).toEqual([]);
    const calls = await campaign.carrierCalls();
    expect(new Set(calls.map((call) => call.caller))).toEqual(new Set([callerNumber]));
    expect(new Set(calls.map((call) => call.called))).toEqual(new Set(phones));
    expect(calls.length).toBe(
      attempts.filter((attempt) => attempt.dialedAt !== null && !NEVER_LEFT.has(attempt.outcome ?? ''))
        .length,
    );
    expect(
      calls
        .filter((call) => call.endedAt === undefined && !PRESSES_KEYS.has(call.called.slice(-2)))
        .map((call) => call.called.slice(-2)),
    ).toEqual([]);
    const log = await campaign.log();
    for (const phone of phones) expect(log).not.toContain(phone.slice(2));
  }

  test('300 leads in predictive mode', async () => {
    const phones = labNumbers(PREDICTIVE_LEADS);
    const callerNumber = '+12025550171';
    const campaign = await run({
      id: 'live-predictive',
      phones,
      callerNumber,
      agents: [0, 20],
      settings: { mode: 'predictive' },
    });
    await audit(campaign, phones, callerNumber);
    const report = JSON.parse((await campaign.outdial('report', '--format', 'json')).out) as {
      readonly connected: number;
      readonly liveAnswers: number;
      readonly abandoned: number;
    };
    const waits = waitsOfFreeAgents(await campaign.log());
    console.log(
      `predictive: ${report.connected} of ${report.liveAnswers} live answers connected, ` +
        `${report.abandoned} abandoned\n` +
        `live verdict to bridged, for the ${waits.length} calls that found a free agent:\n${bars(waits)}`,
    );
    expect(report.connected).toBeGreaterThan(PREDICTIVE_LEADS / 4);
    expect(median(waits)).toBeLessThan(200);
  });

  test('40 leads in each other mode, side by side', async () => {
    const phones = labNumbers(OTHER_MODE_LEADS);
    const modes = [
      {
        id: 'manual',
        mode: 'manual',
        callerNumber: '+12025550172',
        agents: [20, 6],
        more: {},
        allowed: ALLOWED,
      },
      {
        id: 'preview',
        mode: 'preview',
        callerNumber: '+12025550173',
        agents: [26, 6],
        more: {},
        allowed: ALLOWED,
      },
      {
        id: 'progressive',
        mode: 'progressive',
        callerNumber: '+12025550174',
        agents: [32, 6],
        more: {},
        allowed: ALLOWED,
      },
      {
        id: 'power',
        mode: 'power',
        callerNumber: '+12025550175',
        agents: [38, 6],
        more: {},
        allowed: ALLOWED,
      },
      {
        id: 'detection',
        mode: 'progressive',
        callerNumber: '+12025550178',
        agents: [44, 6],
        more: { machineDetection: { onMachine: 'hang-up', sampleShare: 0 } },
        allowed: { ...ALLOWED, ...DETECTED },
      },
    ] as const;
    await Promise.all(
      modes.map(async ({ id, mode, callerNumber, agents, more, allowed }) => {
        const campaign = await run({
          id: `live-${id}`,
          phones,
          callerNumber,
          agents,
          settings: { mode, ...more },
        });
        await audit(campaign, phones, callerNumber, allowed);
      }),
    );
  });

  test('the kill switch halts a running campaign within a second', async () => {
    const phones = labNumbers(OTHER_MODE_LEADS);
    const campaign = await LiveCampaign.create(lab, {
      id: 'live-killed',
      phones,
      callerNumber: '+12025550179',
      agents: lab.agents.endpoints.slice(0, 3),
      settings: { mode: 'progressive' },
    });
    campaigns.push(campaign);
    const running = campaign.start('run');
    await campaign.reaches(4);
    expect((await campaign.outdial('stop', '--reason', 'drill')).code).toBe(0);
    const stoppedAt = Date.now();
    expect((await running.done).code).toBe(7);
    const calls = await campaign.carrierCalls();
    expect(calls.filter((call) => call.invitedAt > stoppedAt + 1000)).toEqual([]);
    expect(calls.length).toBeLessThan(phones.length);
    expect(await campaign.leftOver()).toEqual([]);
    expect((await campaign.attempts()).every((attempt) => attempt.endedAt !== null)).toBe(true);
    expect(await campaign.outdial('run')).toMatchObject({
      code: 4,
      output: expect.stringContaining('drill'),
    });
  });

  test('40 leads in agentless mode: messages, opt-outs by key, hand-over to an agent', async () => {
    const phones = [
      ...labNumbers(OTHER_MODE_LEADS - 4),
      '+12125550126',
      '+13125550126',
      '+12125550129',
      '+13125550129',
    ];
    const callerNumber = '+12025550176';
    const campaign = await run({
      id: 'live-agentless',
      phones,
      callerNumber,
      agents: [48, 2],
      settings: {
        mode: 'agentless',
        flows: { agentless: FLOW },
        compliance: { purpose: 'informational', voice: 'prerecorded' },
        dialing: { lines: 20, callsPerSecond: 10, ringTimeoutSeconds: 15, setupTimeoutSeconds: 3 },
      },
    });
    await audit(
      campaign,
      phones,
      callerNumber,
      Object.fromEntries(
        Object.entries(ALLOWED).map(([suffix, outcomes]) => [
          suffix,
          [...outcomes, 'message-delivered', 'reneged'],
        ]),
      ),
    );
    const attempts = await campaign.attempts();
    const outcomesOf = (suffix: string): (string | null)[] =>
      attempts.filter((attempt) => attempt.phone.endsWith(suffix)).map((attempt) => attempt.outcome);
    expect(outcomesOf('29')).toEqual(['conversation', 'conversation']);
    expect(outcomesOf('26')).toEqual(['message-delivered', 'message-delivered']);
    const closed = await campaign.outdial('leads', 'list', '--state', 'closed', '--limit', '100');
    expect(
      closed.output.split('\n').filter((line) => line.includes('50126') && /opted-out|do-not-call/.test(line))
        .length,
    ).toBe(2);
  });
});

interface LogLine {
  readonly what: string;
  readonly at: string;
  readonly agentId?: string;
  readonly state?: string;
  readonly waited?: number;
}

/** Waits, ms, of connected calls whose agent had been ready since before the answer. */
function waitsOfFreeAgents(log: string): number[] {
  const readySince = new Map<string, number>();
  const waits: number[] = [];
  for (const line of log
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as LogLine)) {
    const at = Date.parse(line.at);
    if (line.what === 'agent.state' && line.state === 'ready') readySince.set(line.agentId ?? '', at);
    if (
      line.what === 'call.connected' &&
      (readySince.get(line.agentId ?? '') ?? Infinity) <= at - (line.waited ?? 0)
    )
      waits.push(line.waited ?? 0);
  }
  return waits;
}

function bars(waits: readonly number[]): string {
  const edges = [50, 75, 100, 125, 150, 200, 300, 500, 1000, 2000];
  const within = (edge: number, before: number): number =>
    waits.filter((wait) => wait <= edge && wait > before).length;
  return edges
    .map(
      (edge, index) => `${String(edge).padStart(6)} ms ${'#'.repeat(within(edge, edges[index - 1] ?? -1))}`,
    )
    .join('\n');
}

function median(waits: readonly number[]): number {
  return [...waits].sort((a, b) => a - b)[Math.floor(waits.length / 2)] ?? Infinity;
}
