/** The entry of the simulator: one call runs a campaign and audits it. */
import type { SimulationOptions } from './simulation-options.js';
import type { SimulationEvidence, SimulationResult } from './simulation-result.js';
import { CampaignSimulation } from './campaign-simulation.js';

/**
 * Runs campaigns of the real engine with simulated calls and agents, in virtual time: first `duration` ms
 * with the faults given, then healed until everything is drained; then the auditor checks the invariants. The
 * same options give the same result, bit for bit.
 *
 * @example simulateCampaign({ seed: 1, settings, agents: [{ agentId: 'a1', campaignId: 'spring' }], list,
 * startAt, duration: 3_600_000 }).statistics
 */
export function simulateCampaign(options: SimulationOptions): SimulationResult & SimulationEvidence {
  const simulation = new CampaignSimulation(options);
  const result = simulation.run();
  return { ...result, log: simulation.carrier.log, disk: simulation.disk };
}
