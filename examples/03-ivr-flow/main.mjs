// An automated call flow: a reminder; key 1 confirms, 2 asks for an agent, 9 opts out.
// Run: node examples/03-ivr-flow/main.mjs
import { createDialer } from 'outdial';

/** The flow is data: it can also be a file that `flows.agentless` names. */
export const flow = {
  id: 'reminder',
  start: 'question',
  optOutKey: { digit: '9', to: 'opt-out' },
  nodes: {
    question: {
      kind: 'gather',
      timeoutMs: 5_000,
      attempts: 2,
      branches: { 1: 'confirmed', 2: 'agent' },
      onNoInput: 'end',
      onNoMatch: 'end',
      prompt: {
        media: [
          'sound:reminder/who-calls-and-nine-to-opt-out',
          'sound:reminder/one-to-confirm-two-for-an-agent',
        ],
        voice: 'prerecorded',
        says: ['identification', 'opt-out-number', 'opt-out-key'],
      },
    },
    confirmed: { kind: 'disposition', code: 'confirmed', next: 'thanks' },
    thanks: { kind: 'play', prompt: { media: ['sound:reminder/thanks'], voice: 'prerecorded' }, next: 'end' },
    agent: { kind: 'transfer', skills: [], onFailed: 'end' },
    'opt-out': { kind: 'opt-out', scope: 'person', next: 'end' },
    end: { kind: 'hang-up' },
  },
};

const campaign = {
  id: 'reminders',
  name: 'Reminders',
  mode: 'agentless',
  callerNumber: '+12025550100',
  countries: ['US'],
  live: true,
  lists: [{ id: 'patients' }],
  store: { url: 'sqlite::memory:' },
  compliance: { purpose: 'healthcare', voice: 'prerecorded', content: 'appointment-reminder' },
  dialing: { lines: 10, callsPerSecond: 2 },
  simulation: { answerShare: 0.5, machineShare: 0.1 },
  flows: { agentless: flow },
  wrapUp: { disposition: 'talked' },
  dispositions: [
    {
      code: 'confirmed',
      label: 'Appointment confirmed',
      outcome: 'message-delivered',
      contact: true,
      rightParty: true,
      conversion: true,
      then: 'close',
      closes: 'entry',
    },
    {
      code: 'talked',
      label: 'Talked to an agent',
      outcome: 'conversation',
      contact: true,
      rightParty: true,
      then: 'close',
      closes: 'entry',
    },
  ],
  abandonment: {
    identification: ['sound:reminder/who-called'],
    optOutNumber: '+12025550199',
    optOutOffer: ['sound:reminder/press-nine'],
  },
};
const leads = Array.from({ length: 300 }, (_, index) => ({
  phone: `+1${[202, 212, 312][Math.floor(index / 100)]}55501${String(index % 100).padStart(2, '0')}`,
  consent: 'express',
  'consent date': '2026-05-01',
}));

export async function main(print = console.log) {
  const dialer = await createDialer({ campaign, leads });
  dialer.on('call.connected', ({ agentId, waited }) =>
    print(`${agentId} was asked for and connected after ${waited} ms`),
  );
  dialer.on('agent.state', ({ agentId, state }) => state === 'wrap-up' && dialer.dispose(agentId, 'talked'));
  await dialer.start();
  await dialer.logIn({ agentId: 'nurse' });
  await dialer.ready('nurse');
  await dialer.runFor(10 * 60_000);
  await dialer.stop();
  const { statistics } = await dialer.run();
  print(statistics.outcomes, statistics.dispositions);
  await dialer.close();
  return statistics;
}

if (process.argv[1] === import.meta.filename) await main();
