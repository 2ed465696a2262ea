/** Preview mode: an agent sees the lead first, then accepts or skips it, or the timer decides. */
import type { Agent } from '../agents/agent.js';
import { setAgentState, settleAgent } from '../agents/agents.js';
import { cancelTimer, emit, setTimer, type Context } from '../context.js';
import type { CampaignEvent } from '../events.js';
import { releaseLeads } from '../supply/lead-buffer.js';
import type { Lead } from '../supply/lead.js';
import { placeForAgent } from './open-attempt.js';

/** Puts a lead on the agent's screen. */
export function offer(context: Context, agent: Agent, lead: Lead): void {
  const { timeoutMs } = context.state.settings.preview;
  const expiresAt = timeoutMs === null ? null : context.now + timeoutMs;
  agent.preview = { lead, expiresAt };
  context.statistics.agentWaited(context.now - agent.readySince);
  setAgentState(context, agent, 'reserved');
  if (expiresAt !== null) setTimer(context, { kind: 'preview', agentId: agent.agentId }, expiresAt);
  emit(context, {
    type: 'preview.offered',
    agentId: agent.agentId,
    lead,
    phone: lead.phones[lead.phoneIndex]?.phone ?? '',
    expiresAt,
  });
}

/** The agent accepts the lead. A person's click starts this call. */
export function accept(context: Context, agent: Agent): void {
  dialOffer(context, agent, 'accepted');
}

/** The preview timer fired. The lead is dialed without a click, or skipped. */
export function previewTimer(context: Context, agent: Agent): void {
  if (!agent.preview) return;
  if (context.state.settings.preview.onTimeout === 'dial') dialOffer(context, agent, 'timer');
  else skip(context, agent, 'timer');
}

function dialOffer(context: Context, agent: Agent, how: 'accepted' | 'timer'): void {
  const lead = endOffer(context, agent, how);
  if (!lead) return;
  placeForAgent(context, agent, lead, 'preview', how === 'accepted');
  if (agent.attemptId === null && agent.awaitingLeg === null) settleAgent(context, agent);
}

/** The agent skips the lead, or it is withdrawn. The lead returns to the queue. */
export function skip(context: Context, agent: Agent, how: 'skipped' | 'timer' | 'withdrawn'): void {
  const lead = endOffer(context, agent, how);
  if (!lead) return;
  if (how === 'withdrawn') releaseLeads(context, [lead], 'withdrawn');
  else releaseLeads(context, [lead], 'skipped', context.now + context.state.settings.preview.skipDelayMs);
  settleAgent(context, agent);
}

function endOffer(
  context: Context,
  agent: Agent,
  how: Extract<CampaignEvent, { type: 'preview.ended' }>['how'],
): Lead | null {
  if (!agent.preview) return null;
  const { lead } = agent.preview;
  agent.preview = null;
  cancelTimer(context, { kind: 'preview', agentId: agent.agentId });
  emit(context, { type: 'preview.ended', agentId: agent.agentId, leadId: lead.leadId, how });
  return lead;
}
