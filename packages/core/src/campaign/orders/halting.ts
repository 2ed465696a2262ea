/** The run state of a campaign: halting, draining, and withdrawing the offered leads. */
import { isUnanswered } from '../call/stages.js';
import { cancelTimer, type Context, emit } from '../context.js';
import { orderHangUp } from '../ending/hang-up.js';
import { skip } from '../placing/preview.js';
import { releaseAllLeads } from '../supply/lead-buffer.js';
import { defined } from '../../defined.js';

export function setRunState(context: Context, run: Context['state']['run'], reason?: string): void {
  context.state.run = run;
  emit(context, { type: 'campaign.state', state: run, ...defined({ reason }) });
}

/**
 * Halts the campaign: new calls are not placed, and calls not answered yet are hung up. Conversations end in
 * their own time.
 */
export function halt(context: Context, reason: string): void {
  if (context.state.run === 'halted' || context.state.run === 'stopped') return;
  setRunState(context, 'halted', reason);
  withdrawOffers(context);
  releaseAllLeads(context);
  for (const call of context.state.calls.values()) {
    if (isUnanswered(call.stage)) orderHangUp(context, call);
  }
}

/** Withdraws the leads on agents' screens. They return to the queue. */
export function withdrawOffers(context: Context): void {
  for (const agent of context.state.agents.values()) if (agent.preview) skip(context, agent, 'withdrawn');
}

/** Stops a draining campaign when it has no call left. */
export function settleDraining(context: Context): void {
  const { state } = context;
  if (state.run !== 'draining' || state.recovering || state.calls.size > 0 || state.unreconciled.size > 0)
    return;
  cancelTimer(context, { kind: 'tick' });
  setRunState(context, 'stopped');
}

/** Why the campaign takes no agents and does not start. Null: telephony is here, or comes back. */
export function telephonyRefusal({ state }: Context): string | null {
  return state.telephonyGone ? 'telephony is lost for good: another process has it' : null;
}
