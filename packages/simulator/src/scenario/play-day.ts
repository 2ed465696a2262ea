/** Plays a floor's day, says what was found, and shrinks a day on which something was. */
import { simulateCampaign } from '../campaign/simulate-campaign.js';
import type { SimulationResult } from '../campaign/simulation-result.js';
import { FAULT_KINDS } from '../faults/fault-kinds.js';
import { DAY_PARTS, floorDayOfSeed, type FloorDay } from './floor-day.js';

/** What a day of a floor was and what was found. */
export interface PlayedDay {
  readonly day: FloorDay;
  readonly campaigns: number;
  readonly minutes: number;
  readonly result: SimulationResult;
  /** Breaches of invariants, faults that the engine reported, a drain that did not end. Empty: sound. */
  readonly found: readonly string[];
}

/** Plays the day of a seed. An exception is a finding, too. */
export function playDay(day: FloorDay): PlayedDay {
  const options = floorDayOfSeed(day);
  const { log: _log, disk: _disk, ...result } = simulateCampaign(options);
  return {
    day,
    campaigns: [options.settings].flat().length,
    minutes: options.duration / 60_000,
    result,
    found: findingsOf(result),
  };
}

/** What a result has against it, as sentences. */
export function findingsOf({
  audit,
  drained,
  engineFaults,
}: Pick<SimulationResult, 'audit' | 'drained' | 'engineFaults'>): readonly string[] {
  return [
    ...audit.violations.map(({ invariant, what }) => `invariant ${String(invariant)}: ${what}`),
    ...(drained ? [] : ['not drained in time']),
    ...engineFaults.map((fault) => `the engine reported: ${fault}`),
  ];
}

/** A finding without its numbers: the same fault, whatever the attempt. */
export function kindOfFinding(finding: string): string {
  return finding.replaceAll(/\d+/g, 'n');
}

/**
 * The smallest day found on which one of these kinds of findings is still made: campaigns, minutes, leads and
 * agents are reduced, then parts and kinds of faults are left out, until nothing more can go. Runs up to
 * `mostRuns` days.
 */
export function shrinkDay(day: FloorDay, kinds: ReadonlySet<string>, mostRuns = 120): FloorDay {
  let [smallest, runs] = [day, 0];
  const stillFails = (smaller: FloorDay): boolean => {
    if (runs >= mostRuns) return false;
    runs += 1;
    return playDay(smaller).found.some((finding) => kinds.has(kindOfFinding(finding)));
  };
  for (let before: FloorDay | null = null; before !== smallest;) {
    before = smallest;
    for (const smaller of smallerDays(smallest)) {
      const next = smaller(smallest);
      if (next && stillFails(next)) smallest = next;
    }
  }
  return smallest;
}

type Step = (day: FloorDay) => FloorDay | null;

/** Steps to smaller days; null: nothing is left to reduce. */
function smallerDays(day: FloorDay): readonly Step[] {
  const most = { campaigns: 4, agents: 6, leads: 120, minutes: 240, ...day };
  const sizes = (['campaigns', 'minutes', 'leads', 'agents'] as const).flatMap((size) =>
    [most[size] / 4, most[size] / 2, (most[size] * 3) / 4].map((share): Step => (now) => {
      const smaller = Math.max(1, Math.floor(share));
      return smaller < (now[size] ?? most[size]) ? { ...now, [size]: smaller } : null;
    }),
  );
  const parts = [...DAY_PARTS, ...FAULT_KINDS].map((part): Step => (now) => {
    const without = now.without ?? [];
    return without.includes(part) ? null : { ...now, without: [...without, part] };
  });
  return [...sizes, ...parts];
}

/** The command that plays a day again. */
export function replayCommand({ seed, without = [], ...sizes }: FloorDay): string {
  const given = Object.entries(sizes).map(([size, most]) => `--${size} ${String(most)}`);
  const left = without.length > 0 ? [`--without ${without.join(',')}`] : [];
  return [
    'node packages/simulator/tools/replay.mjs --floor',
    `--seed ${String(seed)}`,
    ...given,
    ...left,
  ].join(' ');
}
