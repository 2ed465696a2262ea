/** The end of a call that came in, without an agent or after one. */
import type { Call } from '../call/call.js';
import type { Outcome } from '../call/outcomes.js';
import { cancelTimer, type Context } from '../context.js';
import { closeAttempt } from '../ending/closing.js';
import { releaseAgent } from '../agents/agents.js';
import type { InboundCall, InboundEnding } from './inbound-call.js';

/** How each ending without an agent stands in the journal. */
const OUTCOME_OF: Readonly<Record<InboundEnding, Outcome>> = {
  served: 'conversation',
  left: 'reneged',
  callback: 'message-delivered',
  overflow: 'message-delivered',
  closed: 'message-delivered',
  lost: 'unknown',
};

/** A caller's channel ended, and no agent had talked to them. */
export function callerEnded(context: Context, call: Call, inbound: InboundCall): void {
  const { attemptId } = call;
  cancelTimer(context, { kind: 'queue', attemptId });
  const isLost = call.cause?.by === 'lost' && call.answeredAt !== undefined;
  inbound.ending ??= isLost ? 'lost' : 'left';
  releaseAgent(context, call.agentId, attemptId);
  call.agentId = null;
  closeAttempt(context, call, OUTCOME_OF[inbound.ending]);
}
