import { expect, test } from '@jest/globals';
import { createDialer, findLeads, type CampaignInput } from 'outdial';

const campaign: CampaignInput = {
  id: 'tip',
  name: 'Tip',
  mode: 'progressive',
  callerNumber: '+12125550001',
  countries: ['US'],
  live: true,
  lists: [{ id: 'people' }],
  leads: { filter: 'balance > 500' },
  store: { url: 'sqlite::memory:' },
  telephony: { kind: 'simulated' },
  simulation: { startsAt: '2026-06-10T13:00:00-04:00' },
  compliance: { purpose: 'informational' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12125550002', optOutOffer: ['sound:b'] },
};

test('a lead that the filter passes by is told so, with the filter; one that it takes is not', async () => {
  await using dialer = await createDialer({ campaign });
  await dialer.addLeads([
    { phone: '+12125551000', account: 'rich', balance: '900' },
    { phone: '+12125551001', account: 'poor', balance: '12' },
    { phone: '+12125551002', account: 'silent' },
  ]);
  const passedBy = async (account: string): Promise<readonly string[]> => {
    const [lead] = await findLeads(dialer.store, { account, limit: 1 });
    if (!lead) throw new Error(`no lead ${account}`);
    const { reasons } = await dialer.explainLead(lead);
    return reasons.filter(({ kind }) => kind === 'filtered').map(({ text }) => text);
  };

  const text = 'The filter of the campaign passes it by: balance > 500.';
  expect(await passedBy('rich')).toEqual([]);
  expect(await passedBy('poor')).toEqual([text]);
  expect(await passedBy('silent')).toEqual([text]);
});
