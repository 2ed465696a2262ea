/** What happens to callers while they wait: their place announced, a callback offered, too long a wait. */
import type { Call } from '../call/call.js';
import { send, setTimer, type Context } from '../context.js';
import type { CallFact } from '../facts.js';
import { hearFlow } from './caller-flows.js';
import { NO_LEAD, type InboundCall } from './inbound-call.js';
import { backToMusic, nextStep, placeOf } from './queue.js';
import type { InboundSettings } from './settings.js';

/** Numbers that telephony has a sound for, one each. A place beyond is not announced. */
const MOST_ANNOUNCED = 20;

/** The timer of a caller who waits: too long, or time to say where they stand. */
export function queueTimer(context: Context, call: Call): void {
  const { inbound, attemptId } = call;
  const settings = context.state.settings.inbound;
  if (call.stage !== 'queued' || !inbound || !settings) return;
  // An agent's leg is on its way to this caller.
  if (call.agentId !== null) {
    setTimer(context, { kind: 'queue', attemptId }, context.now + LEG_ON_ITS_WAY_MS);
    return;
  }
  if (context.now - inbound.arrivedAt >= settings.mostWaitMs) {
    inbound.ending = 'overflow';
    hearFlow(context, call, settings.overflowFlow);
    return;
  }
  announce(context, call, inbound, settings);
  setTimer(context, { kind: 'queue', attemptId }, nextStep(context, inbound, settings));
}

const LEG_ON_ITS_WAY_MS = 1_000;

function announce(context: Context, call: Call, inbound: InboundCall, settings: InboundSettings): void {
  const { attemptId } = call;
  const { announcements, callback } = settings;
  const place = placeOf(context, call);
  if (!announcements || place > MOST_ANNOUNCED) return;
  const told =
    place === 1
      ? announcements.next
      : [...announcements.before, `sound:digits/${place}`, ...announcements.after];
  const offer = callback && call.lead.leadId !== NO_LEAD ? callback.offer : [];
  const media = [...told, ...offer];
  if (media.length === 0) return;
  inbound.announcements += 1;
  const playId = `place-${inbound.announcements}`;
  send(context, {
    port: 'telephony',
    method: 'play',
    command: { attemptId, playId, media, at: context.now },
  });
}

/** What happens to a caller who waits: an announcement has ended, or they pressed a key. */
export function queueFact(context: Context, call: Call, fact: CallFact): void {
  const { inbound } = call;
  if (call.stage !== 'queued' || !inbound) return;
  if (fact.type === 'call.played') backToMusic(context, call, inbound);
  if (fact.type === 'call.digit') keyPressed(context, call, inbound, fact.digit);
}

/** A caller whom a list knows asks to be called back: they keep their place, and hang up. */
function keyPressed(context: Context, call: Call, inbound: InboundCall, key: string): void {
  const callback = context.state.settings.inbound?.callback;
  if (callback?.key !== key || call.agentId !== null || call.lead.leadId === NO_LEAD) return;
  inbound.ending = 'callback';
  hearFlow(context, call, callback.flow);
}
