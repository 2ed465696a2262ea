/** The order to hang up a call, repeated until telephony confirms. */
import { endFlow } from '../answering/flows.js';
import type { Call } from '../call/call.js';
import { moveTo } from '../call/calls.js';
import { isOver } from '../call/stages.js';
import { type Context, send, setTimer } from '../context.js';

/** Again after this long when telephony does not confirm. */
const HANG_UP_RETRY_MS = 5_000;

/** Ends a call; the slot is released when telephony confirms, or when it keeps silent for too long. */
export function orderHangUp(context: Context, call: Call): void {
  if (isOver(call.stage)) return;
  if (call.flow) endFlow(context, call);
  if (call.stage !== 'connected') moveTo(context, call, 'ending');
  call.hangUp = { at: context.now, tries: (call.hangUp?.tries ?? 0) + 1 };
  send(context, {
    port: 'telephony',
    method: 'hangUp',
    command: { attemptId: call.attemptId, at: context.now },
  });
  setTimer(context, { kind: 'expiry', attemptId: call.attemptId }, context.now + HANG_UP_RETRY_MS);
}
