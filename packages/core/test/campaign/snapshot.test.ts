import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Campaign, type CampaignSnapshot, type Command, type Fact } from '../../src/index.js';
import { baseSettings, lead, Stage } from './stage.js';

/** A short arbitrary life: the world answers commands at random, loses some answers and doubles others. */
function live(
  campaign: Campaign,
  choices: readonly number[],
  start: number,
  commands: Command[],
  facts: Fact[],
): void {
  let at = start;
  const told: Fact[] = [];
  const tell = (fact: Fact): void => {
    told.push(fact);
    facts.push(fact);
    commands.push(...campaign.handle(fact).commands);
  };
  for (const choice of choices) {
    at += choice % 700;
    const command = commands[commands.length - 1 - (choice % Math.max(1, Math.min(commands.length, 6)))];
    const fact = command ? answerTo(command, choice, at) : null;
    if (fact) tell(fact);
    if (choice % 11 === 0 && told.length > 0) tell({ ...(told[choice % told.length] as Fact), at });
  }
}

function answerTo({ port, method, command }: Command, choice: number, at: number): Fact | null {
  const campaignId = 'c';
  const none = { attemptId: '', requestId: '', agentId: 'a', timerId: '', playId: '' };
  const { attemptId, requestId, agentId, timerId, playId } = { ...none, ...command };
  switch (`${port}.${method}`) {
    case 'leads.claim':
      return {
        type: 'leads.claimed',
        campaignId,
        requestId,
        leads: [lead(choice % 5_000), lead((choice % 5_000) + 1)],
        at,
      };
    case 'journal.open':
      return choice % 9 === 0
        ? { type: 'attempt.in-progress', campaignId, attemptId, at }
        : { type: 'attempt.opened', campaignId, attemptId, at };
    case 'journal.close':
      return { type: 'attempt.closed', campaignId, attemptId, at };
    case 'telephony.dial':
      return choice % 2 === 0
        ? { type: 'call.answered', campaignId, attemptId, at }
        : { type: 'call.ended', campaignId, attemptId, cause: { q850: 17, by: 'far' }, at };
    case 'telephony.connect':
      return { type: 'call.connected', campaignId, attemptId, agentId, at };
    case 'telephony.play':
      return { type: 'call.played', campaignId, attemptId, playId, completed: true, at };
    case 'telephony.hangUp':
      return { type: 'call.ended', campaignId, attemptId, cause: { q850: 16, by: 'us' }, at };
    case 'scheduler.set':
      return { type: 'timer', campaignId, timerId, at };
    default:
      return { type: 'timer', campaignId, timerId: 'tick', at };
  }
}

/** Surveys name the agents who are logged in; those of the version before did not. */
function withoutAgentsAsked(given: Command): Command {
  if (given.port !== 'leads' || given.method !== 'survey') return given;
  const { agentIds: _agents, ...command } = given.command;
  return { ...given, command };
}

/** That version did not know when a call had been dialed that it found after a crash. */
function withoutDialedOfLost(given: Command): Command {
  if (given.port !== 'journal' || given.method !== 'close') return given;
  const { dialedAt: _dialedAt, ...result } = given.command.result;
  return given.command.result.cause?.by === 'lost'
    ? { ...given, command: { ...given.command, result } }
    : given;
}

/** The mark of a conversation names its agent; that version's did not. */
function withoutOwner(given: Command): Command {
  if (given.port !== 'journal' || given.method !== 'mark') return given;
  const { agentId: _agent, ...command } = given.command;
  return { ...given, command };
}

describe('a campaign’s snapshot', () => {
  it('restores to a campaign that answers every further fact with the same commands', () => {
    const mode = fc.constantFrom(
      'progressive' as const,
      'power' as const,
      'predictive' as const,
      'preview' as const,
    );
    const life = fc.array(fc.nat(99_999), { minLength: 5, maxLength: 80 });
    fc.assert(
      fc.property(mode, life, life, (dialMode, before, after) => {
        const t0 = 1_750_000_000_000;
        const campaign = new Campaign({ ...baseSettings, mode: dialMode, limits: [] }, t0);
        const commands: Command[] = [];
        const begin: Fact[] = [
          { type: 'telephony.up', at: t0 },
          { type: 'campaign.start', campaignId: 'c', at: t0 },
          { type: 'campaign.recovered', campaignId: 'c', epoch: 1, open: [], counters: [], at: t0 },
          ...['a', 'b'].flatMap((agentId): Fact[] => [
            { type: 'agent.login', agentId, campaignId: 'c', at: t0 },
            { type: 'agent.leg-up', agentId, at: t0 },
            { type: 'agent.ready', agentId, at: t0 },
          ]),
        ];
        for (const fact of begin) commands.push(...campaign.handle(fact).commands);
        live(campaign, before, t0, commands, []);
        const copy = Campaign.restore(
          JSON.parse(JSON.stringify(campaign.snapshot())) as ReturnType<Campaign['snapshot']>,
        );
        const facts: Fact[] = [];
        const mark = commands.length;
        live(campaign, after, t0 + 200_000, commands, facts);
        const replayed = facts.flatMap((fact) => copy.handle(fact).commands);
        expect(facts.length).toBeGreaterThan(0);
        expect(replayed).toEqual(commands.slice(mark));
      }),
      { numRuns: 40 },
    );
  });

  it('restores what the version before took, and continues as that version would have', () => {
    const { snapshot, facts, commands } = recordedVersion1();
    const campaign = Campaign.restore(snapshot);
    const given = facts.flatMap((fact) => campaign.handle(fact).commands);

    // That version left log-ins out of the audit trail.
    const compared = given.filter((command) => isNotTimer(command) && !isLogIn(command));
    expect(compared.map(withoutAgentsAsked).map(withoutOwner).map(withoutDialedOfLost)).toEqual(
      commands.filter(isNotTimer).map(withoutDialedOfLost).map(withUnits),
    );
    expect(campaign.settings).toMatchObject({
      connectGraceMs: 2_000,
      preview: { skipDelayMs: 3_600_000 },
      retry: { rules: { busy: { delayMs: 600_000 } }, alternateDelayMs: 120_000 },
    });
    expect(campaign.snapshot().version).toBe(4);
  });

  it('loses no duration of the version before: every setting has its current name', () => {
    const { settings } = Campaign.restore(recordedVersion1().snapshot);
    const known = Object.keys(baseSettings);
    expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([]);
    expect(JSON.stringify(settings)).not.toMatch(/"(delay|timeout|skipDelay|ringTimeout)":/);
  });

  it.each([
    [
      { version: 5, at: 0, memory: {} },
      /has version 5; this release reads versions 1 to 4.*start the campaign/,
    ],
    [{ at: 0, memory: {} }, /has version undefined/],
    [{ version: 2, at: 0, memory: null }, /no memory with a state; give back the whole object/],
    [{ version: 1, at: 0, memory: { state: [] } }, /no memory with a state/],
  ])('refuses %j in words that say what to do', (snapshot, message) => {
    expect(() => Campaign.restore(snapshot as CampaignSnapshot)).toThrow(message);
  });
});

describe('settings under a former name', () => {
  const former = { ...baseSettings, ringTimeout: 20_000 };

  it('make no campaign', () => {
    expect(() => new Campaign(former, 0)).toThrow(/'ringTimeout' is now called 'ringTimeoutMs'/);
  });

  it('are rejected in an order, wherever they stand', () => {
    const stage = new Stage();
    const preview = { ...baseSettings.preview, skipDelay: 1 };
    stage.tell({ type: 'campaign.configure', changes: { preview } });
    expect(stage.events).toMatchObject([
      {
        type: 'order.rejected',
        code: 'settings-conflict',
        reason: expect.stringContaining('preview.skipDelay'),
      },
    ]);
  });
});

/** What the version before took, the facts that followed there, and the commands it gave. */
interface Recording {
  readonly snapshot: CampaignSnapshot;
  readonly facts: readonly Fact[];
  readonly commands: readonly Command[];
}

function recordedVersion1(): Recording {
  const file = new URL('./recorded/snapshot-version-1.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Recording;
}

/** Timers of calls are kept in another order since, and fewer are cancelled. */
function isLogIn(command: Command): boolean {
  return command.method === 'audit' && command.command.kind === 'agent.logged-in';
}

function isNotTimer({ port }: Command): boolean {
  return port !== 'scheduler';
}

/** The dial command by the names that it has now. */
function withUnits({ port, method, command }: Command): unknown {
  if (method !== 'dial') return { port, method, command };
  const { ringTimeout, setupTimeout, ...rest }: Readonly<Record<string, unknown>> = { ...command };
  return { port, method, command: { ...rest, ringTimeoutMs: ringTimeout, setupTimeoutMs: setupTimeout } };
}
