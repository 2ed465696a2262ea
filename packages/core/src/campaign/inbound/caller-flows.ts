/** The flows that callers hear: outside the hours, after too long a wait, and when they are called back. */
import type { Flow } from '../../ivr/index.js';
import { carryOutRequests } from '../answering/connecting.js';
import { beginFlow } from '../answering/flows.js';
import type { Call } from '../call/call.js';
import { cancelTimer, type Context } from '../context.js';

/** Lets a caller hear a flow. It ends the call, or puts the caller into the queue again. */
export function hearFlow(context: Context, call: Call, flow: Flow): void {
  cancelTimer(context, { kind: 'queue', attemptId: call.attemptId });
  cancelTimer(context, { kind: 'expiry', attemptId: call.attemptId });
  carryOutRequests(context, call, beginFlow(context, call, 'inbound', flow));
}
