import { invariant } from '../invariant.js';
import type { Call, CallStage, CampaignState, Context } from './state.js';

/**
 * The campaign's calls and how many stand where: counted at each move, so that a decision costs the same on
 * any floor.
 */

/** Stages in which a call occupies a line or is about to. */
const ON_A_LINE: readonly CallStage[] = [
  'opening',
  'dialing',
  'ringing',
  'detecting',
  'waiting',
  'connecting',
  'connected',
  'in-flow',
  'ending',
];

/** A tally of no calls. */
export function emptyTally(): Record<CallStage, number> {
  return {
    opening: 0,
    dialing: 0,
    ringing: 0,
    detecting: 0,
    waiting: 0,
    connecting: 0,
    connected: 0,
    'in-flow': 0,
    ending: 0,
    'wrap-up': 0,
    closing: 0,
  };
}

/** Takes a call into the books. */
export function addCall({ state }: Context, call: Call): void {
  invariant(!state.calls.has(call.attemptId), `attempt ${call.attemptId} is in the books already`);
  state.calls.set(call.attemptId, call);
  count(state, call, 1);
}

/** Strikes a call from the books. */
export function removeCall({ state }: Context, call: Call): void {
  if (state.calls.delete(call.attemptId)) count(state, call, -1);
}

/** Moves a call to another stage. */
export function moveTo({ state }: Context, call: Call, stage: CallStage): void {
  invariant(
    state.calls.has(call.attemptId),
    `attempt ${call.attemptId} is moved to '${stage}' and is not in the books`,
  );
  count(state, call, -1);
  call.stage = stage;
  count(state, call, 1);
}

/** Lines in use or about to be. */
export function linesInUse(state: CampaignState): number {
  let lines = 0;
  for (const stage of ON_A_LINE) lines += state.tally[stage];
  return lines;
}

/**
 * Lines that agents may take at any moment: for a lead on the screen, a leg being rung before its call, a
 * call asked for by hand. With legs that are up already and no one to ask, there are none.
 */
export function linesPromised({ state }: Context): number {
  const { mode, persistentLegs } = state.settings;
  if (persistentLegs && mode !== 'preview' && mode !== 'manual') return 0;
  let lines = 0;
  for (const agent of state.agents.values())
    if (agent.preview || agent.awaitingLeg || agent.manualRequest !== null) lines += 1;
  return lines;
}

function count(state: CampaignState, call: Call, by: 1 | -1): void {
  state.tally[call.stage] += by;
  if (call.stage === 'opening' && call.paced) state.openingPaced += by;
  invariant(state.tally[call.stage] >= 0, `the tally of calls '${call.stage}' went below zero`);
}
