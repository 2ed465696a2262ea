/** Every pacer of the comparison, made anew for each replication. */
import { createPacer } from '@outdial/core';
import * as sim from '@outdial/simulator';

/** Ours, steering to this share of abandoned answers. */
export const outdial =
  (target = 0.03) =>
  (scenario) =>
    createPacer({ mode: 'predictive', abandonment: { target }, connectGrace: scenario.connectGrace });

export const pacers = {
  outdial: outdial(),
  progressive: () => sim.progressiveBaseline(),
  'VICIdial RATIO 1.5': () => sim.vicidialBaseline({ method: 'RATIO', level: 1.5 }),
  'VICIdial RATIO 3, available': () =>
    sim.vicidialBaseline({ method: 'RATIO', level: 3, availableOnly: true }),
  'VICIdial RATIO 6, available': () =>
    sim.vicidialBaseline({ method: 'RATIO', level: 6, availableOnly: true }),
  'VICIdial ADAPT_HARD_LIMIT': () => sim.vicidialBaseline({ method: 'ADAPT_HARD_LIMIT' }),
  'VICIdial ADAPT_HARD_LIMIT, available, max 6': () =>
    sim.vicidialBaseline({ method: 'ADAPT_HARD_LIMIT', availableOnly: true, maxLevel: 6 }),
  'VICIdial ADAPT_AVERAGE': () => sim.vicidialBaseline({ method: 'ADAPT_AVERAGE' }),
  'VICIdial ADAPT_AVERAGE, available, max 6': () =>
    sim.vicidialBaseline({ method: 'ADAPT_AVERAGE', availableOnly: true, maxLevel: 6 }),
  'VICIdial ADAPT_TAPERED': () => sim.vicidialBaseline({ method: 'ADAPT_TAPERED' }),
  'VICIdial ADAPT_TAPERED, available, max 6': () =>
    sim.vicidialBaseline({ method: 'ADAPT_TAPERED', availableOnly: true, maxLevel: 6 }),
  Issabel: () => sim.issabelBaseline(),
  'Issabel, over-commit': () => sim.issabelBaseline({ overCommit: true }),
  'Impact Dialing, 3 %': () => sim.impactDialingBaseline({ allowed: 0.03 }),
  'Impact Dialing, 5 %': () => sim.impactDialingBaseline({ allowed: 0.05 }),
  'binomial bound': () => sim.binomialBoundBaseline({ linesPerAgent: 5 }),
  'binomial bound, credit 0.5': () => sim.binomialBoundBaseline({ linesPerAgent: 5, credit: 0.5 }),
  Webitel: () => sim.webitelBaseline(),
  'deficit rule': () => sim.deficitBaseline(),
  'Fourati-Tabbane': () => sim.fouratiTabbaneBaseline(),
  'threshold 2 x free': () => sim.thresholdBaseline({ k: 2 }),
  'threshold 3 x free': () => sim.thresholdBaseline({ k: 3 }),
  'Sinch free + share of busy': () => sim.sinchBaseline(),
  Clientflame: () => sim.clientflameBaseline(),
};
