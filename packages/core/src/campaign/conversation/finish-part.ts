/** The end of an agent's wrap-up after a conversation that they handed over. */
import type { Agent } from '../agents/agent.js';
import { settleAgent } from '../agents/agents.js';
import type { Context } from '../context.js';
import { finishWrapUp } from '../ending/wrap-up.js';
import { endPart } from './owners.js';

/** The agent has wrapped up a conversation that they handed over. */
export function finishPart(context: Context, agent: Agent): void {
  if (!agent.part) return;
  const call = context.state.calls.get(agent.part.attemptId);
  endPart(context, agent);
  settleAgent(context, agent);
  // Nobody else has the customer, and the call is over: its attempt waited for this agent alone.
  if (call?.agentId === null && call.lastOwnerId === agent.agentId) finishWrapUp(context, call);
}
