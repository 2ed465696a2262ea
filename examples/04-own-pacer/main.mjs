// A pacer of your own: the shipped one, limited to a number of calls beyond the free agents.
// Run: node examples/04-own-pacer/main.mjs
import { createPacer } from '@outdial/core';
import { createDialer } from 'outdial';

/** An object with these four methods is a pacer. This one limits the decision of the shipped pacer. */
export function createCautiousPacer(options, most) {
  const inner = createPacer(options);
  return {
    observe: (fact) => inner.observe(fact),
    decide: (now, atHand) => {
      const decision = inner.decide(now, atHand);
      const room = Math.max(0, decision.why.freeAgents + most - decision.why.callsInFlight);
      return { ...decision, calls: Math.min(decision.calls, room) };
    },
    configure: (changes, at) => inner.configure(changes, at),
    snapshot: () => inner.snapshot(),
  };
}

const MOST_BEYOND_FREE_AGENTS = 2;
const AGENTS = ['ana', 'ben', 'cleo', 'dan'];
const campaign = {
  id: 'cautious',
  name: 'Cautious',
  mode: 'predictive',
  callerNumber: '+12025550100',
  countries: ['US'],
  live: true,
  lists: [{ id: 'list' }],
  store: { url: 'sqlite::memory:' },
  compliance: { purpose: 'informational' },
  abandonment: {
    identification: ['sound:example/who-called'],
    optOutNumber: '+12025550199',
    optOutOffer: ['sound:example/press-nine'],
  },
};
const leads = Array.from({ length: 400 }, (_, index) => ({
  phone: `+1${[202, 212, 312, 415][Math.floor(index / 100)]}55501${String(index % 100).padStart(2, '0')}`,
}));

export async function main(print = console.log, minutes = 30) {
  const pacer = createCautiousPacer({ mode: 'predictive' }, MOST_BEYOND_FREE_AGENTS);
  const dialer = await createDialer({ campaign, leads, pacer });
  dialer.on(
    'agent.state',
    ({ agentId, state }) =>
      state === 'wrap-up' && dialer.after(10_000, () => dialer.dispose(agentId, 'not-interested')),
  );
  await dialer.start();
  for (const agentId of AGENTS) {
    await dialer.logIn({ agentId });
    await dialer.ready(agentId);
  }
  const statistics = await dialer.runFor(minutes * 60_000);
  await dialer.stop();
  await dialer.run();
  print(
    `occupancy ${(statistics.occupancy * 100).toFixed(1)} %, ` +
      `${statistics.abandoned} of ${statistics.liveAnswers} abandoned`,
  );
  await dialer.close();
  return statistics;
}

if (process.argv[1] === import.meta.filename) await main();
