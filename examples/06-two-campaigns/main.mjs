// Two campaigns on one floor: one store, one telephony, and an agent who moves from one to the other.
// Run: node examples/06-two-campaigns/main.mjs
import { createFloor } from 'outdial';

const campaign = (id) => ({
  id,
  name: id,
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  live: true,
  lists: [{ id }],
  compliance: { purpose: 'informational' },
  abandonment: {
    identification: ['sound:example/who-called'],
    optOutNumber: '+12025550199',
    optOutOffer: ['sound:example/press-nine'],
  },
});
const leads = (areaCode) =>
  Array.from({ length: 100 }, (_, index) => ({
    phone: `+1${areaCode}55501${String(index).padStart(2, '0')}`,
  }));
const MINUTE = 60_000;

export async function main(print = console.log) {
  const floor = await createFloor({ store: { url: 'sqlite::memory:' } });
  const sales = await floor.addCampaign(campaign('sales'), { leads: leads('212') });
  const service = await floor.addCampaign(campaign('service'), { leads: leads('312') });
  const calls = { sales: 0, service: 0 };

  for (const dialer of floor.campaigns()) {
    dialer.on('call.connected', () => (calls[dialer.campaignId] += 1));
    dialer.on('agent.state', ({ agentId, state }) => {
      if (state === 'wrap-up') void dialer.dispose(agentId, 'right-party');
    });
    await dialer.start();
  }
  for (const agentId of ['ana', 'ben']) {
    await sales.logIn({ agentId });
    await sales.ready(agentId);
  }
  await sales.runFor(10 * MINUTE);
  print(`service: ${service.explain().reasons[0]?.text}`);

  await floor.moveAgent('ben', 'service'); // after the call that ben is on
  await sales.runFor(5 * MINUTE);
  await service.ready('ben');
  await service.runFor(15 * MINUTE);

  await floor.removeCampaign('sales'); // drains; the campaign 'service' continues
  await service.runFor(5 * MINUTE);
  print(`sales ${calls.sales} calls, service ${calls.service} calls`);
  await service.stop();
  await service.run();
  await floor.close();
  return calls;
}

if (process.argv[1] === import.meta.filename) await main();
