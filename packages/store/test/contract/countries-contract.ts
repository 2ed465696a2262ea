import { describe, expect, test } from '@jest/globals';
import type { NewLead } from '@outdial/lists';
import { addDoNotCall, addLeads, mendLeadCounts, removeDoNotCall, surveyCampaign } from '../../src/index.js';
import type { DialsCountry } from '../../src/index.js';
import { claim, factsOf, recover } from './port-world.js';
import type { PortNode } from './port-world.js';
import { HOUR, runningCampaign } from './running-campaign.js';
import type { StoreWorld } from './store-world.js';

const AMERICAN = '+13035550101';
const BRITISH = '+442079460101';
const JAMAICAN = '+18765550142';

const only =
  (...countries: string[]): DialsCountry =>
  (country) =>
    countries.includes(country);

/** Leads outside the countries of a campaign: a setting keeps them back, so nothing moves them. */
export function countriesContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`the countries of a campaign: ${name}`, () => {
    const campaign = runningCampaign(create);

    const add = async (...leads: NewLead[]): Promise<string[]> =>
      (await addLeads(campaign.world.store, leads, { listId: 'list' })).map(({ leadId }) => leadId);

    /** A campaign of these countries on the list, and the ids of what one claim of it brings. */
    async function runOf(id: string, dialsCountry: DialsCountry): Promise<() => Promise<string[]>> {
      const node = await campaign.world.node(id, { dialsCountry });
      await campaign.world.defineCampaign(id, ['list']);
      await recover(campaign.world, node, id);
      return () => claimedBy(node, id);
    }

    const claimedBy = async (node: PortNode, id: string, count = 9): Promise<string[]> =>
      (await claim(campaign.world, node, id, count, { agentIds: ['ada'] })).map(({ leadId }) => leadId);

    test('leads of one list go to the campaign that dials their country, whoever asks first', async () => {
      const [american, british, jamaican] = await add(
        { phones: [{ phone: AMERICAN }] },
        { phones: [{ phone: BRITISH }], priority: 9 },
        { phones: [{ phone: JAMAICAN }], priority: 9 },
      );
      const claimAmerican = await runOf('american', only('US'));
      const claimBritish = await runOf('british', only('GB'));
      const before = await campaign.world.lead(british ?? '');
      expect(await claimAmerican()).toEqual([american]);
      expect(await claimAmerican()).toEqual([]);
      expect(await campaign.world.lead(british ?? '')).toEqual(before);
      expect(await claimBritish()).toEqual([british]);
      expect(await (await runOf('islands', only('JM')))()).toEqual([jamaican]);
    });

    test('where the person lives says nothing of where their number is', async () => {
      const [abroad, atHome] = await add(
        { phones: [{ phone: BRITISH }], facts: { country: 'US', region: 'NY' } },
        { phones: [{ phone: AMERICAN }], facts: { country: 'GB' } },
      );
      expect(await (await runOf('american', only('US')))()).toEqual([atHome]);
      expect(await (await runOf('british', only('GB')))()).toEqual([abroad]);
    });

    test('a number of the countries is called where the first lies outside', async () => {
      const [both] = await add({ phones: [{ phone: JAMAICAN }, { phone: AMERICAN }] });
      const node = await campaign.world.node('n2', { dialsCountry: only('US') });
      await campaign.world.defineCampaign('american', ['list']);
      await recover(campaign.world, node, 'american');
      const [lead] = await claim(campaign.world, node, 'american', 1);
      expect(lead).toMatchObject({ leadId: both, phoneIndex: 1 });
    });

    test('they are counted apart, and with one that closes its own number nothing comes around', async () => {
      const { store } = campaign.world;
      const [mixed, american] = await add(
        { phones: [{ phone: AMERICAN }, { phone: BRITISH }], priority: 9 },
        { phones: [{ phone: '+13035550109' }] },
      );
      await addDoNotCall(store, [{ phone: AMERICAN, at: campaign.world.now(), source: 'test' }]);
      const claimAmerican = await runOf('american', only('US'));
      expect(await claimAmerican()).toEqual([american]);
      expect(await claimAmerican()).toEqual([]);
      const supply = await surveyCampaign(store, 'american', { dialsCountry: only('US') });
      expect(supply).toMatchObject({
        dialableNow: 0,
        waiting: expect.arrayContaining([{ reason: 'outside-countries', count: 1, nextAt: null }]) as unknown,
      });
      await removeDoNotCall(store, { phone: AMERICAN }, 'a typing error');
      expect(await claimAmerican()).toEqual([mixed]);
    });

    test('a callback abroad neither moves nor stands before others', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead([BRITISH]);
      await campaign.open('spring-1-1', lead);
      const at = world.now() + HOUR;
      const callback = { at, agentId: 'ada' };
      await campaign.close('spring-1-1', lead, {
        outcome: 'conversation',
        liveAnswer: true,
        lead: {
          status: 'open',
          nextDialableAt: at,
          phoneIndex: 0,
          reason: 'callback',
          callback,
          why: 'callback',
        },
      });
      const [american] = await add({ phones: [{ phone: AMERICAN }] });
      world.advance(HOUR);
      const node = await world.node('n2', { dialsCountry: only('US') });
      await world.defineCampaign('american', ['list']);
      await recover(world, node, 'american');
      const before = await world.lead(lead.leadId);
      const ids = async (): Promise<string[]> => claimedBy(node, 'american', 1);
      expect([await ids(), await ids()]).toEqual([[american], []]);
      expect(await world.lead(lead.leadId)).toEqual(before);
      const [back] = await (await runOf('british', only('GB')))();
      expect(back).toBe(lead.leadId);
    });

    test('a place of an earlier version, which names no numbers, is read at the first claim', async () => {
      const { world } = campaign;
      const [british, american] = await add(
        { phones: [{ phone: BRITISH }], priority: 9 },
        { phones: [{ phone: AMERICAN }] },
      );
      const { db } = world.store.engine;
      await db.insertInto('places').values({ list_id: 'list', place: 'GB|||' }).execute();
      await db
        .updateTable('leads')
        .set({ place: 'GB|||' })
        .where('lead_id', '=', british ?? '')
        .execute();
      await mendLeadCounts(world.store);
      const claimAmerican = await runOf('american', only('US'));
      const before = await world.lead(british ?? '');
      expect(await claimAmerican()).toEqual([american]);
      expect(await world.lead(british ?? '')).toEqual(before);
      const moved = await db
        .selectFrom('leads')
        .select('place')
        .where('lead_id', '=', british ?? '')
        .executeTakeFirst();
      expect(moved).toEqual({ place: '||||GB' });
      expect(await (await runOf('british', only('GB')))()).toEqual([british]);
    });

    test('an agent who asks for one lead by name gets it, so that the refusal says why', async () => {
      const [british = ''] = await add({ phones: [{ phone: BRITISH }] });
      const node = await campaign.world.node('n2', { dialsCountry: only('US') });
      await campaign.world.defineCampaign('american', ['list']);
      await recover(campaign.world, node, 'american');
      await claim(campaign.world, node, 'american', 1, { leadId: british });
      expect(factsOf(node, 'leads.claimed').at(-1)?.leads).toMatchObject([{ leadId: british }]);
    });
  });
}
