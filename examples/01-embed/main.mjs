// The smallest program on outdial: two agents, three leads, the simulated carrier.
// Run: node examples/01-embed/main.mjs
import { createDialer } from 'outdial';

export async function main(print = console.log) {
  const dialer = await createDialer({
    campaign: {
      id: 'hello',
      name: 'Hello',
      mode: 'progressive',
      callerNumber: '+12025550100',
      countries: ['US'],
      live: true,
      lists: [{ id: 'hello' }],
      store: { url: 'sqlite::memory:' },
      compliance: { purpose: 'informational' },
      abandonment: {
        identification: ['sound:example/who-called'],
        optOutNumber: '+12025550199',
        optOutOffer: ['sound:example/press-nine'],
      },
    },
    leads: [
      { phone: '+12025550143', name: 'Ana' },
      { phone: '+13125550121', name: 'Ben' },
      { phone: '+14155550178', name: 'Cleo' },
    ],
  });
  dialer.on('call.connected', ({ agentId, lead }) => print(`${agentId} talks to ${lead.fields.name}`));
  dialer.on('agent.state', ({ agentId, state }) => state === 'wrap-up' && dialer.dispose(agentId, 'sale'));
  dialer.on('leads.dry', () => dialer.stop());
  await dialer.start();
  for (const agentId of ['agent-1', 'agent-2']) {
    await dialer.logIn({ agentId });
    await dialer.ready(agentId);
  }
  const { statistics } = await dialer.run();
  print(`${statistics.dials} calls`, statistics.outcomes);
  await dialer.close();
  return statistics;
}

if (process.argv[1] === import.meta.filename) await main();
