// A CRM that pushes leads and reads the results: a verdict for each row, an urgent lead dialed first, and the
// disposition of each call.
// Run: node examples/07-crm/main.mjs
import { createDialer } from 'outdial';

const campaign = {
  id: 'crm',
  name: 'Renewals from the CRM',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  live: true,
  lists: [{ id: 'renewals' }],
  store: { url: 'sqlite::memory:' },
  compliance: { purpose: 'informational' },
  abandonment: {
    identification: ['sound:example/who-called'],
    optOutNumber: '+12025550199',
    optOutOffer: ['sound:example/press-nine'],
  },
  simulation: { answerShare: 0.8, machineShare: 0.1, ringMeanSeconds: 4 },
};
const contacts = [
  { account: 'A-1', phone: '(202) 555-0143', name: 'Ana' },
  { account: 'A-2', phone: '+1 312 555 0121', name: 'Ben' },
  { account: 'A-3', phone: 'unknown', name: 'Cleo' },
  { account: 'A-4', phone: '+14155550178', name: 'Dan' },
];

export async function main(print = console.log) {
  const dialer = await createDialer({ campaign });
  const crm = new Map(); // what the CRM knows, by account
  const accountOf = new Map(); // accounts by lead id

  const push = async (rows, options) => {
    const verdicts = await dialer.addLeads(rows, options);
    for (const [index, { verdict, leadId, problems }] of verdicts.entries()) {
      const { account } = rows[index];
      if (leadId !== null) accountOf.set(leadId, account);
      crm.set(account, verdict);
      print(`${account} ${verdict}`, problems.at(-1)?.remedy ?? '');
    }
  };
  dialer.on('attempt.closed', ({ leadId, result }) => {
    crm.set(accountOf.get(leadId), result.disposition ?? result.outcome);
  });
  dialer.on('agent.state', ({ agentId, state }) => {
    if (state === 'wrap-up') void dialer.dispose(agentId, 'sale');
  });

  await dialer.start();
  await dialer.logIn({ agentId: 'eve' });
  await push(contacts);
  const { closed } = await dialer.closeLeads([{ account: 'A-4' }], 'paid meanwhile');
  print(`${closed} lead closed before its call`);
  await dialer.ready('eve');
  await dialer.runFor(5 * 60_000);

  await push([{ account: 'A-5', phone: '+12125550155', name: 'Fay' }], { first: true });
  await dialer.runFor(10 * 60_000);
  await dialer.stop();
  await dialer.run();
  await dialer.close();
  print(Object.fromEntries(crm));
  return crm;
}

if (process.argv[1] === import.meta.filename) await main();
