/** One size on one database, in a process of its own. Prints what each step took as one line of JSON. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as outdial from '@outdial/store';
import { fillList } from './fill.mjs';
import { ofDatabase } from './statements.mjs';

const [url, leadsText] = process.argv.slice(2);
const HOUR = 3_600_000;
const CLAIMS = 40;
const LEADS_A_CLAIM = 50;
const ATTEMPTS = 400;
const LOOKS = 100;
const listId = 'list';
const campaignId = 'bench';

const store = await outdial.openStore({ url, connections: 8 });
await fillList(store, outdial, { listId, leads: Number(leadsText) });
await outdial.registerCampaign(store, { campaignId, lists: [listId], purpose: 'telemarketing' });
const run = ofDatabase(store);

let onFact = () => undefined;
const sink = (fact) => onFact(fact);
const onFault = (fault) => {
  throw new Error(`${fault.what}: ${fault.detail}`);
};
const gate = {
  decide: ({ at }) => ({ allowed: true, refusals: [], nextAllowedAt: at, record: {} }),
};
const windowOf = (_place, at) => ({ open: true, changesAt: at - (at % HOUR) + HOUR });
const journal = outdial.createJournal(store, { node: 'bench', sink, onFault, gate });
const queueOf = (selection) =>
  outdial.createLeadQueue(store, { node: 'bench', sink, onFault, windowOf, ...selection });
const queue = queueOf({});

/** Asks, and waits for the answer. */
function answered(type, ask) {
  return new Promise((resolve, reject) => {
    onFact = (fact) => (fact.type === type ? resolve(fact) : reject(new Error(JSON.stringify(fact))));
    ask();
  });
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Runs a step some times. Milliseconds of the wall clock and of the processor (which on SQLite is how long
 * the event loop was held), rows that the database read, and the longest pause of the event loop.
 */
async function measure(times, step) {
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  const took = [];
  const held = [];
  const before = await run.rowsRead();
  pauses.enable();
  for (let index = 0; index < times; index += 1) {
    const began = performance.now();
    const cpu = process.cpuUsage();
    await step(index);
    const { user, system } = process.cpuUsage(cpu);
    took.push(performance.now() - began);
    held.push((user + system) / 1_000);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  pauses.disable();
  const rows = before === null ? null : ((await run.rowsRead()) - before) / times;
  return { ms: median(took), cpuMs: median(held), rows, pauseMs: pauses.max / 1e6 };
}

await answered('campaign.recovered', () => journal.recover({ campaignId, since: [], at: Date.now() }));
const steps = {};
const survey = (of) =>
  answered('leads.surveyed', () => of.survey({ campaignId, at: Date.now(), agentIds: [] }));
const claimed = [];
let requests = 0;
const claim = async (of) => {
  const requestId = `r${(requests += 1)}`;
  const command = { campaignId, requestId, count: LEADS_A_CLAIM, at: Date.now(), agentIds: [] };
  return (await answered('leads.claimed', () => of.claim(command))).leads;
};
await claim(queue);
steps.claim = await measure(CLAIMS, async () => claimed.push(...(await claim(queue))));
const attemptIdOf = (index) => `${campaignId}-1-${index}`;
steps.open = await measure(ATTEMPTS, (index) =>
  answered('attempt.opened', () =>
    journal.open({
      campaignId,
      attemptId: attemptIdOf(index),
      lead: claimed[index],
      phone: claimed[index].phones[0].phone,
      callerNumber: '+13035550100',
      mode: 'predictive',
      humanInitiated: false,
      voices: ['live'],
      at: Date.now(),
    }),
  ),
);
steps.close = await measure(ATTEMPTS, (index) => {
  const at = Date.now();
  const lead = {
    status: 'open',
    nextDialableAt: at + HOUR,
    phoneIndex: 0,
    reason: 'retry',
    why: 'retry-busy',
  };
  const result = {
    ...{ outcome: 'busy', liveAnswer: false, abandoned: false, dialedAt: at, endedAt: at, closes: 'none' },
    ...{ countsAsAttempt: true, learned: [], cause: { q850: 17, by: 'party' }, lead },
  };
  return answered('attempt.closed', () =>
    journal.close({ campaignId, attemptId: attemptIdOf(index), result, at }),
  );
});
steps.survey = await measure(20, () => survey(queue));
steps['look up a number'] = await measure(LOOKS, (index) =>
  outdial.findLeads(store, { phone: claimed[index].phones[0].phone }),
);
steps['look up an account'] = await measure(LOOKS, (index) =>
  outdial.findLeads(store, { account: `A${index}`, listId }),
);
steps['lists of the store'] = await measure(5, () => outdial.readLists(store));

const read = await outdial.parseLeadCondition('balance > 900 and state in ["CO", "NV"]');
const filtered = queueOf({ selection: { filter: read.expression } });
await claim(filtered);
steps['claim by a filter'] = await measure(CLAIMS, () => claim(filtered));
steps['first survey of a filter'] = await measure(1, () => survey(filtered));
steps['survey of a filter'] = await measure(20, () => survey(filtered));

await filtered.stop();
await queue.stop();
await journal.stop();
await store.close();
console.log(JSON.stringify(steps));
