/** From an opened attempt to the dial command. */
import { invariant } from '../../invariant.js';
import { agentOf, releaseAgent } from '../agents/agents.js';
import type { Call } from '../call/call.js';
import { type Context, emit } from '../context.js';
import { closeAttempt } from '../ending/closing.js';
import { mayOverdial } from '../modes.js';
import { orderDial } from './order-dial.js';
import { defined } from '../../defined.js';

/**
 * The attempt is in the journal and the compliance gate allowed it. The call is dialed, unless the state of
 * the campaign has changed meanwhile.
 */
export function opened(context: Context, call: Call): void {
  if (call.stage !== 'opening') return;
  const reason = reasonNotToDial(context, call);
  if (reason !== null) {
    call.cause = { q850: 0, by: 'refused', text: reason };
    releaseAgent(context, call.agentId, call.attemptId);
    closeAttempt(context, call, 'cancelled');
    return;
  }
  dial(context, call);
}

function reasonNotToDial(context: Context, call: Call): string | null {
  const { state } = context;
  if (state.run !== 'running') return `the campaign is ${state.run}`;
  if (!state.telephonyUp) return 'telephony is down';
  if (context.now - call.openedAt > state.settings.dialCommandLifeMs) return 'the journal answered too late';
  if (call.agentId !== null && !agentOf(context, call)) return 'the reserved agent is gone';
  if (call.agentId === null && mayOverdial(call.mode) && context.governor.spent(context.now))
    return 'the abandonment budget is spent';
  return null;
}

function dial(context: Context, call: Call): void {
  const { settings } = context.state;
  const { mode } = call;
  invariant(
    mode !== 'inbound' && mode !== 'third-party',
    `attempt ${call.attemptId} is not dialed for a lead`,
  );
  invariant(
    call.agentId !== null || mayOverdial(call.mode) || call.mode === 'agentless',
    `attempt ${call.attemptId} in ${call.mode} mode has no agent`,
  );
  call.detectMachine = settings.machineDetection !== null && call.mode !== 'manual';
  orderDial(context, call, { ringTimeoutMs: settings.ringTimeoutMs, detectMachine: call.detectMachine });
  context.statistics.dials += 1;
  noteDial(context);
  if (call.countsForPacer) {
    const { answerProbability, skills } = call.lead;
    context.pacer.observe({
      type: 'dialed',
      callId: call.attemptId,
      at: context.now,
      ...defined({ answerProbability, skills: skills.length > 0 ? skills : undefined }),
    });
  }
  emit(context, {
    type: 'call.dialed',
    attemptId: call.attemptId,
    leadId: call.lead.leadId,
    mode,
    ...(call.agentId !== null ? { agentId: call.agentId } : {}),
  });
}

/** Measures dial commands per second over windows of ten seconds, to size the lead buffer. */
function noteDial(context: Context): void {
  const rate = context.state.dialRate;
  rate.count += 1;
  if (context.now - rate.windowStart < 10_000) return;
  rate.perSecond = (rate.count * 1_000) / Math.max(1, context.now - rate.windowStart);
  rate.windowStart = context.now;
  rate.count = 0;
}
