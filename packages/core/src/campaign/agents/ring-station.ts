/** The one place that calls an agent's station: what the campaign's stations refuse is never rung. */
import { send, type Context } from '../context.js';
import type { Agent } from './agent.js';
import { stationRefusal } from './stations.js';

/**
 * Asks telephony for the agent's leg. `anew`: in place of what is left of an earlier one. Returns why it was
 * not asked for: the settings may have changed since the agent logged in.
 */
export function ringStation(
  context: Context,
  agent: Agent,
  { anew = false }: { readonly anew?: boolean } = {},
): string | null {
  const { agentId, station } = agent;
  const refusal = stationRefusal(context.state.settings, station);
  if (refusal !== null) return refusal;
  agent.legRequestedAt = context.now;
  send(context, {
    port: 'telephony',
    method: 'ringAgent',
    command: { agentId, station, ...(anew && { anew }), at: context.now },
  });
  return null;
}
