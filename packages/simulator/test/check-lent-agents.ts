/** Two campaigns on agents of whom every third takes calls of both, whatever faults the seed has. */
import type { DialMode } from '@outdial/core';
import { scenarioOfSeed, simulateCampaign } from '../src/index.js';
import { expectSound } from './check-seed.js';

const BESIDE: readonly DialMode[] = ['predictive', 'power', 'predictive', 'progressive'];

/**
 * Simulates a seed, expects every invariant to hold, and counts who heard an agent and how often one was
 * lent.
 */
export function checkLentAgents(seed: number): { readonly heardAnAgent: number; readonly lent: number } {
  const scenario = scenarioOfSeed(seed);
  const [drawn] = [scenario.settings].flat();
  if (drawn === undefined) throw new Error(`seed ${seed} has no campaign`);
  const beside = BESIDE[seed % BESIDE.length] ?? 'predictive';
  let lent = 0;
  const result = simulateCampaign({
    ...scenario,
    settings: [
      { ...drawn, mode: 'predictive' },
      { ...drawn, campaignId: 'beta', mode: beside },
    ],
    agents: scenario.agents.map((agent, i) => ({
      ...agent,
      campaignId: i % 3 === 2 ? 'beta' : drawn.campaignId,
      alsoFor: i % 3 === 0 ? [drawn.campaignId, 'beta'] : [],
    })),
    sharesAgents: true,
    onEvent: (event) => {
      if (event.type === 'agent.state' && event.reason?.startsWith('works for') === true) lent += 1;
    },
  });
  expectSound(result);
  return { heardAnAgent: result.statistics.heardAnAgent, lent };
}
