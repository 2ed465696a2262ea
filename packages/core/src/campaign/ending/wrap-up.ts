/** From the end of a conversation to the disposition that closes its attempt. */
import { agentOf, releaseAgent, setAgentState } from '../agents/agents.js';
import type { Call } from '../call/call.js';
import { moveTo } from '../call/calls.js';
import type { Outcome } from '../call/outcomes.js';
import { type Context, setTimer } from '../context.js';
import { endConversation } from '../conversation/end.js';
import { closeAttempt } from './closing.js';

/** The conversation is over. The agent sets the disposition, or the timer does. */
export function startWrapUp(context: Context, call: Call): void {
  if (!call.inbound) context.statistics.ended += 1;
  if (call.countsForPacer)
    context.pacer.observe({ type: 'ended', callId: call.attemptId, outcome: 'hung-up', at: context.now });
  endConversation(context, call);
  moveTo(context, call, 'wrap-up');
  const agent = agentOf(context, call);
  if (!agent) {
    if (isAwaited(context, call)) limitWrapUp(context, call);
    else finishWrapUp(context, call);
    return;
  }
  setAgentState(context, agent, 'wrap-up');
  if (call.disposition !== undefined && call.callbackAsked !== true) finishWrapUp(context, call);
  else limitWrapUp(context, call);
}

function limitWrapUp(context: Context, { attemptId }: Call): void {
  const { timeoutMs } = context.state.settings.wrapUp;
  setTimer(context, { kind: 'wrap-up', attemptId }, context.now + timeoutMs);
}

/** The last agent has handed the customer on, and has not yet said what became of their talk. */
function isAwaited({ state }: Context, { attemptId, disposition, lastOwnerId }: Call): boolean {
  const last = lastOwnerId === undefined ? undefined : state.agents.get(lastOwnerId);
  return disposition === undefined && last?.part?.attemptId === attemptId;
}

/**
 * Closes the attempt with its disposition and frees the agent. Without one, the disposition of the wrap-up
 * time-out is used.
 */
export function finishWrapUp(context: Context, call: Call): void {
  if (call.stage !== 'wrap-up') return;
  if (call.disposition === undefined) {
    call.disposition = context.state.settings.wrapUp.disposition;
    call.unsaid = true;
  }
  const disposition = context.state.settings.dispositions.find((known) => known.code === call.disposition);
  if (call.sampled) context.governor.sample(disposition?.outcome !== 'machine');
  const outcome: Outcome = disposition?.outcome ?? 'conversation';
  if (outcome === 'machine' || outcome === 'voicemail') noPersonAnswered(context, call);
  const { agentId } = call;
  closeAttempt(context, call, call.abandoned && outcome === 'reneged' ? 'abandoned' : outcome);
  releaseAgent(context, agentId, call.attemptId);
}

/** The agent found a machine. The answer is removed from the denominator of every abandonment rate. */
function noPersonAnswered(context: Context, call: Call): void {
  if (call.liveAt === undefined || call.abandoned) return;
  delete call.liveAt;
  context.governor.notLive(context.now);
  context.statistics.liveAnswers -= 1;
  context.statistics.machines += 1;
  context.statistics.machinesToAgents += 1;
}
