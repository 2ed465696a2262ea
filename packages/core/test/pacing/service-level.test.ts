import { describe, expect, test } from '@jest/globals';
import { AgentRoster } from '../../src/pacing/agent-roster.js';
import { ServiceLevel, USUAL_PROMISE } from '../../src/pacing/service-level.js';

const FLOOR = { promise: USUAL_PROMISE, allowed: 0, ready: 0, rateAt: () => 1 / 100_000 };

/** Two agents, of whom callers take one after the other; each caller by 100 s as expected. */
function floor(): { readonly roster: AgentRoster; readonly service: ServiceLevel } {
  const service = new ServiceLevel({
    ...FLOOR,
    get ready() {
      return roster.counts.ready;
    },
  });
  const roster: AgentRoster = new AgentRoster((change) => service.agentChanged(change));
  for (const agentId of ['a', 'b']) roster.enter(agentId, 'ready', 0);
  return { roster, service };
}

/** The agent comes free, and a caller who has waited takes them at once. */
function takenAtOnce(roster: AgentRoster, agentId: string, at: number): void {
  roster.enter(agentId, 'ready', at);
  roster.enter(agentId, 'talking', at);
}

describe('the service level', () => {
  test('allows everything until somebody calls', () => {
    const { roster, service } = floor();
    expect([service.limit, service.isExpected]).toEqual([Infinity, false]);
    roster.connect('a', 'c1', 1_000);
    roster.enter('a', 'ready', 9_000);
    expect(service.limit).toBe(Infinity);
    roster.enter('a', 'talking', 10_000);
    expect([Number.isFinite(service.limit), service.isExpected]).toEqual([true, true]);
  });

  test('falls with callers who may have waited too long, the more the longer nobody was ready', () => {
    const fall = (taken: number): number => {
      const { roster, service } = floor();
      roster.enter('a', 'talking', 1_000);
      roster.enter('b', 'talking', 2_000);
      const before = service.limit;
      takenAtOnce(roster, 'a', 2_000 + taken);
      return service.limit - before;
    };
    expect(fall(15_000)).toBeGreaterThanOrEqual(0);
    expect(fall(60_000)).toBeLessThan(0);
    expect(fall(200_000)).toBeLessThan(fall(60_000));
  });

  test('an agent who is reserved at once had a caller waiting, too', () => {
    const { roster, service } = floor();
    roster.enter('a', 'talking', 1_000);
    roster.enter('b', 'talking', 2_000);
    const before = service.limit;
    roster.enter('a', 'ready', 90_000);
    roster.enter('a', 'reserved', 90_000);
    roster.enter('a', 'talking', 90_400);
    expect(service.limit).toBeLessThan(before);
  });

  test('a conversation that turns out to be a dialed call is taken back', () => {
    const { roster, service } = floor();
    roster.enter('a', 'talking', 1_000);
    roster.enter('b', 'talking', 2_000);
    const before = service.toJSON();
    takenAtOnce(roster, 'a', 90_000);
    expect(service.toJSON()).not.toEqual(before);
    roster.connect('a', 'c1', 90_000);
    expect(service.toJSON()).toEqual(before);
  });

  test('goes on from its state', () => {
    const { roster, service } = floor();
    roster.enter('a', 'talking', 1_000);
    const again = new ServiceLevel(FLOOR);
    again.restore(JSON.parse(JSON.stringify(service.toJSON())));
    expect([again.limit, again.isExpected]).toEqual([service.limit, true]);
    const fresh = new ServiceLevel(FLOOR);
    fresh.restore(JSON.parse(JSON.stringify(new ServiceLevel(FLOOR).toJSON())));
    expect(fresh.limit).toBe(Infinity);
  });
});
