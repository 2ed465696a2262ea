/** The one door through which an attempt is dialed, for a lead or a third party: the interlocks hold here. */
import { defined } from '../../defined.js';
import { invariant } from '../../invariant.js';
import type { AttemptId } from '../call/attempt.js';
import type { Call } from '../call/call.js';
import { moveTo } from '../call/calls.js';
import { type Context, send, setTimer } from '../context.js';
import { interlock } from './interlocks.js';

/**
 * Time for detection, connecting and late events, added to set-up and ring time. A call without news for
 * longer is lost.
 */
const EXPIRY_SLACK_MS = 20_000;

/** How an attempt is dialed. */
export interface Dialing {
  readonly ringTimeoutMs: number;
  /** @default false */
  readonly detectMachine?: boolean;
  /** The call that it is to join: both are on one server. */
  readonly beside?: AttemptId;
}

/** Has an attempt dialed that is in the journal and that the gate allowed. */
export function orderDial(
  context: Context,
  call: Call,
  { ringTimeoutMs, detectMachine = false, beside }: Dialing,
): void {
  const { settings } = context.state;
  const { attemptId, phone } = call;
  invariant(
    interlock(settings, phone) === null,
    `attempt ${attemptId} passed an interlock when opened and fails it when dialed`,
  );
  moveTo(context, call, 'dialing');
  call.dialedAt = context.now;
  const expiresAt = context.now + settings.dialCommandLifeMs;
  send(context, {
    port: 'telephony',
    method: 'dial',
    command: {
      ...{ campaignId: settings.campaignId, attemptId, phone, callerNumber: settings.callerNumber },
      ...defined({ trunk: settings.trunk, beside }),
      ringTimeoutMs,
      setupTimeoutMs: settings.setupTimeoutMs,
      detectMachine,
      at: context.now,
      expiresAt,
    },
  });
  const mostMs = settings.setupTimeoutMs + ringTimeoutMs + EXPIRY_SLACK_MS;
  setTimer(context, { kind: 'expiry', attemptId }, expiresAt + mostMs);
}
