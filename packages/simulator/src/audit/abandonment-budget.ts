/** The check of invariant 5: no call that could be abandoned while a budget of abandonment is spent. */
import { firstHeard, type Evidence, type PlacedCall } from './evidence.js';

/** Modes in which a call is placed before it is known who takes it. */
const COULD_FIND_NO_AGENT: ReadonlySet<string> = new Set(['power', 'predictive']);
/** An abandonment that happened within this time before the decision may not have been known to it. */
const SLACK_MS = 250;

/**
 * Invariant 5: while a budget is spent, no call is placed that could be abandoned because no agent is free.
 * Where the evidence is unclear, the engine is taken to be right.
 */
export function auditBudget(evidence: Evidence): void {
  for (const campaignId of evidence.input.settings.keys()) {
    const placed = evidence.placed.filter(({ row }) => row?.campaignId === campaignId);
    const answers = instants(placed, answerKnownAt);
    const abandonments = instants(placed, abandonmentKnownAt);
    for (const { call, row } of placed) {
      if (!row || !COULD_FIND_NO_AGENT.has(row.mode) || row.agentId !== undefined) continue;
      for (const { id, limit, period } of evidence.settingsAt(campaignId, row.storedAt)?.limits ?? []) {
        const periodStart =
          period.startsAt +
          Math.floor((call.invitedAt - period.startsAt) / period.lengthMs) * period.lengthMs;
        const abandoned = countBetween(abandonments, periodStart, row.storedAt - SLACK_MS);
        const answered = countBetween(answers, periodStart, call.invitedAt + SLACK_MS);
        evidence.check(
          5,
          abandoned + 1 <= limit * (answered + 1),
          `placed without an agent while ${id} was spent (${abandoned} of ${answered})`,
          call.attemptId,
          call.invitedAt,
        );
      }
    }
  }
}

function instants(
  placed: readonly PlacedCall[],
  knownAt: (call: PlacedCall) => number | null,
): readonly number[] {
  return placed
    .map(knownAt)
    .filter((at) => at !== null)
    .sort((a, b) => a - b);
}

/** The earliest instant at which a live answer was counted; null when it never was. */
function answerKnownAt({ call, row }: PlacedCall): number | null {
  if (row?.result?.liveAnswer !== true && row?.marks.liveAnswerAt === undefined) return null;
  return call.reachedEngineAt['call.answered'] ?? call.answeredAt ?? row.closedStoredAt;
}

/** The latest instant at which the engine knew of an abandonment. */
function abandonmentKnownAt({ call, row }: PlacedCall): number | null {
  if (row?.result?.abandoned !== true) return null;
  const message = firstHeard(call, 'message');
  const unclear = call.fallbackAt !== undefined || message === null || firstHeard(call, 'agent') !== null;
  return unclear ? row.closedStoredAt : message;
}

/** How many of the sorted instants lie in [from, to]. */
function countBetween(sorted: readonly number[], from: number, to: number): number {
  return Math.max(0, firstAfter(sorted, to) - firstAfter(sorted, from - 1));
}

function firstAfter(sorted: readonly number[], at: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
