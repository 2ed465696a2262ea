/** What happens to lead, agent and pacing when an attempt is refused or the journal does not open it. */
import { releaseAgent } from '../agents/agents.js';
import type { Call } from '../call/call.js';
import { removeCall } from '../call/calls.js';
import { cancelTimer, type Context, emit } from '../context.js';
import { outsideNotOpened, outsideRefused } from '../conversation/outside-facts.js';
import { closeAttempt } from '../ending/closing.js';
import { callExpired } from '../ending/lost-calls.js';
import { inboundNotOpened } from '../inbound/arriving.js';
import { releaseLeads, releaseUnmoved } from '../supply/lead-buffer.js';
import { noteRefusals } from './open-attempt.js';
import type { CallRefusal } from './refusal.js';

const IN_PROGRESS_DELAY_MS = 60_000;

/** A lead refused only in this mode is tried again after this long. */
const MODE_REFUSAL_DELAY_MS = 3_600_000;

const CAMPAIGN_REFUSAL_DELAY_MS = 60_000;

const STORE_FAULT_DELAY_MS = 2_000;

/** The compliance gate refused the call. */
export function refused(
  context: Context,
  call: Call,
  refusals: readonly CallRefusal[],
  nextAllowedAt: number | null,
): void {
  if (call.outside) return outsideRefused(context, call, call.outside, refusals);
  if (!dropOpening(context, call)) return;
  noteRefusals(context, call.lead, refusals, nextAllowedAt);
  const ofCampaign = refusals.filter((refusal) => refusal.scope === 'campaign');
  if (ofCampaign.length > 0) {
    context.state.heldWhy = ofCampaign.map(({ message }) => message).join(' ');
    context.state.dialNotBefore = Math.max(context.now + CAMPAIGN_REFUSAL_DELAY_MS, nextAllowedAt ?? 0);
    releaseLeads(context, [call.lead], 'campaign-refused');
    return;
  }
  if (refusals.some((refusal) => refusal.scope === 'setting')) {
    releaseUnmoved(context, call.lead);
    return;
  }
  const ofLead = refusals
    .filter((refusal) => refusal.scope === 'lead')
    .map((refusal) => refusal.nextAllowedAt);
  if (ofLead.includes(null)) releaseLeads(context, [call.lead], 'refused', null);
  else if (nextAllowedAt !== null) releaseLeads(context, [call.lead], 'refused', nextAllowedAt);
  // This mode can never call the lead, but another mode or an agent's click can, once the lead's calling
  // windows are open.
  else
    releaseLeads(
      context,
      [call.lead],
      'refused-in-this-mode',
      Math.max(context.now + MODE_REFUSAL_DELAY_MS, ...ofLead.map(Number)),
    );
}

/** Another attempt is calling the number or the person at this moment. */
export function inProgress(context: Context, call: Call): void {
  if (call.outside) return outsideRefused(context, call, call.outside, [IN_PROGRESS]);
  if (dropOpening(context, call))
    releaseLeads(context, [call.lead], 'in-progress', context.now + IN_PROGRESS_DELAY_MS);
}

const IN_PROGRESS = { rule: 'in-progress', message: 'the number is being called at this moment' };

/** The store failed, and the attempt may or may not be stored. The campaign waits before it dials again. */
export function openFailed(context: Context, call: Call, error: string): void {
  if (call.stage !== 'opening') return;
  if (call.inbound) {
    emit(context, { type: 'fault', what: 'opening the entry of a call that came in', detail: error });
    inboundNotOpened(context, call, 'the journal failed');
    return;
  }
  if (call.outside) {
    emit(context, { type: 'fault', what: 'opening the entry of a call to a third party', detail: error });
    outsideNotOpened(context, call, call.outside, 'the journal failed');
    return;
  }
  cancelUnopened(context, call, 'the journal failed');
  context.state.dialTokens += 1;
  const { state, now } = context;
  if (now >= state.dialNotBefore) delete state.heldWhy;
  state.dialNotBefore = Math.max(state.dialNotBefore, now + STORE_FAULT_DELAY_MS);
  emit(context, { type: 'fault', what: 'opening an attempt', detail: error });
}

/** Removes an attempt that was not opened and frees its agent. */
function dropOpening(context: Context, call: Call): boolean {
  if (call.stage !== 'opening') return false;
  cancelTimer(context, { kind: 'expiry', attemptId: call.attemptId });
  releaseAgent(context, call.agentId, call.attemptId);
  removeCall(context, call);
  // A refusal does not use up the dial rate. Otherwise a list with few dialable leads would slow the campaign
  // down.
  context.state.dialTokens += 1;
  return true;
}

/**
 * Cancels an opening that may or may not be in the journal. The attempt is closed there: closing is
 * idempotent and blocks a late opening. The lead is also released, because without a stored attempt there is
 * no end that would release it.
 */
function cancelUnopened(context: Context, call: Call, why: string): void {
  releaseAgent(context, call.agentId, call.attemptId);
  call.cause = { q850: 0, by: 'refused', text: why };
  releaseLeads(context, [call.lead], 'store-fault');
  closeAttempt(context, call, 'cancelled');
}

/** Handles a call's expiry timer: the journal has not answered an opening, or the call has no news. */
export function expired(context: Context, call: Call): void {
  if (call.stage !== 'opening') {
    callExpired(context, call);
    return;
  }
  if (call.inbound) inboundNotOpened(context, call, 'the journal did not answer');
  else if (call.outside) outsideNotOpened(context, call, call.outside, 'the journal did not answer');
  else cancelUnopened(context, call, 'the journal did not answer');
}
