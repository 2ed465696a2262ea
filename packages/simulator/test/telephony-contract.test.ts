/** The simulated carrier passes the contract of the `Telephony` port, in virtual time. */
import type { Fact } from '@outdial/core';
import type {
  Behaviour,
  TelephonyBench,
  TelephonyBenchFactory,
} from '../../asterisk-adapter/test/contract/telephony-bench.js';
import { telephonyContract } from '../../asterisk-adapter/test/contract/telephony-contract.js';
import {
  createRandom,
  createSimulatedCarrier,
  createVirtualClock,
  DEFAULT_CARRIER,
  type CallPlan,
} from '../src/index.js';

const START = Date.UTC(2026, 10, 30, 15);
const PATIENCE_MS = 60_000;

/** What every call has in common: no chance is left to it. */
const PLAIN: Partial<CallPlan> = {
  fate: 'human',
  setup: 100,
  ring: 400,
  giveUp: 120_000,
  conversationPatience: 60_000,
  silencePatience: 60_000,
  recordingPatience: 60_000,
  utterance: 60_000,
  key: null,
  bridgeDelay: 50,
  bridgeFails: false,
};
const PLANS: Readonly<Record<Behaviour, Partial<CallPlan>>> = {
  answers: PLAIN,
  'answers-briefly': { ...PLAIN, silencePatience: 1_000 },
  rings: { ...PLAIN, fate: 'no-answer' },
  busy: { ...PLAIN, fate: 'busy' },
  silent: { ...PLAIN, fate: 'never-rings' },
};
const BEHAVIOURS = Object.keys(PLANS) as Behaviour[];

const createBench: TelephonyBenchFactory = ({ lines }) => {
  const clock = createVirtualClock({ startAt: START });
  const reactions: ((fact: Fact) => void)[] = [];
  let facts: Fact[] = [];
  const carrier = createSimulatedCarrier({
    clock,
    random: createRandom(1),
    model: { ...DEFAULT_CARRIER, agentNoAnswerShare: 0 },
    trunk: { lines, callsPerSecond: 100 },
    script: (phone) => PLANS[BEHAVIOURS[Number(phone.at(-1))] ?? 'answers'],
  });
  const attach = (): void => {
    const mine: Fact[] = [];
    facts = mine;
    carrier.attach({
      sink: (fact) => {
        mine.push(fact);
        for (const react of reactions) react(fact);
      },
    });
    carrier.setUp();
  };
  const pass = (ms: number): Promise<void> => {
    clock.run({ until: clock.now() + ms });
    return Promise.resolve();
  };

  attach();
  const bench: TelephonyBench = {
    telephony: carrier.telephony,
    get facts() {
      return facts;
    },
    reactions,
    now: () => clock.now(),
    until: (holds, what) => {
      clock.runWhile({ until: clock.now() + PATIENCE_MS, goOn: () => !holds() });
      return holds()
        ? Promise.resolve()
        : Promise.reject(new Error(`${what}; facts: ${JSON.stringify(facts)}`));
    },
    hearsRinging: (agentId) => carrier.agentHearsRinging(agentId),
    pass,
    callIn: ({ from, to, staysMs }) =>
      void carrier.callIn({
        callerNumber: from,
        calledNumber: to,
        ringPatience: staysMs,
        plan: { ...PLAIN, musicPatience: staysMs, conversationPatience: staysMs },
      }),
    phone: (behaviour) => `+1202555010${BEHAVIOURS.indexOf(behaviour)}`,
    disconnect: () => Promise.resolve(carrier.setDown('event socket closed')),
    reconnect: () => carrier.setUp(),
    restart: () => {
      carrier.detach();
      attach();
      return pass(100);
    },
    leftovers: () => Promise.resolve(carrier.liveCalls() + carrier.standingLegs()),
    close: () => Promise.resolve(),
  };
  return Promise.resolve(bench);
};

telephonyContract('the simulated carrier', createBench);
