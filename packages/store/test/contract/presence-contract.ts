import { afterEach, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/index.js';
import { createAgentPresence } from '../../src/index.js';
import type { AgentPlace, AgentPresence, AgentPresenceOptions, Store } from '../../src/index.js';
import { factsOf, recover } from './port-world.js';
import { CAMPAIGN, runningCampaign } from './running-campaign.js';
import type { StoreNode, StoreWorld } from './store-world.js';
import { until } from './until.js';

/** Where each agent works. */
export function presenceContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`where an agent works: ${name}`, () => {
    const presences: AgentPresence[] = [];
    const lost: { agentId: string; place: AgentPlace | null }[] = [];
    const faults: string[] = [];

    // Before the world, whose handles they write through, is closed.
    afterEach(async () => {
      for (const presence of presences.splice(0)) await presence.stop({ keep: true });
      lost.splice(0);
      expect(faults.splice(0)).toEqual([]);
    });
    const campaign = runningCampaign(create);

    /** The agents of a dialer on this handle. */
    function at(store: Store, options: Partial<AgentPresenceOptions> = {}): AgentPresence {
      const presence = createAgentPresence(store, {
        node: 'n1',
        instance: `dialer ${presences.length + 1}`,
        leaseClock: () => campaign.world.now(),
        onLost: (agentId, place) => void lost.push({ agentId, place }),
        onFault: ({ what, detail }) => void faults.push(`${what}: ${detail}`),
        ...options,
      });
      presences.push(presence);
      return presence;
    }

    async function process(): Promise<StoreNode> {
      return campaign.world.node('n2');
    }

    test('an agent of one process is elsewhere for another, with where and since when', async () => {
      const [here, there] = [at(campaign.node.store), at((await process()).store, { node: 'n2' })];
      expect(await here.take('ana', CAMPAIGN)).toBeNull();
      const place = await there.take('ana', 'autumn');
      expect(place).toMatchObject({ campaignId: CAMPAIGN, node: 'n1', host: 'testing', pid: 1 });
      expect(place && here.placeText(place)).toBe(
        "campaign 'spring', node 'n1' (host testing, process 1) since 2026-11-30T15:00:00.000Z",
      );
      expect(there.agents()).toEqual([]);
      expect(there.isSure('ana')).toBe(false);
      expect([here.agents(), here.isSure('ana')]).toEqual([['ana'], true]);
    });

    test('two dialers on one store handle are two places; one may come again, and change the campaign', async () => {
      const [one, other] = [at(campaign.node.store), at(campaign.node.store)];
      expect(await one.take('ana', CAMPAIGN)).toBeNull();
      expect(await other.take('ana', CAMPAIGN)).toMatchObject({ campaignId: CAMPAIGN });
      expect(await one.take('ana', 'autumn')).toBeNull();
      expect(await other.take('ana', CAMPAIGN)).toMatchObject({ campaignId: 'autumn' });
      expect(await other.take('ben', CAMPAIGN)).toBeNull();
    });

    test('of two log-ins at once one is taken', async () => {
      const places = [at(campaign.node.store), at((await process()).store), at(campaign.node.store)];
      for (const agentId of ['ana', 'ben', 'cleo', 'dan']) {
        const answers = await Promise.all(places.map((place) => place.take(agentId, CAMPAIGN)));
        expect(answers.filter((answer) => answer === null)).toHaveLength(1);
      }
    });

    test('who has left, or whose dialer has closed, may work elsewhere at once', async () => {
      const [one, other] = [at(campaign.node.store), at(campaign.node.store)];
      await one.take('ana', CAMPAIGN);
      await one.take('ben', CAMPAIGN);
      await one.release('ana');
      expect(one.agents()).toEqual(['ben']);
      expect(await other.take('ana', CAMPAIGN)).toBeNull();
      expect(await other.take('ben', CAMPAIGN)).not.toBeNull();
      await one.stop();
      expect(await other.take('ben', CAMPAIGN)).toBeNull();
      // A release that comes late ends nobody's presence.
      await one.release('ana');
      expect(await one.take('ana', CAMPAIGN)).not.toBeNull();
    });

    test('a log-in follows the log-out that was given before it', async () => {
      const [one, other] = [at(campaign.node.store), at(campaign.node.store)];
      await one.take('ana', CAMPAIGN);
      void one.release('ana');
      expect(await one.take('ana', CAMPAIGN)).toBeNull();
      expect(one.isSure('ana')).toBe(true);
      expect(await other.take('ana', CAMPAIGN)).not.toBeNull();
    });

    test('the agents of a process that crashed are free at once on its machine', async () => {
      const crashed = await process();
      await at(crashed.store).take('ana', CAMPAIGN);
      const here = at(campaign.node.store);
      expect(await here.take('ana', CAMPAIGN)).not.toBeNull();
      await crashed.crash();
      expect(await here.take('ana', CAMPAIGN)).toBeNull();
    });

    test('on another machine they are free when the presence ends', async () => {
      const crashed = await process();
      await at(crashed.store).take('ana', CAMPAIGN);
      await crashed.crash();
      const { db } = campaign.world.store.engine;
      await db.updateTable('presences').set({ machine: 'elsewhere' }).execute();
      const here = at(campaign.node.store);
      campaign.world.advance(29_000);
      expect(await here.take('ana', CAMPAIGN)).not.toBeNull();
      campaign.world.advance(1_000);
      expect(await here.take('ana', CAMPAIGN)).toBeNull();
    });

    test('a presence is renewed while the dialer runs, and its age stays', async () => {
      const here = at(campaign.node.store, { lifeMs: 60 });
      await here.take('ana', CAMPAIGN);
      campaign.world.advance(70);
      expect(here.isSure('ana')).toBe(false);
      await until(() => here.isSure('ana'));
      const place = await at(campaign.node.store).take('ana', CAMPAIGN);
      expect(place).toMatchObject({ since: campaign.world.now() - 70 });
    });

    test('a dialer that was away too long hears that its agent works elsewhere, and is told where', async () => {
      const [away, next] = [at(campaign.node.store), at((await process()).store, { node: 'n2' })];
      await away.take('ana', CAMPAIGN);
      await away.take('ben', CAMPAIGN);
      campaign.world.advance(31_000);
      expect(away.isSure('ana')).toBe(false);
      expect(await next.take('ana', 'autumn')).toBeNull();

      away.look();
      await until(() => lost.length > 0);
      expect(lost).toMatchObject([{ agentId: 'ana', place: { campaignId: 'autumn', node: 'n2', pid: 2 } }]);
      await away.idle();
      expect(away.agents()).toEqual(['ben']);
      expect(away.isSure('ben')).toBe(true);
      // Leaving does not end the presence that the agent has elsewhere.
      await away.release('ana');
      expect(await away.take('ana', CAMPAIGN)).toMatchObject({ campaignId: 'autumn' });
    });

    test('asked in doubt, the store says that the agent is here, or lost', async () => {
      const [away, next] = [at(campaign.node.store), at(campaign.node.store)];
      await away.take('ana', CAMPAIGN);
      await away.take('ben', CAMPAIGN);
      campaign.world.advance(31_000);
      await next.take('ana', CAMPAIGN);
      expect(await away.confirm('ana', 5_000)).toBe('lost');
      expect(await away.confirm('ben', 5_000)).toBe('here');
      expect(await away.confirm('stranger', 5_000)).toBe('lost');
      expect(away.isSure('ben')).toBe(true);
      expect(lost).toMatchObject([{ agentId: 'ana' }]);
    });

    test('no call is opened for an agent who works elsewhere by now; others are called on', async () => {
      const { world, node } = campaign;
      const here = at(world.store);
      await here.take('ana', CAMPAIGN);
      await node.stop();
      const again = await world.node('n3', { presence: here });
      await recover(world, again, CAMPAIGN);
      campaign.begin(world, again);
      const [first, second] = [
        await campaign.newLead(['+13035550101']),
        await campaign.newLead(['+13035550102']),
      ];
      expect(await campaign.open('spring-1-1', first, { agentId: 'ana' })).toBe('attempt.opened');
      world.advance(31_000);
      await at(node.store)
        .take('ana', 'autumn')
        .catch(() => null);
      await at((await process()).store).take('ana', 'autumn');
      expect(await campaign.open('spring-1-2', second, { agentId: 'ana' })).toBe('attempt.open-failed');
      expect(factsOf(again, 'attempt.open-failed').at(-1)?.error).toMatch(/works at another dialer/);
      await until(() => lost.length > 0);
      expect(lost).toMatchObject([{ agentId: 'ana' }]);
      expect(await campaign.open('spring-1-3', second)).toBe('attempt.opened');
    });

    test('a store that does not answer makes no log-in, and leaves those who are in', async () => {
      const store = await openStore({ url: 'sqlite::memory:', clock: () => campaign.world.now() });
      const here = at(store, { onFault: () => undefined });
      await here.take('ana', CAMPAIGN);
      await store.close();
      await expect(here.take('ben', CAMPAIGN)).rejects.toThrow();
      expect(await here.confirm('ana', 5_000)).toBe('unknown');
      here.look();
      await here.idle();
      expect(here.agents()).toEqual(['ana']);
      expect(lost).toEqual([]);
    });
  });
}
