/** The queue of callers: who waits, and at which place. */
import type { Call } from '../call/call.js';
import { moveTo } from '../call/calls.js';
import { cancelTimer, emit, send, setTimer, type Context } from '../context.js';
import type { InboundCall } from './inbound-call.js';
import type { InboundSettings } from './settings.js';
import { revisionAfter } from '../conversation/revisions.js';

/** Callers who are on their way to an agent and have none yet. */
export function waitingCallers({ state }: Context): number {
  let waiting = state.tally.arriving + state.tally.queued;
  if (state.tally.opening === 0) return waiting;
  for (const call of state.calls.values()) if (call.inbound && call.stage === 'opening') waiting += 1;
  return waiting;
}

/** Whether callers wait for agents who also take dialed calls. */
export function callersAreAhead({ state }: Context): boolean {
  if (state.tally.queued === 0) return false;
  const agents = [...state.agents.values()].filter(({ work }) => work !== 'inbound' && work !== 'outbound');
  const skills = state.settings.inbound?.skills ?? [];
  for (const call of state.calls.values()) {
    if (call.stage !== 'queued') continue;
    const needed = [...skills, ...call.lead.skills, ...call.transferSkills];
    if (agents.some((agent) => needed.every((skill) => agent.skills.includes(skill)))) return true;
  }
  return false;
}

/** Puts a caller into the queue. Their place is by when their call came in. */
export function enterQueue(context: Context, call: Call): void {
  const { attemptId, inbound } = call;
  const { settings } = context.state;
  if (!inbound) return;
  moveTo(context, call, 'queued');
  call.agentId = null;
  cancelTimer(context, { kind: 'expiry', attemptId });
  emit(context, { type: 'caller.queued', attemptId, place: placeOf(context, call) });
  setTimer(context, { kind: 'queue', attemptId }, nextStep(context, inbound, settings.inbound));
}

/** The next instant at which something happens to a caller who waits. */
export function nextStep(
  context: Context,
  inbound: InboundCall,
  settings: InboundSettings | undefined,
): number {
  const limit = inbound.arrivedAt + (settings?.mostWaitMs ?? 0);
  const announceIn = settings?.announcements?.everyMs ?? Infinity;
  return Math.max(context.now, Math.min(limit, context.now + announceIn));
}

/** The place of a caller among those who wait, 1 for the next. */
export function placeOf({ state }: Context, call: Call): number {
  const since = call.inbound?.arrivedAt ?? 0;
  const isReady = (leadId: string): boolean =>
    state.reservedAgentBuffer.some(({ lead }) => lead.leadId === leadId);
  let ahead = state.places.filter((place) => place.since < since && isReady(place.leadId)).length;
  for (const other of state.calls.values()) {
    if (other === call) break;
    if (other.stage === 'queued' && (other.inbound?.arrivedAt ?? 0) <= since) ahead += 1;
  }
  return ahead + 1;
}

/** Telephony has put a caller back to the music: an agent may take them. */
export function backAtMusic({ inbound }: Call, revision: number): void {
  if (inbound?.revision === revision) inbound.settlesUntil = 0;
}

/** Telephony puts a caller back to the music within this time, or its report is lost. */
const ARRANGE_MOST_MS = 1_000;

/** The caller hears music again, whatever telephony has done with them. */
export function backToMusic(context: Context, { attemptId }: Call, inbound: InboundCall): void {
  inbound.revision = revisionAfter(context, inbound.revision);
  inbound.settlesUntil = context.now + ARRANGE_MOST_MS;
  const { revision } = inbound;
  const parties = [{ party: { kind: 'call', attemptId }, place: 'music' }] as const;
  const command = { attemptId, revision, parties, at: context.now };
  send(context, { port: 'telephony', method: 'arrange', command });
}
