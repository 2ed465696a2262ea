/** Attempts that the law refuses or the journal does not open: what becomes of lead, agent and pace. */
import { releaseAgent } from '../agents/agents.js';
import type { Call } from '../call/call.js';
import { removeCall } from '../call/calls.js';
import { cancelTimer, type Context, emit } from '../context.js';
import { closeAttempt } from '../ending/closing.js';
import { callExpired } from '../ending/lost-calls.js';
import { giveBack } from '../supply/lead-buffer.js';
import { noteRefusals } from './placing.js';
import type { CallRefusal } from './refusal.js';

const IN_PROGRESS_DELAY_MS = 60_000;

/** A lead that the law refuses only in this mode is looked at again after this long. */
const MODE_REFUSAL_DELAY_MS = 3_600_000;

const CAMPAIGN_REFUSAL_DELAY_MS = 60_000;

const STORE_FAULT_DELAY_MS = 2_000;

/** The law said no. */
export function refused(
  context: Context,
  call: Call,
  refusals: readonly CallRefusal[],
  nextAllowedAt: number | null,
): void {
  if (!dropOpening(context, call)) return;
  noteRefusals(context, call.lead, refusals, nextAllowedAt);
  if (refusals.some((refusal) => refusal.scope === 'campaign')) {
    context.state.heldUntil = Math.max(context.now + CAMPAIGN_REFUSAL_DELAY_MS, nextAllowedAt ?? 0);
    giveBack(context, [call.lead], 'campaign-refused');
    return;
  }
  const ofLead = refusals
    .filter((refusal) => refusal.scope === 'lead')
    .map((refusal) => refusal.nextAllowedAt);
  if (ofLead.includes(null)) giveBack(context, [call.lead], 'refused', null);
  else if (nextAllowedAt !== null) giveBack(context, [call.lead], 'refused', nextAllowedAt);
  // Never in this mode, which is not never: another mode, or the agent's click, may be allowed once the
  // lead's own windows are open.
  else
    giveBack(
      context,
      [call.lead],
      'refused-in-this-mode',
      Math.max(context.now + MODE_REFUSAL_DELAY_MS, ...ofLead.map(Number)),
    );
}

/** The number or the person is being called by someone else right now. */
export function inProgress(context: Context, call: Call): void {
  if (dropOpening(context, call))
    giveBack(context, [call.lead], 'in-progress', context.now + IN_PROGRESS_DELAY_MS);
}

/**
 * The store failed, and whether it had stored the attempt before nobody knows. The campaign takes a breath.
 */
export function openFailed(context: Context, call: Call, error: string): void {
  if (call.stage !== 'opening') return;
  cancelUnopened(context, call, 'the journal failed');
  context.state.dialTokens += 1;
  context.state.heldUntil = Math.max(context.state.heldUntil, context.now + STORE_FAULT_DELAY_MS);
  emit(context, { type: 'fault', what: 'opening an attempt', detail: error });
}

/** The attempt never came into being: the agent is free again. */
function dropOpening(context: Context, call: Call): boolean {
  if (call.stage !== 'opening') return false;
  cancelTimer(context, { kind: 'expiry', attemptId: call.attemptId });
  releaseAgent(context, call.agentId, call.attemptId);
  removeCall(context, call);
  // Refusals must not use up the calls a second: a list that is mostly not dialable now would crawl.
  context.state.dialTokens += 1;
  return true;
}

/**
 * Takes back an opening that may be in the journal or not: it is closed there, which is idempotent and keeps
 * a late opening from coming into force; and the lead goes back, in case there is no attempt whose end could
 * give it back.
 */
function cancelUnopened(context: Context, call: Call, why: string): void {
  releaseAgent(context, call.agentId, call.attemptId);
  call.cause = { q850: 0, by: 'refused', text: why };
  giveBack(context, [call.lead], 'store-fault');
  closeAttempt(context, call, 'cancelled');
}

/** A call's expiry timer: the journal has not answered an opening, or nothing has been heard of a call. */
export function expired(context: Context, call: Call): void {
  if (call.stage !== 'opening') {
    callExpired(context, call);
    return;
  }
  cancelUnopened(context, call, 'the journal did not answer');
}
