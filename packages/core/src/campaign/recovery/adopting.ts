/** After a restart: a call whose channel is up is taken over as it is found, and as the journal knew it. */
import { setAgentState } from '../agents/agents.js';
import { abandonAdopted, carryOutRequests } from '../answering/connecting.js';
import { beginFlow } from '../answering/flows.js';
import type { Call } from '../call/call.js';
import type { Context } from '../context.js';
import { restate } from '../conversation/arranging.js';
import { beginConversation } from '../conversation/begin.js';
import { beConnected, resumeInFlow, resumeSeeking } from '../conversation/resuming.js';
import { conversationSettings } from '../conversation/settings.js';
import { orderHangUp } from '../ending/hang-up.js';
import type { CallFact } from '../facts.js';
import { enterQueue } from '../inbound/queue.js';
import { adoptOutside } from './third-parties.js';

/**
 * Takes over a channel that is up and has no agent. Who never had one, hears the message now. Who had one
 * was being transferred, was parked, or lost the agent in the crash: an agent is sought, and nothing is
 * abandoned.
 */
export function adoptAnswered(context: Context, call: Call): void {
  const { settings } = context.state;
  call.answeredAt ??= context.now;
  if (call.connectedAt !== undefined && adoptInFlow(context, call)) return;
  if (!call.inbound && call.connectedAt !== undefined) return adoptUnowned(context, call);
  call.agentId = null;
  if (call.inbound) return enterQueue(context, call);
  // A message was being left. How much of it the machine has is not known: it is not left a second time.
  if (call.machineVerdict === 'machine') return orderHangUp(context, call);
  if (call.liveAt === undefined) {
    call.liveAt = context.now;
    context.governor.liveAnswer(context.now);
  }
  if (call.mode === 'agentless' && settings.agentlessFlow && !call.abandoned)
    // The campaign's message is what the person is called for. It begins anew, with its way to opt out.
    carryOutRequests(context, call, beginFlow(context, call, 'agentless', settings.agentlessFlow));
  else abandonAdopted(context, call);
}

/** Takes over a conversation without a change to it. The agent gets the call back at their next login. */
export function adoptConnected(
  context: Context,
  call: Call,
  found: Pick<Extract<CallFact, { type: 'call.reconciled' }>, 'agentIds' | 'partnerId'>,
): void {
  const { agentIds = [], partnerId } = found;
  if (agentIds.length === 0 && partnerId !== undefined && adoptOutside(context, call, partnerId)) return;
  const agentId = ownerAmong(agentIds, call.agentId);
  if (agentId === null && partnerId !== undefined) return adoptAnswered(context, call);
  beConnected(context, call);
  call.agentId = agentId;
  beginConversation(context, call);
  // Before the restart the person may have been on hold: both are put in one room.
  if (call.conversation && agentId !== null) restate(context, call, call.conversation);
  const agent = agentId === null ? undefined : context.state.agents.get(agentId);
  if (agent) joinAdopted(context, call);
}

/** The owner whom the journal knew, where they are there. A supervisor who joined is not the owner. */
function ownerAmong(found: readonly string[], known: string | null): string | null {
  if (known !== null && found.includes(known)) return known;
  return found[0] ?? known;
}

/** An agent had given the person to a flow. Returns false where they had not, or the flow is gone. */
function adoptInFlow(context: Context, call: Call): boolean {
  const { givenFlow } = call;
  const flows = conversationSettings(context.state.settings).flows ?? [];
  if (givenFlow === undefined || !flows.some(({ name }) => name === givenFlow)) return false;
  beConnected(context, call);
  resumeInFlow(context, call, givenFlow);
  return true;
}

/** The customer had an agent, and has none now. */
function adoptUnowned(context: Context, call: Call): void {
  beConnected(context, call);
  resumeSeeking(context, call);
}

/** Connects an adopted conversation with its agent, who is logged in again. */
export function joinAdopted(context: Context, call: Call): void {
  const agent = call.agentId === null ? undefined : context.state.agents.get(call.agentId);
  if (!agent || agent.attemptId !== null || agent.preview !== null || agent.awaitingLeg !== null) return;
  agent.attemptId = call.attemptId;
  agent.legUp = true;
  setAgentState(context, agent, 'talking', 'adopted after a restart');
}
