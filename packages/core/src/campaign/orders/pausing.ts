/** An agent's pause: at once, or after the present call. */
import type { Agent } from '../agents/agent.js';
import { setAgentState } from '../agents/agents.js';
import type { Context } from '../context.js';
import { mayOverdial } from '../modes.js';
import { skip } from '../placing/preview.js';

/** The agent takes no more calls after the present one. `code`: why, for reports. */
export function pause(context: Context, agent: Agent, code: string): void {
  if (agent.leaveReason !== undefined) return;
  agent.pauseCode = code;
  if (agent.preview) {
    agent.next = 'paused';
    skip(context, agent, 'withdrawn');
  } else if (agent.attemptId !== null || agent.awaitingLeg || agent.part) {
    agent.next = 'paused';
  } else if (agent.state === 'ready') {
    // Calls dialed for this agent may still be answered. The agent stays connectable until those calls are
    // resolved.
    setAgentState(context, agent, mayOverdial(context.state.settings.mode) ? 'pausing' : 'paused');
  }
}
