// Measures the store: node packages/store/tools/measure.mjs <url> [leads] [in flight]. The database must be
// empty; `npm run build` first.
import {
  addLeads,
  createJournal,
  createLeadQueue,
  defineCampaign,
  openStore,
  verifyAuditChain,
} from '../dist/index.js';

const [url, leadsText = '10000', flightText = '50'] = process.argv.slice(2);
if (!url) throw new Error('Give the address of an empty store, e.g. sqlite:/tmp/measure.db');
const total = Number(leadsText);
const inFlight = Number(flightText);
const ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];
const HOUR = 3_600_000;

const store = await openStore({ url, connections: 16 });
const asked = new Map();
let onAnswer = () => undefined;
let onClaimed = () => undefined;
const sink = (fact) => onAnswer(fact);
const trace = Array.from({ length: 40 }, (_, index) => ({
  rule: `rule.${index}`,
  verdict: 'allows',
  inputs: { one: index },
}));
/** As large as what outdial's gate answers for two voices: a record each. */
const evaluationOf = (request, voice) => ({
  ruleSetVersion: 'measure',
  zoneData: { knows: 'measure', corrected: [] },
  when: 'now',
  request: {
    at: request.at,
    lead: request.lead,
    campaign: { voice, mode: request.mode },
    history: request.history,
  },
  verdict: {
    allowed: true,
    refusals: [],
    nextAllowedAt: request.at,
    timeZones: [ZONES[0]],
    jurisdictions: ['US', 'US-CO'],
  },
  trace,
});
const gate = {
  decide: (request) => ({
    allowed: true,
    refusals: [],
    nextAllowedAt: request.at,
    record: { closingMargin: 30_000 },
    evaluations: request.voices.map((voice) => evaluationOf(request, voice)),
  }),
};
const onFault = (fault) => console.error(fault);
const queue = createLeadQueue(store, {
  node: 'measure',
  sink,
  onFault,
  windowOf: ({ timeZone }, at) => ({
    open: true,
    changesAt: at - (at % HOUR) + HOUR * (1 + ZONES.indexOf(timeZone)),
  }),
});
const journal = createJournal(store, { node: 'measure', sink, gate, onFault });

/**
 * Runs `start` for 0 .. count - 1, so many at a time, until each was answered by a fact of the type; prints
 * rate, CPU and latency.
 */
async function measure(what, count, start, type, perAnswer = 1) {
  const latencies = [];
  const cpu = process.cpuUsage();
  const began = performance.now();
  await new Promise((resolve, reject) => {
    let next = 0;
    const go = () => {
      if (next >= count) return;
      asked.set(start(next), performance.now());
      next += 1;
    };
    onAnswer = (fact) => {
      if (fact.type !== type) return reject(new Error(JSON.stringify(fact)));
      if (type === 'leads.claimed') onClaimed(fact);
      latencies.push(performance.now() - asked.get(fact.attemptId ?? fact.requestId));
      if (latencies.length === count) return resolve();
      go();
    };
    for (let index = 0; index < (perAnswer > 1 ? 1 : inFlight); index += 1) go();
  });
  report(what, count * perAnswer, began, cpu, latencies);
}

function report(what, count, began, cpu, latencies = []) {
  const seconds = (performance.now() - began) / 1_000;
  const used = process.cpuUsage(cpu);
  const sorted = latencies.sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor(sorted.length * share)]?.toFixed(1) ?? '-';
  console.log(
    `${what.padEnd(10)} ${(count / seconds).toFixed(0).padStart(7)}/s   CPU ${((used.user + used.system) / count).toFixed(0).padStart(5)} us each   p50 ${at(0.5)} ms   p99 ${at(0.99)} ms`,
  );
}

let [began, cpu] = [performance.now(), process.cpuUsage()];
for (let first = 0; first < total; first += 500) {
  const batch = Array.from({ length: Math.min(500, total - first) }, (_, index) => first + index);
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
report('add', total, began, cpu);
await defineCampaign(store, { campaignId: 'c', lists: ['list'], purpose: 'telemarketing' });
const { epoch } = await new Promise((resolve) => {
  onAnswer = resolve;
  journal.recover({ campaignId: 'c', since: [], at: Date.now() });
});
const BATCH = 50;
const leads = [];
onClaimed = (fact) => leads.push(...fact.leads);
await measure(
  'claim',
  Math.floor(total / 2 / BATCH),
  (index) => {
    queue.claim({ campaignId: 'c', requestId: `r${index}`, count: BATCH, at: Date.now(), agentIds: ['a'] });
    return `r${index}`;
  },
  'leads.claimed',
  BATCH,
);
await measure(
  'open',
  leads.length,
  (index) => {
    const [lead, attemptId] = [leads[index], `c-${epoch}-${index}`];
    journal.open({
      campaignId: 'c',
      attemptId,
      lead,
      phone: lead.phones[0].phone,
      callerNumber: '+13035550100',
      mode: 'predictive',
      humanInitiated: false,
      voices: ['live', 'prerecorded'],
      at: Date.now(),
    });
    return attemptId;
  },
  'attempt.opened',
);
await measure(
  'close',
  leads.length,
  (index) => {
    const [at, attemptId] = [Date.now(), `c-${epoch}-${index}`];
    const lead = {
      status: 'open',
      nextDialableAt: at + HOUR,
      phoneIndex: 1,
      reason: 'retry',
      why: 'retry-no-answer',
    };
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
      lead,
    };
    journal.close({ campaignId: 'c', attemptId, result, at });
    return attemptId;
  },
  'attempt.closed',
);
await measure(
  'survey',
  1,
  () => {
    queue.survey({ campaignId: 'c', at: Date.now() });
    return undefined;
  },
  'leads.surveyed',
  2,
);
[began, cpu] = [performance.now(), process.cpuUsage()];
const { ok, entries } = await verifyAuditChain(store);
report('verify', entries, began, cpu);
if (!ok) throw new Error('the audit trail does not hold');
await queue.stop();
await journal.stop();
await store.close();
