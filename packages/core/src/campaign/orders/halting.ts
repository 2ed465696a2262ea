/** The run state of a campaign: halting, draining, and withdrawing the offered leads. */
import { isUnanswered } from '../call/stages.js';
import { cancelTimer, type Context, emit } from '../context.js';
import { orderHangUp } from '../ending/hang-up.js';
import type { OrderFact } from '../facts.js';
import { skip } from '../placing/preview.js';
import { releaseAllLeads } from '../supply/lead-buffer.js';
import { countOf } from '../../count-text.js';
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

/**
 * The kill switch was turned. A campaign that has not started, or asks the journal for what an earlier run
 * left open, halts once it has recovered: calls of a process that died under the switch are settled, too.
 */
export function turnKillSwitch(
  context: Context,
  { on, reason }: Extract<OrderFact, { readonly type: 'kill-switch' }>,
): void {
  const { state } = context;
  if (!on) {
    delete state.killSwitch;
    return;
  }
  state.killSwitch = reason;
  if (state.run !== 'created' && state.run !== 'recovering') halt(context, killSwitchText(reason));
}

/** Why a campaign has halted under the kill switch. */
export function killSwitchText(reason: string): string {
  return `kill switch: ${reason}`;
}

/** Withdraws the leads on agents' screens. They return to the queue. */
export function withdrawOffers(context: Context): void {
  for (const agent of context.state.agents.values()) if (agent.preview) skip(context, agent, 'withdrawn');
}

/** Stops a draining campaign when it has no call left. */
export function settleDraining(context: Context): void {
  const { state } = context;
  if (state.run !== 'draining' || state.recovering || state.unreconciled.size > 0) return;
  if (state.calls.size > 0) return haltUnwritten(context);
  cancelTimer(context, { kind: 'tick' });
  setRunState(context, 'stopped');
}

/**
 * Tries to write the end of a call, half a minute's worth, after which a draining campaign no longer waits
 * for its journal.
 */
const TRIES_WHILE_DRAINING = 5;

/** Halts a draining campaign of which only ends are left that the journal does not confirm. */
function haltUnwritten(context: Context): void {
  const calls = [...context.state.calls.values()];
  if (calls.some(({ stage, closeTries }) => stage !== 'closing' || closeTries < TRIES_WHILE_DRAINING)) return;
  halt(
    context,
    `journal-silent: it has not confirmed the ending of ${countOf(calls.length, 'call')} for half a ` +
      `minute; the next start settles them`,
  );
}

/** Why the campaign takes no agents and does not start. Null: telephony is here, or comes back. */
export function telephonyRefusal({ state }: Context): string | null {
  return state.telephonyGone ? 'telephony is lost for good: another process has it' : null;
}
