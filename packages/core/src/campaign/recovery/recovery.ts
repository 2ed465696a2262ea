/**
 * The start of a campaign, also after a crash: a new epoch, the counters, and the fate of every open attempt.
 */
import { fallbackPlayed } from '../answering/answering.js';
import type { OpenAttempt } from '../call/attempt.js';
import { untouchedCall, type Call } from '../call/call.js';
import { addCall } from '../call/calls.js';
import type { HangupOrigin } from '../call/outcomes.js';
import { send, setTimer, type Context } from '../context.js';
import { closeAttempt } from '../ending/closing.js';
import { callEnded } from '../ending/ending.js';
import { orderHangUp } from '../ending/hang-up.js';
import type { CallFact, JournalFact } from '../facts.js';
import { killSwitchText, setRunState } from '../orders/halting.js';
import { newInboundCall, type InboundCall } from '../inbound/inbound-call.js';
import { defined } from '../../defined.js';
import { countOf } from '../../count-text.js';
import { adoptAnswered, adoptConnected } from './adopting.js';
import { ORPHAN, thirdReconciled, thirdUnseen, thirdsOf } from './third-parties.js';

const RECOVER_RETRY_MS = 3_000;
const RECONCILE_RETRY_MS = 15_000;

/**
 * Asks the journal for the campaign's epoch, counters and open attempts. An order to stop may come before it
 * answers: the open attempts are settled in that case too.
 */
export function recover(context: Context): void {
  const { campaignId } = context.state.settings;
  context.state.recovering = true;
  send(context, {
    port: 'journal',
    method: 'recover',
    command: { campaignId, since: context.governor.periodStarts(context.now), at: context.now },
  });
  setTimer(context, { kind: 'recover' }, context.now + RECOVER_RETRY_MS);
}

/** The journal has answered. Dialing may begin while telephony reports the fate of the open attempts. */
export function recovered(
  context: Context,
  fact: Extract<JournalFact, { type: 'campaign.recovered' }>,
): void {
  const { state } = context;
  if (!state.recovering || fact.epoch <= state.epoch) return;
  state.recovering = false;
  state.epoch = fact.epoch;
  state.nextAttempt = 1;
  context.governor.restore(fact.counters);
  // After a halt and a start in one process, the campaign may still have calls. They need no reconciliation.
  takeUp(context, fact.open);
  if (state.run === 'recovering') runOrHalt(context, takenOver(fact.open.length));
  send(context, {
    port: 'journal',
    method: 'audit',
    command: {
      campaignId: state.settings.campaignId,
      kind: 'campaign.started',
      detail: { epoch: fact.epoch, openAttempts: fact.open.length },
      at: context.now,
    },
  });
  setTimer(context, { kind: 'tick' }, context.now);
  askReconciliation(context);
}

/** Under the kill switch a campaign settles what an earlier run left open, and dials nothing. */
function runOrHalt(context: Context, left: string | null): void {
  const { killSwitch } = context.state;
  if (killSwitch === undefined) return setRunState(context, 'running', left ?? undefined);
  const why = killSwitchText(killSwitch);
  setRunState(context, 'halted', left === null ? why : `${why}; ${left}`);
}

/** Another share of the campaign has ended: telephony is asked for the fate of its calls. */
export function left(context: Context, fact: Extract<JournalFact, { type: 'attempts.left' }>): void {
  takeUp(context, fact.open);
  askReconciliation(context);
}

function takeUp({ state }: Context, open: readonly OpenAttempt[]): void {
  for (const attempt of open)
    if (!state.calls.has(attempt.attemptId)) state.unreconciled.set(attempt.attemptId, adopt(attempt));
}

/** What an earlier run left open, as one sentence; null after one that ended in good order. */
function takenOver(open: number): string | null {
  if (open === 0) return null;
  return (
    `an earlier run ended without its last word: ${countOf(open, 'attempt')} left open, settled ` +
    `with telephony now`
  );
}

/** Asks telephony about the attempts with an unknown fate, for the first time or again. */
export function askReconciliation(context: Context): void {
  const { state } = context;
  if (state.unreconciled.size === 0) return;
  setTimer(context, { kind: 'reconcile' }, context.now + RECONCILE_RETRY_MS);
  if (!state.telephonyUp) return;
  const attemptIds = [...state.unreconciled.keys()];
  send(context, {
    port: 'telephony',
    method: 'reconcile',
    command: { campaignId: state.settings.campaignId, attemptIds, at: context.now },
  });
}

function adopt(attempt: OpenAttempt): Call {
  const { marks } = attempt;
  // A crash may have kept the later mark and lost the earlier one.
  const answeredAt = marks.liveAnswerAt ?? marks.connectedAt ?? marks.abandonedAt;
  const cameIn = attempt.mode === 'inbound';
  return {
    attemptId: attempt.attemptId,
    lead: attempt.lead,
    phone: attempt.phone,
    mode: attempt.mode,
    countsForPacer: false,
    openedAt: attempt.openedAt,
    stage: 'adopting',
    agentId: attempt.agentId ?? null,
    abandoned: marks.abandonedAt !== undefined,
    ...untouchedCall(),
    ...(cameIn ? { inbound: adoptedCaller(attempt) } : {}),
    ...(attempt.mode === 'third-party' ? { outside: ORPHAN } : {}),
    ...defined({ answeredAt, liveAt: cameIn ? undefined : answeredAt }),
    ...defined({ connectedAt: marks.connectedAt, machineVerdict: attempt.machineVerdict }),
    ...defined({ givenFlow: attempt.flow, clearedVoices: attempt.givenVoices }),
  };
}

/** What is known of a caller after a restart. */
function adoptedCaller({ openedAt }: OpenAttempt): InboundCall {
  return newInboundCall({ inboundId: '', calledNumber: '', arrivedAt: openedAt });
}

/** Ends by which a call never left. */
const NOT_PLACED: ReadonlySet<HangupOrigin> = new Set(['refused', 'expired']);

/**
 * The instant of dialing was lost in the crash. The dial command follows the opening at once, and what may
 * have been dialed counts as dialed: for reports as for caps.
 */
function takeForDialed(call: Call): void {
  if (!call.inbound) call.dialedAt ??= call.openedAt;
}

type Reconciled = Extract<CallFact, { type: 'call.reconciled' }>;

/** Telephony reports the fate of one open attempt. */
export function reconciled(context: Context, fact: Reconciled): void {
  const { state } = context;
  const call = state.unreconciled.get(fact.attemptId);
  if (!call) {
    // The campaign already has the call, and the event socket was down. No other fact reports it.
    const known = state.calls.get(fact.attemptId);
    if (known && fact.fate === 'abandoned') fallbackPlayed(context, known);
    return;
  }
  state.unreconciled.delete(fact.attemptId);
  addCall(context, call);
  takeForDialed(call);
  if (call.outside) return thirdReconciled(context, call, fact);
  settle(context, call, fact);
  thirdsOf(context, call);
}

/** What is done about a call of known fate. */
function settle(context: Context, call: Call, fact: Reconciled): void {
  switch (fact.fate) {
    case 'gone':
      closeGone(context, call);
      break;
    case 'abandoned':
      // The message may still be playing. The number stays in use until the channel is gone.
      fallbackPlayed(context, call);
      send(context, {
        port: 'telephony',
        method: 'probe',
        command: { attemptIds: [call.attemptId], at: context.now },
      });
      break;
    case 'ringing':
      // The called party's phone rang, so the attempt counts as a call for every cap.
      call.ringingAt ??= context.now;
      orderHangUp(context, call);
      break;
    case 'answered':
      adoptAnswered(context, call);
      break;
    case 'connected':
      adoptConnected(context, call, fact);
      break;
    default:
      fact.fate satisfies never;
  }
}

/** Handles a fact about a call whose fate is not reported yet. An answer or an end settles the fate. */
export function factBeforeReconciliation(context: Context, fact: CallFact): void {
  const call = context.state.unreconciled.get(fact.attemptId);
  if (!call || (fact.type !== 'call.answered' && fact.type !== 'call.ended')) return;
  context.state.unreconciled.delete(call.attemptId);
  addCall(context, call);
  if (fact.type === 'call.answered' || !NOT_PLACED.has(fact.cause.by)) takeForDialed(call);
  if (call.outside && fact.type === 'call.answered') orderHangUp(context, call);
  else if (call.outside) thirdUnseen(context, call, call.outside);
  else if (fact.type === 'call.answered') adoptAnswered(context, call);
  else if (fact.cause.by === 'lost' || call.liveAt !== undefined) closeGone(context, call);
  else {
    // The phone may have rung before the crash, so the attempt counts as a call.
    call.ringingAt ??= call.openedAt;
    callEnded(context, call, fact.cause);
  }
  if (!call.outside) thirdsOf(context, call);
}

/**
 * Closes an attempt without a channel and without the fallback's mark, by the milestones that the journal
 * noted before the crash.
 */
function closeGone(context: Context, call: Call): void {
  if (call.inbound) {
    callerGone(context, call, call.inbound);
  } else if (call.abandoned) {
    closeAttempt(context, call, 'abandoned');
  } else if (call.connectedAt !== undefined) {
    call.disposition = context.state.settings.wrapUp.disposition;
    closeAttempt(context, call, 'conversation');
  } else if (call.machineVerdict === 'machine') {
    closeAttempt(context, call, 'machine');
  } else if (call.liveAt !== undefined && call.mode !== 'agentless') {
    // The call was answered and had no agent when the dialer crashed. It is not known that the message was
    // played.
    countAbandonedAtRecovery(context, call);
    closeAttempt(context, call, 'abandoned');
  } else {
    call.cause = { q850: 0, by: 'lost' };
    closeAttempt(context, call, 'unknown');
  }
}

/** A caller's channel is gone. Whether they had an agent, the journal knows. */
function callerGone(context: Context, call: Call, inbound: InboundCall): void {
  const wasServed = call.connectedAt !== undefined;
  inbound.ending = wasServed ? 'served' : 'lost';
  if (wasServed) call.disposition = context.state.settings.wrapUp.disposition;
  else call.cause = { q850: 0, by: 'lost' };
  closeAttempt(context, call, wasServed ? 'conversation' : 'unknown');
}

function countAbandonedAtRecovery(context: Context, call: Call): void {
  if (call.liveAt === undefined) {
    call.liveAt = context.now;
    context.governor.liveAnswer(context.now);
  }
  if (call.abandoned) return;
  call.abandoned = true;
  context.governor.abandonment(context.now);
}
