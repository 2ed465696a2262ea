import { describe, expect, test } from '@jest/globals';
import type { NewLead } from '@outdial/lists';
import { addLeads } from '../../src/index.js';
import { claim, factsOf, recover } from './port-world.js';
import { DAY, HOUR, runningCampaign } from './running-campaign.js';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

/** In which order leads are claimed. */
export function dialOrderContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`the order of claims: ${name}`, () => {
    const campaign = runningCampaign(create);

    const place = (timeZone: string, phone: string, priority = 0): NewLead => ({
      phones: [{ phone }],
      priority,
      facts: { country: 'US', timeZone },
    });

    test('dials places about to close first, skips closed ones, and says when they open', async () => {
      const { world } = campaign;
      const eastern = 'America/New_York';
      const added = await addLeads(
        world.store,
        [
          place('America/Denver', '+13035550101', 9),
          place(eastern, '+12125550102'),
          place('Pacific/Honolulu', '+18085550103', 9),
          place(eastern, '+12125550104', 1),
        ],
        { listId: 'list' },
      );
      const closesAt = START + HOUR;
      const opensAt = START + 5 * HOUR;
      const other = await world.node('n2', {
        windowOf: ({ timeZone }) =>
          timeZone === eastern
            ? { open: true, changesAt: closesAt }
            : timeZone === 'Pacific/Honolulu'
              ? { open: false, changesAt: opensAt }
              : { open: true, changesAt: closesAt + HOUR },
      });
      await world.defineCampaign('windows', ['list']);
      await recover(world, other, 'windows');
      const leads = await claim(world, other, 'windows', 9);
      expect(leads.map((lead) => lead.leadId)).toEqual([
        added[3]?.leadId,
        added[1]?.leadId,
        added[0]?.leadId,
      ]);
      expect(leads.map((lead) => lead.windowClosesAt)).toEqual([closesAt, closesAt, closesAt + HOUR]);
      other.leads.survey({ campaignId: 'windows', at: world.now() });
      await other.settle();
      expect(factsOf(other, 'leads.surveyed').at(-1)?.supply).toMatchObject({
        dialableNow: 0,
        total: 4,
        waiting: expect.arrayContaining([
          expect.objectContaining({ reason: 'outside-calling-window', count: 1, nextAt: opensAt }),
        ]) as unknown,
      });
    });

    test('keeps priority across many places of one closing time', async () => {
      const { world } = campaign;
      const leads = Array.from({ length: 240 }, (_, index) => ({
        phones: [{ phone: `+1${200 + index}5550101` }],
        priority: (index * 7) % 240,
        facts: { country: 'US' },
      }));
      await addLeads(world.store, leads, { listId: 'list' });
      const claimed = [...(await campaign.claim(100)), ...(await campaign.claim(100))];
      expect(claimed.map((lead) => lead.priority)).toEqual(
        Array.from({ length: 200 }, (_, index) => 239 - index),
      );
    });

    test('a lead with an instant in the future waits for it', async () => {
      const { world } = campaign;
      await addLeads(world.store, [{ phones: [{ phone: '+13035550101' }], notBefore: START + DAY }], {
        listId: 'list',
      });
      expect(await campaign.claim(1)).toEqual([]);
      world.advance(DAY);
      expect(await campaign.claim(1)).toHaveLength(1);
    });
  });
}
