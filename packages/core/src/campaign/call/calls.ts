/**
 * The campaign's calls, and how many are in each stage. The tally is updated at each move, so that the cost
 * of a decision does not grow with the number of calls.
 */
import { invariant } from '../../invariant.js';
import type { CampaignState, Context } from '../context.js';
import type { Call } from './call.js';
import type { CallMove } from './call-move.js';
import { CALL_STAGES, isOnLine, type CallStage } from './stages.js';
import { isAllowedMove } from './moves.js';

/** A tally without calls. */
export function emptyTally(): Record<CallStage, number> {
  return Object.fromEntries(CALL_STAGES.map((stage) => [stage, 0])) as Record<CallStage, number>;
}

/** Adds a call. */
export function addCall(context: Context, call: Call): void {
  const { state } = context;
  invariant(!state.calls.has(call.attemptId), `attempt ${call.attemptId} is among the calls already`);
  note(context, call, 'start', call.stage);
  state.calls.set(call.attemptId, call);
  count(state, call, 1);
}

/** Removes a call that is done. */
export function removeCall(context: Context, call: Call): void {
  const { state } = context;
  if (!state.calls.delete(call.attemptId)) return;
  note(context, call, call.stage, 'end');
  count(state, call, -1);
}

/** Moves a call to another stage. @throws InvariantError when the table of moves does not allow it. */
export function moveTo(context: Context, call: Call, stage: CallStage): void {
  const { state } = context;
  invariant(
    state.calls.has(call.attemptId),
    `attempt ${call.attemptId} moves to '${stage}' and is not among the calls`,
  );
  note(context, call, call.stage, stage);
  count(state, call, -1);
  call.stage = stage;
  count(state, call, 1);
}

const ON_A_LINE = CALL_STAGES.filter(isOnLine);

/** Lines in use or about to be in use. */
export function linesInUse(state: CampaignState): number {
  let lines = 0;
  for (const stage of ON_A_LINE) lines += state.tally[stage];
  return lines;
}

/**
 * Lines that agents may take at any moment: for an offered lead, for a leg that is requested before its call,
 * or for a manual call. None where every leg is already up and agents do not decide.
 */
export function linesReserved({ state }: Context): number {
  const { mode, persistentLegs } = state.settings;
  if (persistentLegs && mode !== 'preview' && mode !== 'manual') return 0;
  let lines = 0;
  for (const agent of state.agents.values())
    if (agent.preview || agent.awaitingLeg || agent.manualRequest !== null) lines += 1;
  return lines;
}

function note(context: Context, call: Call, from: CallMove['from'], to: CallMove['to']): void {
  const { attemptId } = call;
  invariant(
    isAllowedMove(from, to),
    `attempt ${attemptId} may not move from '${from}' to '${to}' (by ${context.cause})`,
  );
  context.moves.push({ attemptId, from, to, by: context.cause });
}

function count(state: CampaignState, call: Call, by: 1 | -1): void {
  state.tally[call.stage] += by;
  if (call.stage === 'opening' && call.countsForPacer) state.openingForPacer += by;
  invariant(state.tally[call.stage] >= 0, `the tally of calls '${call.stage}' is below zero`);
}
