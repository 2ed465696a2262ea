/** The agentless mode. */
import type { PacingView, RequestedCalls } from './pacing-view.js';

/** Calls in flight of an agentless campaign that was given no number of lines. */
export const DEFAULT_AGENTLESS_LINES = 100;

/**
 * Agentless: keep the lines full; a call flow, not an agent, takes the answers.
 *
 * An answered call holds its line until its end is reported, or, where hang-ups are never reported, for the
 * prior talk time.
 */
export function paceAgentless({ ledger, options }: PacingView): RequestedCalls {
  const lines = Number.isFinite(options.lines) ? options.lines : DEFAULT_AGENTLESS_LINES;
  return { calls: Math.max(0, Math.floor(lines - ledger.linesInUse)), limit: 'lines' };
}
