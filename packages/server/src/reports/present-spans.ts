/** What agents do at this moment, added to the spans of their day: those are journaled every ten minutes. */
import type { AgentView } from 'outdial';
import type { AgentDay, AgentSpan } from '@outdial/store';

/** The days with the state that each agent is in, up to `range.to`, now; epoch ms. */
export function withPresentSpans(
  days: readonly AgentDay[],
  agents: readonly Pick<AgentView, 'agentId' | 'state' | 'since' | 'code'>[],
  range: { readonly from: number; readonly to: number },
): readonly AgentDay[] {
  const byAgent = new Map(days.map((day) => [day.agentId, day]));
  for (const agent of agents) {
    const spans = byAgent.get(agent.agentId)?.spans ?? [];
    const present = presentSpans(agent, spans, range);
    if (present.length > 0)
      byAgent.set(agent.agentId, { agentId: agent.agentId, spans: [...spans, ...present] });
  }
  return [...byAgent.values()].sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
}

function presentSpans(
  { state, since, code }: Pick<AgentView, 'state' | 'since' | 'code'>,
  spans: readonly AgentSpan[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly AgentSpan[] {
  if (state === 'offline') return [];
  const isPaused = state === 'paused';
  const known = spans.filter(({ doing }) => doing === 'there' || doing === 'paused').map((span) => span.to);
  const presence: AgentSpan = {
    doing: isPaused ? 'paused' : 'there',
    code: isPaused ? code : null,
    from: Math.max(from, since, ...known),
    to,
  };
  const call = state === 'talking' ? 'talk' : state === 'wrap-up' ? 'wrap-up' : undefined;
  const ofCall: readonly AgentSpan[] =
    call === undefined ? [] : [{ doing: call, code: null, from: Math.max(from, since), to }];
  return [presence, ...ofCall].filter((span) => span.to > span.from);
}
