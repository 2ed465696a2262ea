/** From an opened attempt to the dial command. */
import { invariant } from '../../invariant.js';
import { agentOf, releaseAgent } from '../agents/agents.js';
import type { Call } from '../call/call.js';
import { moveTo } from '../call/calls.js';
import { type Context, emit, send, setTimer } from '../context.js';
import { closeAttempt } from '../ending/closing.js';
import { mayOverdial } from '../modes.js';
import { interlock } from './interlocks.js';
import { defined } from '../../defined.js';

/**
 * Time for detection, connecting and late events, added to set-up and ring time. A call without news for
 * longer is lost.
 */
const EXPIRY_SLACK_MS = 20_000;

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
    interlock(settings, call.phone) === null,
    `attempt ${call.attemptId} passed an interlock when opened and fails it when dialed`,
  );
  invariant(
    call.agentId !== null || mayOverdial(call.mode) || call.mode === 'agentless',
    `attempt ${call.attemptId} in ${call.mode} mode has no agent`,
  );
  moveTo(context, call, 'dialing');
  call.dialedAt = context.now;
  call.detectMachine = settings.machineDetection !== null && call.mode !== 'manual';
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
  const expiresAt = context.now + settings.dialCommandLifeMs;
  send(context, {
    port: 'telephony',
    method: 'dial',
    command: {
      campaignId: settings.campaignId,
      attemptId: call.attemptId,
      phone: call.phone,
      callerNumber: settings.callerNumber,
      ...defined({ trunk: settings.trunk }),
      ringTimeoutMs: settings.ringTimeoutMs,
      setupTimeoutMs: settings.setupTimeoutMs,
      detectMachine: call.detectMachine,
      at: context.now,
      expiresAt,
    },
  });
  setTimer(
    context,
    { kind: 'expiry', attemptId: call.attemptId },
    expiresAt + settings.setupTimeoutMs + settings.ringTimeoutMs + EXPIRY_SLACK_MS,
  );
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
