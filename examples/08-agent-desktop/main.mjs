// The back end of an agent's desktop: state and lead of each agent, answers to orders, a stream of events.
// Run: node examples/08-agent-desktop/main.mjs
import { createDialer, startControlServer } from 'outdial';

const campaign = {
  id: 'desk',
  name: 'Desk',
  mode: 'preview',
  callerNumber: '+12025550100',
  countries: ['US'],
  live: true,
  lists: [{ id: 'desk' }],
  store: { url: 'sqlite::memory:' },
  compliance: { purpose: 'informational' },
  abandonment: {
    identification: ['sound:example/who-called'],
    optOutNumber: '+12025550199',
    optOutOffer: ['sound:example/press-nine'],
  },
};
const leads = [
  { phone: '+12025550143', name: 'Ana' },
  { phone: '+13125550121', name: 'Ben' },
];
const token = 'an-example-token-of-32-characters';

export async function main(print = console.log) {
  const dialer = await createDialer({ campaign, leads });
  const server = await startControlServer({ dialer, host: '127.0.0.1', port: 0, token });
  const order = async (path, body = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${server.url}/v1/agents/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return `${path}: ${answer.status} ${await answer.text()}`;
  };

  await dialer.start();
  print(await order('eve/ready')); // 409: not logged in
  print(await order('eve/log-in', { station: 'PJSIP/101', skills: [] }));
  print(await order('eve/ready'));
  await dialer.runFor(3_000);

  // A screen that was reloaded reads the present state; it needs no history of events.
  const [eve] = dialer.agents();
  print(`${eve.agentId} sees ${eve.preview?.lead.fields.name} (${eve.state})`);
  print(`codes: ${dialer.dispositions.map(({ label }) => label).join(', ')}`);

  print(await order('eve/accept'));
  await dialer.runFor(2_000);
  print(
    `calls: ${dialer
      .calls()
      .map(({ stage, agentId }) => `${stage} for ${agentId}`)
      .join(', ')}`,
  );
  print(await order('eve/pause', { cod: 'lunch' })); // 400: names the field and the remedy
  print(await order('eve/pause', { code: 'lunch' }));
  await dialer.runFor(5 * 60_000);
  print(
    `why nothing is dialed: ${dialer
      .explain()
      .reasons.map(({ text }) => text)
      .join(' ')}`,
  );

  await dialer.stop();
  await dialer.run();
  await server.close();
  await dialer.close();
  return dialer.statistics();
}

if (process.argv[1] === import.meta.filename) await main();
