/** One size on one database, in a process of its own. Prints what each step took as one line of JSON. */
import { execFile } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import * as outdial from '@outdial/store';
import { fillHistory } from './fill.mjs';

const [url, attemptsText, daysText] = process.argv.slice(2);
const DAY = 86_400_000;
/** Days of the oldest history that are archived, beside claims. */
const DAYS_ARCHIVED = 60;
const listId = 'list';
const campaignId = 'bench';
const REGIONS = ['NY', 'IL', 'CO', 'CA', 'TX', 'NV', 'FL', 'WA', 'OR', 'AZ'];
let store = await outdial.openStore({ url, connections: 8 });
let onFact = () => undefined;
const sink = (fact) => onFact(fact);
const onFault = (fault) => {
  throw new Error(`${fault.what}: ${fault.detail}`);
};
/** What an evaluation of the law holds, about as long as one is. */
const record = {
  request: { lead: { country: 'US' }, note: 'x'.repeat(300) },
  verdict: { allowed: true },
};
const gate = {
  decide: ({ at }) => ({
    allowed: true,
    refusals: [],
    nextAllowedAt: at,
    record: {},
    evaluations: [record],
  }),
};
let journal;
let queue;

async function startPorts() {
  journal = outdial.createJournal(store, {
    node: 'bench',
    sink,
    onFault,
    gate,
  });
  const windowOf = (_place, at) => ({ open: true, changesAt: at + DAY });
  queue = outdial.createLeadQueue(store, {
    node: 'bench',
    sink,
    onFault,
    windowOf,
  });
  await answered('campaign.recovered', () => journal.recover({ campaignId, since: [], at: Date.now() }));
}

async function stopPorts() {
  await queue.stop();
  await journal.stop();
}

function answered(type, ask) {
  return new Promise((resolve, reject) => {
    onFact = (fact) => (fact.type === type ? resolve(fact) : reject(new Error(JSON.stringify(fact))));
    ask();
  });
}

let requests = 0;
async function claim(count) {
  const requestId = `r${(requests += 1)}`;
  const command = {
    campaignId,
    requestId,
    count,
    at: Date.now(),
    agentIds: [],
  };
  return (await answered('leads.claimed', () => queue.claim(command))).leads;
}

function open(attemptId, lead, at) {
  const call = {
    campaignId,
    attemptId,
    lead,
    phone: lead.phones[0].phone,
    callerNumber: '+13035550100',
    at,
  };
  const how = { mode: 'predictive', humanInitiated: false, voices: ['live'] };
  return answered('attempt.opened', () => journal.open({ ...call, ...how }));
}

function close(attemptId, at) {
  const lead = {
    status: 'open',
    nextDialableAt: at + DAY,
    phoneIndex: 0,
    reason: 'retry',
    why: 'retry-busy',
  };
  const result = {
    ...{
      outcome: 'busy',
      liveAnswer: false,
      abandoned: false,
      dialedAt: at,
      endedAt: at,
      closes: 'none',
    },
    ...{
      countsAsAttempt: true,
      learned: [],
      cause: { q850: 17, by: 'party' },
      lead,
    },
  };
  return answered('attempt.closed', () => journal.close({ campaignId, attemptId, result, at }));
}

/** So many calls, through the journal, all of them within an hour. */
async function callAll(count, idOf) {
  let leads = [];
  for (let index = 0; index < count; index += 1) {
    if (leads.length === 0) leads = [...(await claim(100))];
    const at = Date.now() - DAY + index * 3_000;
    await open(idOf(index), leads.shift(), at);
    await close(idOf(index), at + 2_000);
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

async function measure(times, step, after = async () => undefined) {
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  const took = [];
  pauses.enable();
  for (let index = 0; index < times; index += 1) {
    const began = performance.now();
    await step(index);
    took.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 2));
    await after();
  }
  pauses.disable();
  return { ms: median(took), firstMs: took[0], pauseMs: pauses.max / 1e6 };
}

const leads = Array.from({ length: 2_000 }, (_, index) => ({
  phones: [{ phone: `+1303${5_550_000 + index}` }],
  facts: { country: 'US', region: REGIONS[index % 10] },
}));
await outdial.addLeads(store, leads, { listId });
await outdial.registerCampaign(store, {
  campaignId,
  lists: [listId],
  purpose: 'telemarketing',
});
await startPorts();
const filled = performance.now();
const attempts = await fillHistory(store, callAll, {
  attempts: Number(attemptsText),
  days: Number(daysText),
});
const steps = { attempts, fillSeconds: (performance.now() - filled) / 1_000 };
await stopPorts();
await store.close();

// What the filling left to be written would be waited for by the opening.
await promisify(execFile)('sync');
steps['open the store'] = await measure(
  5,
  async () => (store = await outdial.openStore({ url, connections: 8 })),
  () => store.close(),
);
store = await outdial.openStore({ url, connections: 8 });
const newest = await outdial.readLatestAttemptAt(store);
steps['newest attempt'] = await measure(5, () => outdial.readLatestAttemptAt(store));
const day = { from: newest - DAY, to: newest + 1 };
let ofDay = 0;
let some;
steps['status, of all attempts'] = await measure(3, () => outdial.readStanding(store, campaignId));
steps['report of a day'] = await measure(3, async () => {
  ofDay = 0;
  await outdial.reportCampaign(store, campaignId, day, (attempt) => {
    ofDay += 1;
    some = attempt;
  });
  await outdial.readStaffing(store, campaignId, day);
  await outdial.readPauses(store, campaignId, day);
  await outdial.readStaffedHours(store, campaignId, day);
});
steps.ofDay = ofDay;
let ofNumber = 0;
steps['explain a number'] = await measure(20, async () => {
  const trail = await outdial.readNumberTrail(store, some.phone);
  ofNumber = trail.attempts.length;
  for await (const found of outdial.readDecisionRecords(store, {
    phone: some.phone,
  }))
    void found;
});
steps.ofNumber = ofNumber;
const [{ personId }] = (await outdial.readNumberTrail(store, some.phone)).attempts;
const [lead] = await outdial.listLeads(store, { listId, limit: 1 });
steps['calls to a lead'] = await measure(20, async () => {
  for await (const attempt of outdial.readAttempts(store, {
    leadId: lead.leadId,
  }))
    void attempt;
});
steps['persons to erase, one page'] = await measure(3, () =>
  outdial.readPersonsBefore(store, newest - 1_000 * DAY).next(),
);
steps['what erasing a person takes'] = await measure(5, () =>
  outdial.erasePersons(store, [personId], {
    reason: 'bench',
    isWhole: true,
    dryRun: true,
  }),
);
await startPorts();
const claimed = await claim(100);
steps['open an attempt'] = await measure(100, (index) => open(`late-${index}`, claimed[index], Date.now()));
steps['close an attempt'] = await measure(100, (index) => close(`late-${index}`, Date.now()));
await measureArchive();
await stopPorts();
await store.close();
console.log(JSON.stringify(steps));

/** Claims alone and beside an archiving of the oldest days; then what reaches into the archive. */
async function measureArchive() {
  const claimOnce = async () => {
    const [leads] = [await claim(10)];
    queue.release({
      campaignId,
      leadIds: leads.map(({ leadId }) => leadId),
      why: 'bench',
      at: Date.now(),
    });
  };
  let oldest = newest;
  for await (const { openedAt } of outdial.readAttempts(store, {
    campaignId,
    limit: 1,
  }))
    oldest = openedAt;
  const archived = { from: oldest, to: oldest + DAYS_ARCHIVED * DAY };
  /** Claims with rests, until something is done: at least so many. */
  const claimUntil = async (isDone, least) => {
    const took = [];
    while (!isDone() || took.length < least) {
      const from = performance.now();
      await claimOnce();
      took.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { ms: median(took), pauseMs: Math.max(...took) };
  };
  steps['claim ten leads'] = await claimUntil(() => true, 100);
  const began = performance.now();
  let done = null;
  const archiving = outdial.archiveHistory(store, { before: archived.to }).then((moved) => (done = moved));
  steps['claim ten leads beside archiving'] = await claimUntil(() => done !== null, 1);
  await archiving;
  steps.archivedAttempts = done.attempts;
  steps.archivingSeconds = (performance.now() - began) / 1_000;
  steps['report of an archived day'] = await measure(3, () =>
    outdial.reportCampaign(store, campaignId, {
      from: archived.to - 2 * DAY,
      to: archived.to - DAY,
    }),
  );
  steps['explain a number, archive and all'] = await measure(20, () =>
    outdial.readNumberTrail(store, some.phone),
  );
}
