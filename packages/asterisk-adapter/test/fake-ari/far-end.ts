/** The network behind the fake server: called parties by the last two digits, agents, and the dialplan. */
import { attemptOfChannel } from '../../src/channel-ids.js';
import type { BenchCaller, Behaviour } from '../contract/telephony-bench.js';
import type { FakeAri } from './fake-ari.js';
import type { FakeRequest } from './fake-request.js';

/** Last two digits of numbers, as on the lab's carrier. */
export const DIGITS: Readonly<Record<Behaviour, string>> = {
  answers: '09',
  'answers-briefly': '31',
  rings: '11',
  busy: '10',
  silent: '18',
};

const RING_AFTER_MS = 10;
const ANSWER_AFTER_MS = 30;
const BRIEF_MS = 300;

let callers = 0;

/** Somebody calls, and hangs up after a while. */
export function callFake(ari: FakeAri, { from, to, staysMs }: BenchCaller): void {
  callers += 1;
  const id = `1790000000.${String(callers)}`;
  ari.callIn(id, { from, to: to.replace('+', '') });
  setTimeout(() => {
    if (ari.channels.has(id)) ari.end(id, 16);
  }, staysMs).unref();
}

/** Lets the network play its part on every request to the fake server. */
export function playFarEnd(ari: FakeAri): void {
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, id: string, action: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (ari.channels.has(id)) action();
    }, ms);
    timers.add(timer);
  };
  const idOf = ({ parameters }: FakeRequest): string => String(parameters['channelId']);

  ari.scripts.set('channels.originate', (request) => {
    const id = idOf(request);
    if (ari.channels.has(id)) return undefined;
    if (request.parameters['appArgs'] === 'agent')
      later(ANSWER_AFTER_MS, id, () => ari.answer(id, ['agent']));
    if (attemptOfChannel(id) === null) return undefined;
    const digits = /(\d\d)@/.exec(String(request.parameters['endpoint']))?.[1];
    if (digits === DIGITS.silent) return undefined;
    later(RING_AFTER_MS, id, () => ari.ring(id));
    if (digits === DIGITS.busy) later(ANSWER_AFTER_MS, id, () => ari.end(id, 17, 486));
    if (digits === DIGITS.answers || digits === DIGITS['answers-briefly'])
      later(ANSWER_AFTER_MS, id, () => ari.answer(id));
    if (digits === DIGITS['answers-briefly']) later(ANSWER_AFTER_MS + BRIEF_MS, id, () => ari.end(id, 16));
    return undefined;
  });

  ari.scripts.set('channels.continueInDialplan', (request) => {
    const id = idOf(request);
    const context = String(request.parameters['context']);
    if (context === 'outdial-amd') later(50, id, () => ari.answer(id, ['amd', 'HUMAN', 'HUMAN-800-800']));
    if (context === 'outdial-beep') later(500, id, () => ari.answer(id, ['beep', 'TIMEOUT']));
    if (context === 'outdial-abandoned') later(200, id, () => ari.end(id, 16));
    return undefined;
  });
}
