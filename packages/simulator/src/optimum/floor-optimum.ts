/** The exact optimum of two memoryless campaigns that share agents. */
import { FloorChain } from './floor-chain.js';
import type { FloorRates, MemorylessFloor, Prices } from './floor-chain.js';

/** The best that a floor can reach within the targets of both campaigns. */
export interface FloorOptimum {
  /** Weighted busy agents over all agents: occupancy, where both weights are 1. */
  readonly weightedOccupancy: number;
  /** Price of an abandoned answer beyond the target, by campaign, at the optimum. */
  readonly prices: Prices;
  /** Rates of the last policies looked at: the optimum mixes those at these prices. */
  readonly rates: FloorRates;
}

interface Cut extends FloorRates {
  readonly reward: number;
}

interface PriceBox {
  readonly lowest: Prices;
  readonly highest: Prices;
}

/** Prices looked at, in weighted handle times: every price gives an upper bound. */
const LOWEST_PRICE = 0.1;
const HIGHEST_PRICE = 20;
const PRECISION = 1e-5;
const MOST_CUTS = 40;
const CLOSE = 2e-5;
/** Calls in flight considered, in answers per agent, and on top. */
const ANSWERS_PER_AGENT = 1.3;
const FURTHER_ANSWERS = 2;

/**
 * The best weighted occupancy of two campaigns of which neither abandons more than its target.
 *
 * The dual of the constrained decision process: for each pair of prices on abandoned answers beyond the
 * target, the gain of the best policy is an upper bound; the least of these bounds is the optimum (policies
 * may be mixed over time). It is convex in the prices and is minimised by cutting planes. Sources: E.
 * Altman, "Constrained Markov Decision Processes" (1999), chapter 3; J. E. Kelley, J. SIAM 8 (1960) 703-712.
 */
export function floorOptimum(floor: MemorylessFloor): FloorOptimum {
  const { first, second, both } = floor.agents;
  const reach = [first + both, second + both];
  const mostInFlight = floor.campaigns.map(({ answerRate }, k) =>
    reach[k] === 0 ? 0 : Math.ceil((ANSWERS_PER_AGENT * reach[k]! + FURTHER_ANSWERS) / answerRate),
  ) as [number, number];
  const chain = new FloorChain(floor, mostInFlight);
  const worth = floor.campaigns.map(({ handleTime, weight }) => handleTime * (weight ?? 1)) as [
    number,
    number,
  ];
  const box = { lowest: scaled(worth, LOWEST_PRICE), highest: scaled(worth, HIGHEST_PRICE) };
  const cuts: Cut[] = [];
  let prices: Prices = worth;
  let best: { gain: number; prices: Prices; rates: FloorRates } | undefined;
  for (let i = 0; i < MOST_CUTS; i += 1) {
    const rates = chain.solve(prices, PRECISION);
    const reward = floor.campaigns.reduce((sum, { weight }, k) => sum + (weight ?? 1) * rates.busy[k]!, 0);
    cuts.push({ ...rates, reward });
    const gain = gainAt({ ...rates, reward }, prices);
    if (best === undefined || gain < best.gain) best = { gain, prices, rates };
    const next = lowest(cuts, box);
    if (best.gain - next.gain < CLOSE * Math.abs(best.gain)) break;
    prices = next.prices;
  }
  return {
    weightedOccupancy: best!.gain / (first + second + both),
    prices: best!.prices,
    rates: best!.rates,
  };
}

function scaled([first, second]: Prices, factor: number): Prices {
  return [first * factor, second * factor];
}

function isWithin(price: number, { lowest: low, highest: high }: PriceBox, k: 0 | 1): boolean {
  return price >= low[k] - 1e-9 && price <= high[k] + 1e-9;
}

function gainAt({ reward, excess }: Cut, prices: Prices): number {
  return reward - prices[0] * excess[0] - prices[1] * excess[1];
}

/** Where the largest of all cuts is lowest, within the box of prices: at a corner of two or three planes. */
function lowest(cuts: readonly Cut[], box: PriceBox): { gain: number; prices: Prices } {
  const planes = cuts.map(({ reward, excess }) => [reward, -excess[0], -excess[1]] as const);
  const heightAt = (x: number, y: number): number =>
    planes.reduce((most, [c, a, b]) => Math.max(most, c + a * x + b * y), -Infinity);
  const lines: (readonly [a: number, b: number, c: number])[] = [
    [1, 0, box.lowest[0]],
    [0, 1, box.lowest[1]],
    [1, 0, box.highest[0]],
    [0, 1, box.highest[1]],
  ];
  planes.forEach(([c, a, b], i) => {
    for (const [c2, a2, b2] of planes.slice(0, i)) lines.push([a - a2, b - b2, c2 - c]);
  });
  let best: { gain: number; prices: Prices } = { gain: Infinity, prices: [0, 0] };
  lines.forEach(([a, b, c], i) => {
    for (const [a2, b2, c2] of lines.slice(0, i)) {
      const determinant = a * b2 - a2 * b;
      if (Math.abs(determinant) < 1e-14) continue;
      const x = (c * b2 - c2 * b) / determinant;
      const y = (a * c2 - a2 * c) / determinant;
      if (!isWithin(x, box, 0) || !isWithin(y, box, 1)) continue;
      const gain = heightAt(x, y);
      if (gain < best.gain) best = { gain, prices: [x, y] };
    }
  });
  return best;
}
