/**
 * One run of the store's hot path in a process of its own: leads added, claimed, opened, closed. Prints what
 * each step took as one line of JSON.
 */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const [checkout, url, leadsText] = process.argv.slice(2);
const entry = pathToFileURL(join(checkout, 'packages/store/dist/index.js')).href;
const { addLeads, createJournal, createLeadQueue, openStore, ...others } = await import(entry);
/** Checkouts from before November 2026 have the older name. */
const registerCampaign = others.registerCampaign ?? others.defineCampaign;

const HOUR = 3_600_000;
const ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];
const LEADS_A_CLAIM = 50;
const ATTEMPTS_AT_ONCE = 50;
const leadCount = Number(leadsText);
const campaignId = 'bench';

const store = await openStore({ url, connections: 16 });
let onFact = () => undefined;
const sink = (fact) => onFact(fact);
const onFault = (fault) => {
  throw new Error(`${fault.what}: ${fault.detail}`);
};

/** As large as what outdial's gate answers: a record with its trace for each voice. */
const trace = Array.from({ length: 40 }, (_, index) => ({
  rule: `rule.${index}`,
  verdict: 'allows',
  inputs: { one: index },
}));
const gate = {
  decide: (request) => ({
    allowed: true,
    refusals: [],
    nextAllowedAt: request.at,
    record: { closingMargin: 30_000 },
    evaluations: request.voices.map((voice) => ({
      ruleSetVersion: 'bench',
      request: { at: request.at, lead: request.lead, campaign: { voice }, history: request.history },
      verdict: { allowed: true, refusals: [], nextAllowedAt: request.at },
      trace,
    })),
  }),
};
const windowOf = ({ timeZone }, at) => ({
  open: true,
  changesAt: at - (at % HOUR) + HOUR * (1 + ZONES.indexOf(timeZone)),
});
const queue = createLeadQueue(store, { node: 'bench', sink, onFault, windowOf });
const journal = createJournal(store, { node: 'bench', sink, onFault, gate });

/** Runs `start(0)` to `start(count - 1)`, `atOnce` at a time, until each was answered; returns the cost. */
async function measure(count, atOnce, answer, start, take = () => undefined) {
  const cpu = process.cpuUsage();
  const began = performance.now();
  await new Promise((resolve, reject) => {
    let [next, answered] = [0, 0];
    const go = () => {
      if (next < count) start(next++);
    };
    onFact = (fact) => {
      if (fact.type !== answer) return reject(new Error(JSON.stringify(fact)));
      take(fact);
      answered += 1;
      if (answered === count) return resolve();
      go();
    };
    for (let index = 0; index < atOnce; index += 1) go();
  });
  return costOf(began, cpu);
}

function costOf(began, cpu) {
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - began, cpuMs: (user + system) / 1_000 };
}

async function addAll() {
  const cpu = process.cpuUsage();
  const began = performance.now();
  for (let first = 0; first < leadCount; first += 500) {
    const batch = Array.from({ length: Math.min(500, leadCount - first) }, (_, index) => first + index);
    await addLeads(
      store,
      batch.map((index) => ({
        phones: [{ phone: `+1303${2_000_000 + index}` }, { phone: `+1720${2_000_000 + index}` }],
        priority: index % 10,
        facts: { country: 'US', region: 'CO', timeZone: ZONES[index % 4] },
        fields: { name: 'x' },
        consents: [{ type: 'written', at: 1 }],
      })),
      { listId: 'list' },
    );
  }
  return costOf(began, cpu);
}

const add = await addAll();
await registerCampaign(store, { campaignId, lists: ['list'], purpose: 'telemarketing' });
const { epoch } = await new Promise((resolve) => {
  onFact = resolve;
  journal.recover({ campaignId, since: [], at: Date.now() });
});

const leads = [];
const claim = await measure(
  leadCount / LEADS_A_CLAIM,
  1,
  'leads.claimed',
  (index) =>
    queue.claim({
      campaignId,
      requestId: `r${index}`,
      count: LEADS_A_CLAIM,
      at: Date.now(),
      agentIds: ['a'],
    }),
  (fact) => leads.push(...fact.leads),
);

const attemptIdOf = (index) => `${campaignId}-${epoch}-${index}`;
const open = await measure(leads.length, ATTEMPTS_AT_ONCE, 'attempt.opened', (index) => {
  const lead = leads[index];
  journal.open({
    campaignId,
    attemptId: attemptIdOf(index),
    lead,
    phone: lead.phones[0].phone,
    callerNumber: '+13035550100',
    mode: 'predictive',
    humanInitiated: false,
    voices: ['live', 'prerecorded'],
    at: Date.now(),
  });
});

const close = await measure(leads.length, ATTEMPTS_AT_ONCE, 'attempt.closed', (index) => {
  const at = Date.now();
  const result = {
    outcome: 'no-answer',
    liveAnswer: false,
    abandoned: false,
    dialedAt: at,
    endedAt: at,
    countsAsAttempt: true,
    closes: 'none',
    learned: [],
    cause: { q850: 19, by: 'ring-timeout' },
    lead: {
      status: 'open',
      nextDialableAt: at + HOUR,
      phoneIndex: 1,
      reason: 'retry',
      why: 'retry-no-answer',
    },
  };
  journal.close({ campaignId, attemptId: attemptIdOf(index), result, at });
});

await queue.stop();
await journal.stop();
await store.close();
console.log(JSON.stringify({ count: leads.length, add, claim, open, close }));
