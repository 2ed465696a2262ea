/** What is left of a campaign whose telephony another process has taken. */
import type { Context } from '../context.js';
import { logOut } from './agent-orders.js';
import { halt } from './halting.js';

/**
 * The campaign halts, and its agents leave: at once, or when they have said what their last conversation was.
 */
export function leaveTelephony(context: Context, reason: string): void {
  context.state.telephonyGone = true;
  halt(context, `telephony-lost: ${reason}`);
  for (const agent of [...context.state.agents.values()]) logOut(context, agent, reason);
}
