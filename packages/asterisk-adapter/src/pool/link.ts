/** A leg between two servers: an agent at home on one of them takes part in a conversation on the other. */
import type { AttemptId } from '@outdial/core';
import type { Deadline } from '../deadline.js';
import { drawLinkNumber, linkAttemptOf, linkNameOf } from './link-names.js';
import type { PoolServer } from './pool-server.js';

/** Called once: null when the link is up, else why it is not. */
export type LinkDone = (failure: string | null) => void;

/** One link. An agent has at most one. */
export interface Link {
  readonly agentId: string;
  readonly home: PoolServer;
  readonly far: PoolServer;
  /** The leg's agent id on the far server. */
  readonly name: string;
  /** The link's call on the agent's own server. */
  readonly attemptId: AttemptId;
  /** The number by which that call is expected. */
  readonly number: string;
  /** The conversation on the far server that it serves. */
  readonly serves: AttemptId;
  stage: 'coming' | 'up' | 'closing';
  /** The call on the agent's own server. */
  homeSide: 'absent' | 'admitted' | 'joined' | 'gone';
  /** The leg on the far server. */
  farSide: 'ringing' | 'up' | 'gone';
  /** The call that came in, until it is admitted and after. */
  inboundId: string | null;
  timer: Deadline | null;
  /** Who waits for it to come up. */
  readonly waiting: LinkDone[];
  /** What waits for its end. */
  readonly afterwards: (() => void)[];
}

/** Between which servers a link is, and for which conversation. */
export type LinkGiven = Pick<Link, 'agentId' | 'home' | 'far' | 'serves'>;

/** A link that is not there yet. */
export function createLink(given: LinkGiven): Link {
  return {
    ...given,
    name: linkNameOf({ agentId: given.agentId, home: given.home.name }),
    attemptId: linkAttemptOf(given.agentId, given.far.name),
    number: drawLinkNumber(),
    stage: 'coming',
    homeSide: 'absent',
    farSide: 'ringing',
    inboundId: null,
    timer: null,
    waiting: [],
    afterwards: [],
  };
}
