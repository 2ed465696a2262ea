/** The order to hang up a call, repeated until telephony confirms. */
import { endFlow } from '../answering/flows.js';
import type { Call } from '../call/call.js';
import { moveTo } from '../call/calls.js';
import { isOver } from '../call/stages.js';
import { type Context, send, setTimer } from '../context.js';

/** The order is repeated after this long without a confirmation. */
export const HANG_UP_RETRY_MS = 5_000;

/** Orders a call to hang up. The line is released when telephony confirms, or after too long a silence. */
export function orderHangUp(context: Context, call: Call): void {
  if (isOver(call.stage)) return;
  if (call.flow) endFlow(context, call);
  if (call.stage !== 'connected') moveTo(context, call, 'ending');
  const { at = context.now, tries = 0 } = call.hangUp ?? {};
  call.hangUp = { at, tries: tries + 1 };
  send(context, {
    port: 'telephony',
    method: 'hangUp',
    command: { attemptId: call.attemptId, at: context.now },
  });
  setTimer(context, { kind: 'expiry', attemptId: call.attemptId }, context.now + HANG_UP_RETRY_MS);
}
