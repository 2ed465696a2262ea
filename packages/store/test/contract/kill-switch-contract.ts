import { describe, expect, test } from '@jest/globals';
import { closeLeads, readKillSwitch, setKillSwitch } from '../../src/index.js';
import { claim, factsOf, recover } from './port-world.js';
import { runningCampaign } from './running-campaign.js';
import type { StoreWorld } from './store-world.js';
import { until } from './until.js';

/** The switch that stops all campaigns. */
export function killSwitchContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`the kill switch: ${name}`, () => {
    const campaign = runningCampaign(create);

    test('is durable and journaled, told to every node, and no attempt opens while it is on', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead(['+13035550101']);
      await setKillSwitch(world.store, { on: true, reason: 'drill' });
      await node.settle();
      expect(campaign.facts('kill-switch')).toMatchObject([{ on: true, reason: 'drill' }]);
      expect(await campaign.open('spring-1-1', lead)).toBe('attempt.refused');
      expect(campaign.facts('attempt.refused')).toMatchObject([
        { refusals: [{ rule: 'store.kill-switch', scope: 'campaign' }] },
      ]);
      expect(await campaign.claim(1)).toEqual([]);
      const late = await world.node('n3');
      expect(factsOf(late, 'kill-switch')).toMatchObject([{ on: true }]);
      await setKillSwitch(world.store, { on: false, reason: 'drill over' });
      await node.settle();
      expect(campaign.facts('kill-switch').at(-1)).toMatchObject({ on: false });
      expect(await readKillSwitch(world.store)).toMatchObject({ on: false, version: 2 });
      expect(await campaign.open('spring-1-2', lead)).toBe('attempt.opened');
      const journaled = await world.store.engine.db
        .selectFrom('audit')
        .select('kind')
        .where('kind', 'like', 'kill-switch%')
        .orderBy('n')
        .execute();
      expect(journaled.map((row) => row.kind)).toEqual(['kill-switch.on', 'kill-switch.off']);
    });

    test('the switch and withdrawals reach a running campaign within a second, without being asked', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead(['+13035550101']);
      const other = await world.node('n4', { pollEveryMs: 100 });
      await world.defineCampaign('watched', ['watched']);
      await recover(world, other, 'watched');
      await world.addLeads('watched', [{ phones: ['+13035550199'] }]);
      const [watched] = await claim(world, other, 'watched', 1);
      const from = performance.now();
      await closeLeads(world.store, [{ leadId: watched?.leadId ?? '' }, { leadId: lead.leadId }], {
        reason: 'paid',
      });
      await setKillSwitch(world.store, { on: true, reason: 'drill' });
      await until(
        () => factsOf(other, 'leads.withdrawn').length > 0 && factsOf(other, 'kill-switch').length > 0,
      );
      expect(performance.now() - from).toBeLessThan(1_000);
      expect(factsOf(other, 'leads.withdrawn')).toMatchObject([
        { leadIds: [watched?.leadId], reason: 'paid' },
      ]);
    });
  });
}
