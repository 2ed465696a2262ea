/** What can be known today of the obstacles to dialing at an instant that has not come yet. */
import {
  scheduleObstacles,
  type CampaignSchedule,
  type DialingObstacle,
  type DialingObstacleKind,
  type Supply,
} from '@outdial/core';
import { FILTERED, OUTSIDE_WINDOW } from './explain.js';

/** What passes by itself within minutes, so that it says nothing of a later instant. */
const MOMENTARY: ReadonlySet<DialingObstacleKind> = new Set([
  'no-free-agents',
  'lines',
  'call-rate',
  'journal-behind',
]);

/** What is counted anew for the instant. */
const COUNTED: ReadonlySet<DialingObstacleKind> = new Set(['schedule', 'window', 'filtered', 'no-leads']);

/**
 * The obstacles of now as they will be at `at`, epoch ms: what only an action ends stays, what ends by itself
 * before `at` or within minutes is left out, and the leads are those of a survey for that instant.
 */
export function foreseenObstacles(
  now: readonly DialingObstacle[],
  { supply, schedule }: { readonly supply: Supply; readonly schedule: CampaignSchedule | null },
  at: number,
): readonly DialingObstacle[] {
  const found = [
    ...now.filter((obstacle) => lasts(obstacle, at)),
    ...scheduleObstacles(schedule, at),
    ...ofLeads(now, supply),
  ];
  return [...found.filter(({ blocksAll }) => blocksAll), ...found.filter(({ blocksAll }) => !blocksAll)];
}

function lasts({ kind, until, detail }: DialingObstacle, at: number): boolean {
  if (MOMENTARY.has(kind) || COUNTED.has(kind)) return false;
  if (kind === 'not-running' && detail === 'recovering') return false;
  return until === null || until > at;
}

function ofLeads(now: readonly DialingObstacle[], supply: Supply): DialingObstacle[] {
  // In manual mode agents ask for each lead; the supply holds nothing back.
  if (now.some(({ kind }) => kind === 'manual-mode')) return [];
  const found: DialingObstacle[] = [];
  const closed = supply.waiting.find(({ reason }) => reason === OUTSIDE_WINDOW);
  if (closed)
    found.push({ kind: 'window', blocksAll: false, until: closed.nextAt, detail: String(closed.count) });
  const filtered = supply.waiting.find(({ reason }) => reason === FILTERED);
  if (filtered)
    found.push({ kind: 'filtered', blocksAll: false, until: null, detail: String(filtered.count) });
  const isClaimed = supply.waiting.some(({ reason }) => reason === 'claimed');
  if (supply.dialableNow > 0 || isClaimed) return found;

  const instants = supply.waiting.flatMap(({ nextAt }) => (nextAt === null ? [] : [nextAt]));
  const until = instants.length === 0 ? null : Math.min(...instants);
  found.push({ kind: 'no-leads', blocksAll: true, until, detail: `${supply.total} in the lists` });
  return found;
}
