import { afterEach, expect, test } from '@jest/globals';
import { claim, factsOf, recover } from './contract/port-world.js';
import { loseCommits } from './lose-commits.js';
import { sqliteWorld } from './sqlite-world.js';
import type { StoreWorld } from './contract/store-world.js';

let world: StoreWorld;
afterEach(() => world.close());

test('a claim that was committed although every try failed comes back with the next claim', async () => {
  world = await sqliteWorld();
  const leadIds = await world.addLeads('list', [{ phones: ['+12125550101'] }, { phones: ['+12125550102'] }]);
  await world.defineCampaign('c', ['list']);
  const node = await world.node('n');
  await recover(world, node, 'c');

  const mend = loseCommits(node.store.engine, () => new Error('connection lost for good'));
  node.leads.claim({ campaignId: 'c', requestId: 'unsure', count: 10, at: world.now(), agentIds: [] });
  await node.settle();
  expect(mend()).toBe(1);
  expect(factsOf(node, 'leads.claim-failed').map(({ requestId }) => requestId)).toEqual(['unsure']);
  expect((await world.lead(leadIds[0] as string)).status).toBe('claimed');

  world.advance(2_000);
  const leads = await claim(world, node, 'c', 10);
  expect(leads.map(({ leadId }) => leadId).sort()).toEqual([...leadIds].sort());
});
