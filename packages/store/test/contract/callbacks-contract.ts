import { describe, expect, test } from '@jest/globals';
import { surveyCampaign } from '../../src/index.js';
import { claim, recover } from './port-world.js';
import { CAMPAIGN, HOUR, runningCampaign } from './running-campaign.js';
import type { StoreWorld } from './store-world.js';

const ANYBODY_AFTER = 2 * HOUR;

/** Callbacks of agents who are away, and leads that are due where nobody may be called. */
export function callbacksContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`callbacks and windows: ${name}`, () => {
    const campaign = runningCampaign(create);

    /** A lead with a callback for ada in an hour. */
    async function promised(): Promise<string> {
      const lead = await campaign.newLead(['+13035550101']);
      await campaign.open('spring-1-1', lead);
      const callback = { at: campaign.world.now() + HOUR, agentId: 'ada', note: 'garden' };
      await campaign.close('spring-1-1', lead, {
        outcome: 'conversation',
        liveAnswer: true,
        lead: {
          status: 'open',
          nextDialableAt: callback.at,
          phoneIndex: 0,
          reason: 'callback',
          callback,
          why: 'callback',
        },
      });
      return lead.leadId;
    }

    test('a callback waits for its agent, and is given to anybody after the set time', async () => {
      const { world } = campaign;
      const leadId = await promised();
      const due = world.now() + HOUR;
      world.advance(HOUR);
      const counted = { callbacksToAnybodyAfterMs: ANYBODY_AFTER };
      expect(await surveyCampaign(world.store, CAMPAIGN, counted)).toMatchObject({
        dialableNow: 0,
        waiting: [{ reason: 'callback for ada', count: 1, nextAt: due + ANYBODY_AFTER }],
      });
      expect(await surveyCampaign(world.store, CAMPAIGN)).toMatchObject({
        waiting: [{ reason: 'callback for ada', nextAt: null }],
      });

      await world.defineCampaign('autumn', ['list']);
      const giving = await world.node('giving', counted);
      await recover(world, giving, 'autumn');
      const toBob = (): ReturnType<typeof claim> => claim(world, giving, 'autumn', 1, { agentIds: ['bob'] });
      world.advance(ANYBODY_AFTER - 1);
      expect(await toBob()).toEqual([]);
      world.advance(1);
      expect(await surveyCampaign(world.store, CAMPAIGN, counted)).toMatchObject({ dialableNow: 1 });
      const [given] = await toBob();
      expect(given).toMatchObject({ leadId, reason: 'callback' });
      expect(given?.callback).toEqual({ at: due, note: 'garden' });
    });

    test('retries that are due wait for the window of their place, which the count names', async () => {
      const { world } = campaign;
      await world.addLeads('list', [{ phones: ['+13035550101'] }, { phones: ['+13035550102'] }]);
      const [tried] = await campaign.claim(1);
      if (!tried) throw new Error('no lead');
      await campaign.open('spring-1-1', tried);
      await campaign.close('spring-1-1', tried);
      world.advance(HOUR);
      const opensAt = world.now() + 5 * HOUR;
      const supply = await surveyCampaign(world.store, CAMPAIGN, {
        windowOf: () => ({ open: false, changesAt: opensAt }),
      });
      expect(supply).toEqual({
        dialableNow: 0,
        total: 2,
        attempted: 1,
        waiting: [
          {
            reason: 'outside-calling-window',
            count: 2,
            nextAt: opensAt,
            place: expect.stringMatching(/^US\|/),
          },
        ],
      });
      expect(await surveyCampaign(world.store, CAMPAIGN)).toMatchObject({ dialableNow: 2, waiting: [] });
    });

    test('a campaign that has not run yet counts the lists it is given', async () => {
      const { world } = campaign;
      await world.addLeads('new', [{ phones: ['+13035550101'] }]);
      expect(await surveyCampaign(world.store, 'unknown')).toMatchObject({ total: 0 });
      expect(await surveyCampaign(world.store, 'unknown', { lists: ['new'] })).toMatchObject({
        total: 1,
        dialableNow: 1,
      });
    });
  });
}
