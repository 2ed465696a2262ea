/** When a callback that one agent promised is given to anybody. */
import type { Lead } from '@outdial/core';

/**
 * Callbacks due at this instant or before (epoch ms) are anybody's at `at`; below every instant where they
 * stay with their agents.
 */
export function anybodysSince(at: number, afterMs: number | null | undefined): number {
  return afterMs === null || afterMs === undefined ? -1 : at - afterMs;
}

/** The lead of a callback that has become anybody's: it keeps instant and note, and names no agent. */
export function withoutAgent(lead: Lead): Lead {
  const { callback, ...rest } = lead;
  if (callback?.agentId === undefined) return lead;
  const { agentId: _agent, ...promised } = callback;
  return { ...rest, callback: promised };
}
