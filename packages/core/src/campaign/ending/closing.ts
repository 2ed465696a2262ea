/** The end of an attempt: its result, and the writes to the journal until the journal confirms. */
import { defined } from '../../defined.js';
import { invariant } from '../../invariant.js';
import type { AttemptResult, EarlierEnd, LearnedFact } from '../call/attempt.js';
import type { Call } from '../call/call.js';
import { moveTo, removeCall } from '../call/calls.js';
import { OUTCOMES, type Outcome } from '../call/outcomes.js';
import { cancelTimer, emit, send, setTimer, type Context } from '../context.js';
import { noteCallerEnded, stepOfCaller } from '../inbound/caller-step.js';
import { keepPlace } from '../inbound/places.js';
import { releaseLeads } from '../supply/lead-buffer.js';
import type { LeadNext } from '../supply/lead.js';
import { CLOSES_NUMBER, planRetry } from '../supply/retry.js';
import { TIMER_KINDS } from '../timers.js';
import type { Disposition } from './dispositions.js';

const CLOSE_RETRY_MS = 2_000;
const CLOSE_RETRY_MOST_MS = 30_000;

/**
 * Writes the attempt's end. From here on the call occupies neither a line nor an agent and waits only for the
 * journal.
 */
export function closeAttempt(context: Context, call: Call, outcome: Outcome): void {
  invariant(call.stage !== 'closing', `attempt ${call.attemptId} is closed twice`);
  for (const kind of TIMER_KINDS.call) cancelTimer(context, { kind, attemptId: call.attemptId });
  call.endedAt ??= context.now;
  moveTo(context, call, 'closing');
  if (call.inbound) noteCallerEnded(context, call, call.inbound);
  call.result = resultOf(context, call, outcome);
  if (!call.inbound && !call.outside) context.statistics.closed(call.result);
  sendClose(context, call);
}

/** Sends the result to the journal; the fifth time is half a minute after the first. */
export function sendClose(context: Context, call: Call): void {
  invariant(call.result, `attempt ${call.attemptId} has no result to close with`);
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'journal',
    method: 'close',
    command: { campaignId, attemptId: call.attemptId, result: call.result, at: context.now },
  });
  call.closeTries += 1;
  setTimer(
    context,
    { kind: 'close', attemptId: call.attemptId },
    context.now + Math.min(CLOSE_RETRY_MS * 2 ** (call.closeTries - 1), CLOSE_RETRY_MOST_MS),
  );
}

/** The journal has the end, so the campaign forgets the attempt. */
export function attemptClosed(
  context: Context,
  call: Call,
  { earlier }: { readonly earlier?: EarlierEnd },
): void {
  if (call.stage !== 'closing' || !call.result) return;
  cancelTimer(context, { kind: 'close', attemptId: call.attemptId });
  removeCall(context, call);
  // The journal may not know an attempt whose opening it did not answer. Then the claim must still be
  // released here.
  if (call.dialedAt === undefined && call.cause?.by === 'refused' && !call.inbound && !call.outside)
    releaseLeads(context, [call.lead], 'not-dialed');
  if (call.inbound) keepPlace(context, call, call.inbound);
  emit(context, {
    type: 'attempt.closed',
    attemptId: call.attemptId,
    leadId: call.lead.leadId,
    result: call.result,
    ...defined({ earlier }),
  });
}

/** The disposition of this campaign with this code. */
export function dispositionOf(context: Context, code: string | undefined): Disposition | undefined {
  return code === undefined
    ? undefined
    : context.state.settings.dispositions.find((disposition) => disposition.code === code);
}

function resultOf(context: Context, call: Call, outcome: Outcome): AttemptResult {
  const disposition = dispositionOf(context, call.disposition);
  const learned = learnedOn(context, call, disposition);
  const optedOut = learned.some((fact) => fact.kind === 'do-not-call' || fact.kind === 'do-not-call-person');
  const endedAt = call.endedAt ?? context.now;
  return {
    outcome,
    ...defined({
      disposition: call.disposition,
      unsaid: call.unsaid,
      agentId: call.agentId ?? call.lastOwnerId,
      cause: call.cause,
      machineVerdict: call.machineVerdict,
      dialedAt: call.dialedAt,
      trunk: call.trunk,
      ringingAt: call.ringingAt,
      answeredAt: call.answeredAt,
      connectedAt: call.connectedAt,
      talkMs: call.connectedAt === undefined ? undefined : endedAt - call.connectedAt,
      callerEnding: call.inbound?.ending ?? undefined,
      wrapUpMs: call.connectedAt === undefined ? undefined : context.now - endedAt,
      variables: Object.keys(call.variables).length > 0 ? call.variables : undefined,
    }),
    liveAnswer: call.liveAt !== undefined,
    abandoned: call.abandoned,
    endedAt,
    countsAsAttempt: OUTCOMES[outcome].countsAsAttempt && !call.inbound && !call.outside,
    ...(asksNothing(context, call, optedOut) ? { keepsLead: true } : {}),
    lead: nextOf(context, call, outcome, disposition, optedOut),
    closes:
      optedOut && (disposition?.closes ?? 'none') === 'none'
        ? 'number'
        : closesOf(call, outcome, disposition),
    learned,
  };
}

/** A call that came in moves its lead only by what was said in it; a third party has none. */
function asksNothing(context: Context, call: Call, optedOut: boolean): boolean {
  if (call.outside) return true;
  if (!call.inbound || optedOut || call.disposition !== undefined) return false;
  return stepOfCaller(context, call) === null;
}

function closesOf(
  call: Call,
  outcome: Outcome,
  disposition: Disposition | undefined,
): AttemptResult['closes'] {
  if (disposition) return disposition.closes;
  if (call.inbound || call.outside) return 'none';
  return CLOSES_NUMBER.has(outcome) ? 'number' : 'none';
}

function learnedOn(
  context: Context,
  call: Call,
  disposition: Disposition | undefined,
): readonly LearnedFact[] {
  if (!disposition?.sets || call.learned.some((fact) => fact.kind === disposition.sets)) return call.learned;
  return [
    ...call.learned,
    {
      kind: disposition.sets,
      at: context.now,
      source: (call.agentId ?? call.lastOwnerId) === undefined ? 'engine' : 'agent',
    },
  ];
}

/**
 * The lead's next step. What was asked on the call comes first, then the disposition, then the campaign's
 * retry rules.
 */
function nextOf(
  context: Context,
  call: Call,
  outcome: Outcome,
  disposition: Disposition | undefined,
  optedOut: boolean,
): LeadNext {
  const { lead } = call;
  const closed = (why: string): LeadNext => ({
    status: 'closed',
    nextDialableAt: null,
    phoneIndex: lead.phoneIndex,
    reason: lead.reason,
    why,
  });
  if (optedOut) return closed('opted-out');
  if (call.outside) return closed('third-party');
  const ofCaller = stepOfCaller(context, call);
  if (ofCaller) return ofCaller;
  if (disposition?.then === 'close') return closed(disposition.code);
  if (disposition?.then === 'callback' && call.callback) {
    return {
      status: 'open',
      nextDialableAt: call.callback.at,
      phoneIndex: lead.phoneIndex,
      reason: 'callback',
      callback: call.callback,
      why: 'callback',
    };
  }
  const settings = context.state.settings;
  return planRetry(settings.retry, lead, {
    outcome: disposition?.outcome ?? outcome,
    at: context.now,
    countsAsAttempt: OUTCOMES[outcome].countsAsAttempt,
    closesNumber: closesOf(call, outcome, disposition) === 'number',
    rule: disposition?.retry,
    notBefore: call.abandoned ? context.now + settings.abandonedBanMs : undefined,
  });
}
