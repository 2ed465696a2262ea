import { describe, expect, test } from '@jest/globals';
import type { Lead } from '@outdial/core';
import { addLeads, parseLeadCondition, parseLeadScore } from '../../src/index.js';
import type { LeadCondition, LeadScore, LeadSelection } from '../../src/index.js';
import { claim, factsOf, recover } from './port-world.js';
import { DAY, runningCampaign } from './running-campaign.js';
import { START } from './store-world.js';
import type { StoreNode, StoreWorld } from './store-world.js';

async function condition(text: string): Promise<LeadCondition> {
  const read = await parseLeadCondition(text);
  if (!read.ok) throw new Error(read.problem.what);
  return read.expression;
}

async function score(text: string): Promise<LeadScore> {
  const read = await parseLeadScore(text);
  if (!read.ok) throw new Error(read.problem.what);
  return read.expression;
}

let serial = 0;
const number = (): string => `+1303555${1_000 + (serial += 1)}`;

/** Filter, order and mix of a campaign. */
export function selectionContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`the leads a campaign selects: ${name}`, () => {
    const campaign = runningCampaign(create);

    const add = async (
      listId: string,
      rows: readonly { readonly balance?: string; readonly priority?: number }[],
    ): Promise<string[]> => {
      const leads = rows.map(({ balance, priority = 0 }) => ({
        phones: [{ phone: number() }],
        priority,
        fields: balance === undefined ? {} : { balance },
        facts: { country: 'US' },
      }));
      return (await addLeads(campaign.world.store, leads, { listId })).map(({ leadId }) => leadId);
    };

    const start = async (
      selection: LeadSelection,
      lists: readonly string[] = ['list'],
    ): Promise<StoreNode> => {
      const { world } = campaign;
      const node = await world.node('chooser', { selection });
      await world.defineCampaign('chooser', lists);
      await recover(world, node, 'chooser');
      return node;
    };
    const ids = (leads: readonly Lead[]): readonly string[] => leads.map(({ leadId }) => leadId);
    /** Advances and claims, until something comes: walks of the lists are bounded in real time. */
    const nextClaim = async (node: StoreNode, ms: number, count = 9): Promise<readonly string[]> => {
      for (let tries = 0; ; tries += 1) {
        campaign.world.advance(ms);
        const found = ids(await claim(campaign.world, node, 'chooser', count));
        if (found.length > 0 || tries > 50) return found;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const supplyOf = async (node: StoreNode) => {
      node.leads.survey({ campaignId: 'chooser', at: campaign.world.now() });
      await node.settle();
      return factsOf(node, 'leads.surveyed').at(-1)?.supply;
    };

    test('changes at once: what was claimed ahead goes back, the next claim goes by the new one', async () => {
      const [low = '', high = ''] = await add('list', [{ balance: '100' }, { balance: '900' }]);
      const node = await start({ filter: await condition('balance < 500') });
      expect(await nextClaim(node, 1_000)).toEqual([low]);
      node.leads.release({ campaignId: 'chooser', leadIds: [low], at: campaign.world.now(), why: 'test' });
      await node.settle();
      const filter = await condition('balance > 500');
      node.leads.select('chooser', { filter });
      expect(factsOf(node, 'leads.pushed').at(-1)).toMatchObject({ campaignId: 'chooser', leadIds: [] });
      expect(node.leads.selection).toEqual({ filter });
      expect(await supplyOf(node)).toMatchObject({ dialableNow: 1 });
      expect(await nextClaim(node, 1_000)).toEqual([high]);
      node.leads.select('chooser', {});
      expect(await nextClaim(node, 1_000)).toEqual([low]);
    });

    test('passes by what the filter leaves out, and counts it', async () => {
      const { world } = campaign;
      const [poor, rich, unknown] = await add('list', [{ balance: '100' }, { balance: '900' }, {}]);
      const node = await start({ filter: await condition('balance > 500') });
      expect(await supplyOf(node)).toMatchObject({
        dialableNow: 1,
        total: 3,
        waiting: [{ reason: 'filtered', count: 2, nextAt: null }],
      });
      expect(ids(await claim(world, node, 'chooser', 9))).toEqual([rich]);
      expect(await claim(world, node, 'chooser', 9)).toEqual([]);
      for (const leadId of [poor, unknown])
        expect(await world.lead(leadId ?? '')).toMatchObject({ status: 'open', attempts: 0 });
      // A person who asks for one lead gets it.
      expect(ids(await claim(world, node, 'chooser', 1, { leadId: poor ?? '' }))).toEqual([poor]);
    });

    test('finds leads that come to meet the filter by their age, and those that are new', async () => {
      const { world } = campaign;
      await add('list', [{}]);
      const node = await start({ filter: await condition('age >= 1 or balance == "now"') });
      expect(await claim(world, node, 'chooser', 9)).toEqual([]);
      const [fresh] = await add('list', [{ balance: 'now' }]);
      expect(await nextClaim(node, 6_000)).toEqual([fresh]);
      expect(await nextClaim(node, DAY)).toHaveLength(1);
    });

    test('takes leads pushed to the front and callbacks by the filter, too', async () => {
      const { world } = campaign;
      const node = await start({ filter: await condition('balance == "yes"') });
      const row = (balance: string) => ({ phones: [{ phone: number() }], fields: { balance } });
      await addLeads(world.store, [row('no'), row('yes')], { listId: 'list', first: true });
      expect(await claim(world, node, 'chooser', 1)).toHaveLength(1);
      expect(await claim(world, node, 'chooser', 1)).toHaveLength(0);
    });

    test.each([
      ['oldest-first', [1, 3, 0, 2, 4]],
      ['newest-first', [3, 1, 4, 2, 0]],
      ['score', [1, 3, 4, 0, 2]],
    ] as const)('dials %s among leads of one priority', async (order, expected) => {
      const { world } = campaign;
      const added = await add('list', [
        { balance: '5' },
        { balance: '7', priority: 1 },
        {},
        { balance: '6', priority: 1 },
        { balance: '9' },
      ]);
      const node = await start({
        order,
        score: await score('number(balance)'),
        filter: await condition('attempts == 0'),
      });
      expect(ids(await claim(world, node, 'chooser', 9))).toEqual(expected.map((index) => added[index]));
    });

    test('scatters leads by a seed, the same way each time', async () => {
      const { world } = campaign;
      const added = await add(
        'list',
        Array.from({ length: 30 }, () => ({})),
      );
      const node = await start({ order: 'random', seed: 'a' });
      const first = ids(await claim(world, node, 'chooser', 30));
      expect(first).not.toEqual(added);
      expect([...first].sort()).toEqual([...added].sort());
      node.leads.release({ campaignId: 'chooser', leadIds: [...first], at: world.now(), why: 'test' });
      await node.settle();
      expect(await nextClaim(node, 6_000, 30)).toEqual(first);
    });

    test('keeps the shares of lists within a lead, and gives the part of a dry list to the others', async () => {
      const { world } = campaign;
      await add(
        'list',
        Array.from({ length: 60 }, () => ({})),
      );
      await add(
        'gold',
        Array.from({ length: 30 }, () => ({})),
      );
      await add(
        'last',
        Array.from({ length: 5 }, () => ({})),
      );
      const lists = [
        { listId: 'list', share: 0.3 },
        { listId: 'gold', share: 0.7 },
        { listId: 'last', priority: -1 },
      ];
      const node = await start({ lists }, ['list', 'gold', 'last']);
      const taken: string[] = [];
      for (const count of [1, 2, 7, 10, 20])
        taken.push(...(await claim(world, node, 'chooser', count)).map(({ listId }) => listId));
      for (let length = 1; length <= 40; length += 1) {
        const gold = taken.slice(0, length).filter((listId) => listId === 'gold').length;
        expect(Math.abs(gold - 0.7 * length)).toBeLessThan(1);
      }
      const rest = (await claim(world, node, 'chooser', 90)).map(({ listId }) => listId);
      expect(rest).toHaveLength(55);
      expect(rest.slice(-5)).toEqual(Array.from({ length: 5 }, () => 'last'));
    });

    test('walks a list of several thousand leads whose priorities differ', async () => {
      const { world } = campaign;
      const rows = Array.from({ length: 5_000 }, (_, index) => ({
        balance: String(index % 100),
        priority: index % 3 === 0 ? index : 0,
      }));
      await add('list', rows);
      const node = await start({ filter: await condition('balance == "42"') });
      const leads = await claim(world, node, 'chooser', 100);
      expect(leads).toHaveLength(50);
      const priorities = leads.map(({ priority }) => priority);
      expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
      expect(world.now()).toBeGreaterThan(START - DAY);
    });
  });
}
