import type { SimulationOptions } from './simulation-options.js';
import type { SimulationEvidence, SimulationResult } from './simulation-result.js';
import { World } from './world.js';

/**
 * Runs campaigns of the real engine in a simulated world, in virtual time: first `duration` ms with the
 * faults given, then healed until everything is drained; then the auditor checks the invariants. The same
 * options give the same result, bit for bit.
 *
 * @example simulateCampaign({ seed: 1, settings, agents: [{ agentId: 'a1', campaignId: 'spring' }], list,
 *   startAt, duration: 3_600_000 }).statistics
 */
export function simulateCampaign(options: SimulationOptions): SimulationResult & SimulationEvidence {
  const world = new World(options);
  const result = world.run();
  return { ...result, log: world.carrier.log, disk: world.disk };
}
