import { expect, test } from '@jest/globals';
import type { DialMode } from '@outdial/core';
import { scenarioOfSeed, simulateCampaign } from '../src/index.js';
import { expectSound } from './check-seed.js';

const BESIDE: readonly DialMode[] = ['predictive', 'power', 'predictive', 'progressive'];

// Every third agent takes calls of both campaigns, whatever faults the seed has.
test.each([0, 1, 2, 3])(
  'seed %i: campaigns that share agents hold every invariant under faults',
  (seed) => {
    const scenario = scenarioOfSeed(seed);
    const [drawn] = [scenario.settings].flat();
    if (drawn === undefined) throw new Error(`seed ${seed} has no campaign`);
    const beside = BESIDE[seed] ?? 'predictive';
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
    expect(result.statistics.heardAnAgent).toBeGreaterThan(0);
    if (beside !== 'progressive') expect(lent).toBeGreaterThan(0);
  },
  60_000,
);
