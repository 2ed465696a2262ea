// Preview mode as an agent works in it: see the lead, accept or skip it, talk, set the disposition.
// Run: node examples/02-preview-agent/main.mjs
import { createDialer } from 'outdial';

const campaign = {
  id: 'preview',
  name: 'Preview',
  mode: 'preview',
  callerNumber: '+12025550100',
  countries: ['US'],
  live: true,
  lists: [{ id: 'vip' }],
  store: { url: 'sqlite::memory:' },
  compliance: { purpose: 'informational' },
  preview: { timeoutSeconds: 60, onTimeout: 'skip', skipDelayMinutes: 240 },
  abandonment: {
    identification: ['sound:example/who-called'],
    optOutNumber: '+12025550199',
    optOutOffer: ['sound:example/press-nine'],
  },
};
const leads = [
  { phone: '+12025550143', name: 'Ana', balance: '120.00' },
  { phone: '+13125550121', name: 'Ben', balance: '3.50' },
  { phone: '+14155550178', name: 'Cleo', balance: '980.00' },
  { phone: '+16175550134', name: 'Dan', balance: '45.10' },
];

export async function main(print = console.log) {
  const dialer = await createDialer({ campaign, leads });
  // The agent's screen shows the lead with its fields. This agent skips small balances.
  dialer.on('preview.offered', ({ agentId, lead }) => {
    const worthIt = Number(lead.fields.balance) >= 10;
    print(`${agentId} sees ${lead.fields.name}, ${lead.fields.balance}: ${worthIt ? 'accept' : 'skip'}`);
    dialer.after(5_000, () => (worthIt ? dialer.accept(agentId) : dialer.skip(agentId, 'small balance')));
  });
  dialer.on('call.connected', ({ agentId, lead }) => {
    print(`${agentId} talks to ${lead.fields.name}`);
    dialer.after(30_000, () =>
      dialer.dispose(agentId, lead.fields.name === 'Ana' ? 'sale' : 'not-interested'),
    );
  });
  // The agent sets the disposition in wrap-up, no matter who hung up.
  dialer.on(
    'agent.state',
    ({ agentId, state }) => state === 'wrap-up' && dialer.dispose(agentId, 'call-dropped'),
  );
  dialer.on('order.rejected', ({ order, reason }) => print(`${order}: ${reason}`));
  await dialer.start();
  await dialer.logIn({ agentId: 'ana' });
  await dialer.ready('ana');
  const statistics = await dialer.runFor(20 * 60_000);
  await dialer.stop();
  await dialer.run();
  print(statistics.outcomes, statistics.dispositions);
  await dialer.close();
  return statistics;
}

if (process.argv[1] === import.meta.filename) await main();
