/**
 * Leads closed from outside: they are removed from the buffer and the screens, and their unanswered calls are
 * hung up.
 */
import { isUnanswered } from '../call/stages.js';
import type { Context } from '../context.js';
import { orderHangUp } from '../ending/hang-up.js';
import type { LeadFact } from '../facts.js';
import { skip } from '../placing/preview.js';
import { releaseLeads } from './lead-buffer.js';

/** Removes leads closed from outside. Their calls that are not answered yet end now. */
export function withdrawn(context: Context, fact: Extract<LeadFact, { type: 'leads.withdrawn' }>): void {
  const { state } = context;
  const gone = new Set(fact.leadIds);
  const isGone = ({ lead }: { readonly lead: { readonly leadId: string } }): boolean => gone.has(lead.leadId);
  const claimed = [...state.leadBuffer, ...state.reservedAgentBuffer].filter(isGone);
  state.leadBuffer = state.leadBuffer.filter((buffered) => !isGone(buffered));
  state.reservedAgentBuffer = state.reservedAgentBuffer.filter((buffered) => !isGone(buffered));
  releaseLeads(
    context,
    claimed.map(({ lead }) => lead),
    'withdrawn',
  );
  for (const agent of state.agents.values())
    if (agent.preview && gone.has(agent.preview.lead.leadId)) skip(context, agent, 'withdrawn');
  for (const call of state.calls.values()) {
    if (gone.has(call.lead.leadId) && isUnanswered(call.stage)) orderHangUp(context, call);
  }
}
