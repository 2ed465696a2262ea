// Claims, opens and closes as fast as it can until it is killed: node dial-process.mjs <store url> <campaign>
// <seed>. Prints 'dialing' at each attempt.
import { createJournal, createLeadQueue, openStore } from '../../dist/index.js';

const [url, campaignId, seed] = process.argv.slice(2);
const store = await openStore({ url });
let state = Number(seed) >>> 0;
const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
const open = new Map();
let serial = 0;
let epoch = 0;
const gate = {
  decide: (request) => ({
    allowed: true,
    refusals: [],
    nextAllowedAt: request.at,
    record: { at: request.at },
  }),
};

const claim = () =>
  leads.claim({ campaignId, requestId: `${(serial += 1)}`, count: 10, at: Date.now(), agentIds: [] });
const close = (attemptId, lead) => {
  const at = Date.now();
  if (random() < 0.5) journal.mark({ campaignId, attemptId, mark: 'live-answer', at });
  const next = {
    status: 'open',
    nextDialableAt: at,
    phoneIndex: lead.phoneIndex,
    reason: 'retry',
    why: 'again',
  };
  journal.close({
    campaignId,
    attemptId,
    at,
    result: {
      outcome: 'no-answer',
      liveAnswer: false,
      abandoned: false,
      dialedAt: at,
      endedAt: at,
      countsAsAttempt: true,
      closes: 'none',
      learned: [],
      lead: next,
    },
  });
};
const on = {
  'campaign.recovered': (fact) => {
    epoch = fact.epoch;
    for (const attempt of fact.open) close(attempt.attemptId, attempt.lead);
    claim();
  },
  'leads.claimed': (fact) => {
    for (const lead of fact.leads) {
      const attemptId = `${campaignId}-${epoch}-${(serial += 1)}`;
      open.set(attemptId, lead);
      journal.open({
        campaignId,
        attemptId,
        lead,
        phone: lead.phones[lead.phoneIndex].phone,
        callerNumber: '+13035550100',
        mode: 'power',
        humanInitiated: false,
        voices: ['live'],
        at: Date.now(),
      });
    }
    setTimeout(claim, fact.leads.length > 0 ? 1 : 10);
  },
  'leads.claim-failed': () => setTimeout(claim, 50),
  'attempt.opened': (fact) => {
    console.log('dialing');
    setTimeout(() => close(fact.attemptId, open.get(fact.attemptId)), random() * 20);
  },
  'attempt.in-progress': (fact) =>
    leads.release({
      campaignId,
      leadIds: [open.get(fact.attemptId).leadId],
      at: Date.now(),
      why: 'in-progress',
    }),
};
const options = {
  node: campaignId,
  sink: (fact) => on[fact.type]?.(fact),
  // Each process takes over from the one that was killed before it.
  onLease: () => undefined,
  onFault: (fault) => console.error(fault),
};
const leads = createLeadQueue(store, options);
// As dialers on real time have it: the more waits to be written, the more a kill finds unwritten.
const journal = createJournal(store, { ...options, gate, gatherMs: 50 });
journal.recover({ campaignId, since: [], at: Date.now() });
setInterval(() => undefined, 1_000);
