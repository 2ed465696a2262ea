/** Which ringing calls to hang up when agents have left. */
import type { PacingView } from './pacing-view.js';
import type { AgeLadder } from './age-ladder.js';
import type { CallOutlook } from './call-outlook.js';
import { HORIZONS } from './horizons.js';

/**
 * Surplus of expected answers over expected agents below which nothing is hung up: dialing ahead always has
 * some.
 */
const TOLERATED_SURPLUS = 1;

/**
 * Calls to hang up because agents have left: the longest-ringing first, none before the minimum ring time, as
 * many as bring the expected answers back to the expected agents.
 *
 * Undefined when there is no call to hang up. A hung-up call that is answered meanwhile is an answer. Cost:
 * O(1) unless there is a surplus.
 */
export function callsToHangUp(
  { roster, ledger, options, now }: PacingView,
  outlook: CallOutlook,
  busy: readonly AgeLadder[],
): string[] | undefined {
  const { minimumRing } = options;
  if (minimumRing === undefined || ledger.ringing === 0) return undefined;
  const agents =
    roster.counts.ready +
    roster.counts.pausing +
    busy.reduce((sum, { mean }) => sum + mean[HORIZONS - 1]!, 0);
  let surplus =
    outlook.expectedAnswers + ledger.waiting - Math.max(agents, TOLERATED_SURPLUS) * (1 + TOLERATED_SURPLUS);
  if (surplus <= 0) return undefined;
  const hangUp: string[] = [];
  for (const call of ledger.ringingCalls()) {
    if (surplus <= 0) break;
    if (call.dialedAt === undefined || now - call.dialedAt < minimumRing) continue;
    hangUp.push(call.id);
    surplus -= outlook.chanceOfAnswer(call);
  }
  return hangUp.length > 0 ? hangUp : undefined;
}
