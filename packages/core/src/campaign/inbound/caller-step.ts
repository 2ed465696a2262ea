/** What the end of a call that came in means: counted, reported, and the next step of the caller's lead. */
import type { Call } from '../call/call.js';
import { emit, type Context } from '../context.js';
import type { LeadNext } from '../supply/lead.js';
import { callerCounted } from './counting.js';
import { NO_LEAD, type InboundCall } from './inbound-call.js';

/** Counts and reports the end of a call that came in, as its attempt is closed. */
export function noteCallerEnded(context: Context, call: Call, inbound: InboundCall): void {
  const { attemptId } = call;
  inbound.ending ??= call.connectedAt === undefined ? 'lost' : 'served';
  const { ending } = inbound;
  if (ending !== 'served') callerCounted(context, ending);
  const until = call.connectedAt ?? call.endedAt ?? context.now;
  emit(context, { type: 'caller.ended', attemptId, ending, waitedMs: until - inbound.arrivedAt });
}

/** The next step of a caller's lead. Null: it stays as it was. */
export function stepOfCaller({ now }: Context, call: Call): LeadNext | null {
  const { inbound, lead, phone } = call;
  if (inbound?.ending !== 'callback' || lead.leadId === NO_LEAD) return null;
  const phoneIndex = Math.max(
    0,
    lead.phones.findIndex((each) => each.phone === phone),
  );
  const callback = { at: now, note: 'asked for while they waited' };
  return {
    status: 'open',
    nextDialableAt: now,
    phoneIndex,
    reason: 'callback',
    callback,
    why: 'callback-from-queue',
  };
}
