import { Readable } from 'node:stream';
import {
  addDoNotCall,
  importLeads,
  personIdOf,
  recordConsents,
  recordContact,
  recordLearned,
  removeDoNotCall,
  setKillSwitch,
  type Store,
} from '@outdial/store';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';

const LEADS = 48;
/**
 * A Jamaican number, with the country code of the United States: an interlock refuses it to who asks for it.
 */
const ABROAD = '+18762345678';
const AGENTS = ['ana', 'ben', 'cleo', 'dan', 'eva'];
const MINUTE = 60_000;
const STARTS_AT = '2026-06-10T13:00:00-04:00';

/** A campaign on the simulated carrier. */
export const CAMPAIGN: CampaignInput = {
  id: 'spring',
  name: 'Spring',
  mode: 'predictive',
  callerNumber: '+12025550100',
  countries: ['US'],
  live: true,
  lists: [{ id: 'spring-list', defaultCountry: 'US' }],
  compliance: {
    purpose: 'telemarketing',
    seller: 'Example Company',
    doNotCallVersion: '2026-06-01',
    callerNumberTakesRequests: true,
    scriptIdentifies: true,
  },
  abandonment: {
    identification: ['sound:outdial/identification'],
    optOutNumber: '+12025550199',
    optOutOffer: ['sound:outdial/opt-out-offer'],
    transcript:
      'This is Example Company with a telemarketing call. ' +
      'To stop calls from us, press 9 now or call 202 555 0199.',
  },
  telephony: { kind: 'simulated' },
  simulation: { startsAt: STARTS_AT, answerShare: 0.6, ringMeanSeconds: 8, talkMeanSeconds: 40 },
};

/** Number of a lead; those beyond the list belong to nobody. */
export function phoneOf(index: number): string {
  return `+1312555${1000 + index}`;
}

/** Asked not to be called when everything was over: the last entry of the chain of orders. */
export const LAST_REQUEST = '+13125551901';

/** Half of the leads have consent. */
function listText(): string {
  const rows = Array.from({ length: LEADS }, (_, index) => {
    const consent = index % 2 === 0 ? 'written,2026-05-01,form-7' : ',,';
    return `${index},${phoneOf(index)},IL,${consent}`;
  });
  return ['account,phone,state,kind,given,proof', ...rows, ''].join('\n');
}

/**
 * Dials a campaign on the simulated carrier: an import with consents, opt-outs, a mistaken opt-out,
 * callbacks, abandoned calls, contacts, learned facts, a consent by letter, and turns of the kill switch.
 */
export async function dialCampaign(store: Store): Promise<void> {
  await importLeads(store, Readable.from([listText()]), {
    listId: 'spring-list',
    defaultCountry: 'US',
    columns: { kind: 'consentType', given: 'consentAt', proof: 'consentEvidence' },
  });
  await tellOfPersons(store);
  const dialer = await createDialer({ campaign: CAMPAIGN, store, env: {} });
  await dialer.start();
  workAs(dialer);
  await dialer.runFor(1_000);
  await dialer.logIn({ agentId: 'fay' });
  await dialer.dialNow('fay', { phone: ABROAD });
  dialer.after(40 * MINUTE, () => void dialer.stop());
  await dialer.run();
  await dialer.close();
  await addDoNotCall(store, [{ phone: LAST_REQUEST, at: Date.parse(STARTS_AT), source: 'letter' }]);
}

/** What comes by other ways than calls. */
async function tellOfPersons(store: Store): Promise<void> {
  const at = Date.parse(STARTS_AT) - 24 * 60 * MINUTE;
  const personId = personIdOf(store, { phone: phoneOf(3) });
  await addDoNotCall(
    store,
    [5, 6, 900].map((index) => ({ phone: phoneOf(index), at, source: 'web form' })),
  );
  await removeDoNotCall(store, { phone: phoneOf(900) }, 'mistaken');
  await recordContact(store, { phone: phoneOf(3), at, direction: 'inbound', outcome: 'conversation' });
  await recordConsents(store, [{ personId, type: 'express', at, evidence: 'letter', source: 'letter' }]);
  await recordLearned(
    store,
    { personId: personIdOf(store, { phone: phoneOf(7) }), phone: phoneOf(7) },
    { kind: 'employer-prohibits', at, source: 'agent' },
  );
  await setKillSwitch(store, { on: true, reason: 'rehearsal' });
  await setKillSwitch(store, { on: false, reason: 'rehearsal over' });
}

/** Agents who give every kind of disposition, and leave while calls are ringing. */
function workAs(dialer: Dialer): void {
  const codes = ['sale', 'callback', 'do-not-call', 'not-interested', 'wrong-number', 'right-party'];
  let given = 0;
  dialer.on('agent.state', ({ agentId, state }) => {
    if (state !== 'wrap-up') return;
    const code = codes[given % codes.length] ?? 'sale';
    given += 1;
    const callback = { at: dialer.now() + 5 * MINUTE, agentId, note: 'after lunch' };
    dialer.after(2_000, () => {
      void dialer.dispose(agentId, code, ...(code === 'callback' ? [{ callback }] : []));
      void dialer.ready(agentId);
    });
  });
  // Until a call was abandoned: everybody leaves while calls are ringing, and is back a while later.
  let wasAbandoned = false;
  let areAway = false;
  dialer.on('call.abandoned', () => (wasAbandoned = true));
  dialer.on('call.ringing', () => {
    if (wasAbandoned || areAway || given < 6) return;
    areAway = true;
    for (const agentId of AGENTS) void dialer.logOut(agentId);
    dialer.after(2 * MINUTE, () => {
      areAway = false;
      logIn(dialer);
    });
  });
  logIn(dialer);
}

function logIn(dialer: Dialer): void {
  for (const agentId of AGENTS) {
    void dialer.logIn({ agentId });
    void dialer.ready(agentId);
  }
}
