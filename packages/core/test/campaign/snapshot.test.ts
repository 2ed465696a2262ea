import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Campaign, type Command, type Fact } from '../../src/index.js';
import { baseSettings, lead } from './stage.js';

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
});
