/** An agent's leg: the telephone connection between Asterisk and the agent's station. */
import type { LegEnding } from '@outdial/core';
import type { Call } from '../calls/call.js';

/** How far a leg is: ringing, answered and checked for audio, waiting for calls, with a call. */
export type LegStage = 'ringing' | 'checking' | 'up' | 'busy';

/** An agent's leg in progress. */
export interface Leg {
  readonly agentId: string;
  readonly channelId: string;
  stage: LegStage;
  /** The call it is bridged with, or being bridged with. */
  call: Call | null;
  /** Found after a restart and not asked for yet: hung up at this instant (epoch ms). */
  unclaimedUntil: number | null;
  /** We hung it up. */
  ending: boolean;
  /** The last audit did not find its channel. */
  absentAtAudit: boolean;
  /** The last audit found its channel answered, and no event has said so. */
  answeredAtAudit: boolean;
  /** Limit of the ring, or the check after a hang-up. */
  timer: NodeJS.Timeout | null;
  /** Requests about a leg run one after the other, so that a late hold never plays over the next call. */
  work: Promise<void>;
}

/** A leg without a call. */
export function createLeg(given: Pick<Leg, 'agentId' | 'channelId' | 'stage'>): Leg {
  return {
    ...given,
    call: null,
    unclaimedUntil: null,
    ending: false,
    absentAtAudit: false,
    answeredAtAudit: false,
    timer: null,
    work: Promise.resolve(),
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
