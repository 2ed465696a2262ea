/** An agent's leg: the telephone connection between Asterisk and the agent's station. */
import type { LegEnding } from '@outdial/core';
import { createParty, type Party } from '../conversations/party.js';
import type { Deadline } from '../deadline.js';

/** How far a leg is: ringing, answered and checked for audio, waiting for calls or with one. */
export type LegStage = 'ringing' | 'checking' | 'up';

/** An agent's leg in progress. */
export interface Leg extends Party {
  readonly agentId: string;
  stage: LegStage;
  /** Found after a restart and not asked for yet: hung up at this instant (epoch ms). */
  unclaimedUntil: number | null;
  /** We hung it up. */
  ending: boolean;
  /** The last audit did not find its channel. */
  absentAtAudit: boolean;
  /** The last audit found its channel answered, and no event has said so. */
  answeredAtAudit: boolean;
  /** Limit of the ring, or the check after a hang-up. */
  timer: Deadline | null;
}

/** A leg without a call. */
export function createLeg(given: Pick<Leg, 'agentId' | 'channelId' | 'stage'>): Leg {
  return {
    ...createParty({ kind: 'agent', agentId: given.agentId }, given.channelId),
    ...given,
    unclaimedUntil: null,
    ending: false,
    absentAtAudit: false,
    answeredAtAudit: false,
    timer: null,
  };
}

/** Causes of a leg whose station ended it in good order: a BYE reads as 0 through originate, else as 16. */
const HUNG_UP: ReadonlySet<number> = new Set([0, 16]);

/** How a leg whose channel is gone ended. `cause`: Q.850; null: no event has said. */
export function legEnding(leg: Leg, cause: number | null): LegEnding {
  if (leg.ending || leg.stage === 'ringing') return 'ordered';
  return cause !== null && HUNG_UP.has(cause) ? 'hung-up' : 'lost';
}

/** Why a leg ended, in words for the floor. `cause`: Q.850. */
export function legEndReason(leg: Leg, cause: number): string {
  if (leg.ending) return 'hung up';
  if (leg.stage !== 'ringing') return 'the station hung up';
  if (cause === 17) return 'the station is busy';
  if (cause === 18 || cause === 19) return 'the station did not answer';
  return `the station could not be reached (cause ${cause})`;
}
