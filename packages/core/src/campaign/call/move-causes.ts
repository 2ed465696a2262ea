/** What a row of the table of moves says, and the groups of causes that several rows share. */
import type { Fact } from '../facts.js';
import type { TimerKind } from '../timers.js';
import type { CallStage } from './stages.js';

/**
 * What makes a call move: a fact, a timer, or 'settling'. Settling is the step after every fact, in which due
 * calls are placed and waiting calls get the agents who are free.
 */
export type MoveCause = Exclude<Fact['type'], 'timer'> | `timer ${TimerKind}` | 'settling';

/** One allowed move. 'start' comes before the first stage, 'end' after the last. */
export interface AllowedMove {
  readonly from: CallStage | 'start';
  readonly to: CallStage | 'end';
  /** Why a call makes this move. Text for the generated page. */
  readonly when: string;
  /** Everything that can cause it. */
  readonly by: readonly MoveCause[];
}

/** Facts and timers that move a call flow one step forward. */
export const FLOW_STEP = ['call.played', 'call.digit', 'call.beep', 'call.recorded', 'timer flow'] as const;

/** Facts and timers that show that a person is on the line. */
export const PERSON = ['call.answered', 'call.detected', 'timer detection'] as const;

/** Causes by which the agent who was being connected does not take the call. */
export const NO_AGENT = [
  'call.connect-failed',
  'agent.leg-down',
  'agent.call-station',
  'timer deadline',
] as const;

/** Causes by which a conversation no longer needs its third party at a telephone number. */
export const THIRD_DROPPED = [
  'conversation.arranged',
  'conversation.refused',
  'timer conversation',
  'timer arrangement',
  'timer expiry',
  'agent.leg-down',
  'agent.call-station',
  'agent.hang-up',
  'campaign.hang-up',
  'agent.cancel',
  'call.ended',
  'call.answered',
  'call.reconciled',
] as const;

/** Orders that hang up calls not answered yet. */
export const STOPPED = [
  'campaign.halt',
  'kill-switch',
  'leads.withdrawn',
  'agent.hang-up',
  'campaign.hang-up',
] as const;
