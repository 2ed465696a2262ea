/** Scenarios in which people call back, under faults. */
import { messageFlow, type CampaignSettings, type InboundSettings } from '@outdial/core';
import type { SimulationOptions } from '../campaign/simulation-options.js';
import { DEFAULT_CARRIER, type CarrierModel } from '../carrier/carrier-model.js';
import { createRandom } from '../random/random-source.js';
import { scenarioOfSeed } from './scenario-of-seed.js';

const SECOND = 1_000;

/** How many people call back, and when. */
export const RETURNING: NonNullable<CarrierModel['callers']> = {
  returnShare: 0.5,
  returnDelay: { kind: 'uniform', from: 5 * SECOND, to: 120 * SECOND },
  withheldShare: 0.1,
  strangerShare: 0.1,
};

/** Settings of calls that come in, for simulations. */
export function simulatedInbound(
  { callerNumber }: Pick<CampaignSettings, 'callerNumber'>,
  changes: Partial<InboundSettings> = {},
): InboundSettings {
  return {
    numbers: [callerNumber],
    hours: null,
    closedFlow: messageFlow({ id: 'closed', media: ['sound:closed'] }),
    mostWaiting: 10,
    mostWaitMs: 180 * SECOND,
    overflowFlow: messageFlow({ id: 'overflow', media: ['sound:overflow'] }),
    announcements: {
      everyMs: 20 * SECOND,
      next: ['sound:you-are-next'],
      before: ['sound:there-are'],
      after: ['sound:callers-waiting'],
    },
    callback: {
      key: '1',
      offer: ['sound:press-1'],
      flow: messageFlow({ id: 'callback', media: ['sound:we-call-back'] }),
    },
    skills: [],
    work: 'both',
    serviceLevelMs: 20 * SECOND,
    ...changes,
  };
}

/** The scenario of a seed, with people who call back. */
export function callersScenarioOfSeed(seed: number): SimulationOptions {
  const scenario = scenarioOfSeed(seed);
  const stream = createRandom(seed).stream('callers');
  const changes = (): Partial<InboundSettings> => ({
    mostWaiting: stream.pick([1, 3, 10]),
    mostWaitMs: stream.pick([20, 180]) * SECOND,
  });
  const settings = [scenario.settings].flat() as readonly CampaignSettings[];
  return {
    ...scenario,
    settings: settings.map((campaign) => ({ ...campaign, inbound: simulatedInbound(campaign, changes()) })),
    carrier: { ...DEFAULT_CARRIER, ...scenario.carrier, callers: RETURNING },
  };
}
