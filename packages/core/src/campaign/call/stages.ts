/** The stages of a call, and what is true of a call in each. The moves between them: moves.ts. */

/** What is true of a call while it is in one stage. */
export interface StageMeaning {
  /** One sentence for the generated page. */
  readonly means: string;
  /** The call occupies a line, or is about to. */
  readonly onLine: boolean;
  /** The dial command is out and the call is not answered. */
  readonly unanswered: boolean;
  /** It is not known yet whether the call needs an agent. */
  readonly unresolved: boolean;
}

/** Every stage, in the order in which a call usually passes through them. */
export const CALL_STAGES = [
  'opening',
  'dialing',
  'ringing',
  'detecting',
  'waiting',
  'connecting',
  'connected',
  'in-flow',
  'ending',
  'wrap-up',
  'closing',
  'adopting',
  'arriving',
  'queued',
  'joined',
] as const;

/** The stage of a call. */
export type CallStage = (typeof CALL_STAGES)[number];

/** What each stage means. */
export const STAGE_MEANINGS: Readonly<Record<CallStage, StageMeaning>> = {
  opening: {
    means: 'The journal opens the attempt and asks the compliance gate in the same transaction.',
    onLine: true,
    unanswered: false,
    unresolved: true,
  },
  dialing: {
    means: 'The dial command is out, and the called party is not alerted yet.',
    onLine: true,
    unanswered: true,
    unresolved: true,
  },
  ringing: {
    means: 'The called party is alerted (180 or 183). The ring time counts from here.',
    onLine: true,
    unanswered: true,
    unresolved: true,
  },
  detecting: {
    means: 'The call is answered, and machine detection listens.',
    onLine: true,
    unanswered: false,
    unresolved: true,
  },
  waiting: {
    means: 'A person is on the line and has no agent yet.',
    onLine: true,
    unanswered: false,
    unresolved: true,
  },
  connecting: {
    means: 'The order to bridge the call with an agent is out.',
    onLine: true,
    unanswered: false,
    unresolved: false,
  },
  connected: {
    means: 'The conversation lasts, with its stages: see the life of a conversation.',
    onLine: true,
    unanswered: false,
    unresolved: false,
  },
  'in-flow': {
    means: 'A call flow speaks: the abandonment message, an agentless flow or a voicemail message.',
    onLine: true,
    unanswered: false,
    unresolved: false,
  },
  ending: {
    means: 'The order to hang up is out. The line is in use until telephony confirms.',
    onLine: true,
    unanswered: false,
    unresolved: false,
  },
  'wrap-up': {
    means: 'The call has ended, and the agent sets its disposition.',
    onLine: false,
    unanswered: false,
    unresolved: false,
  },
  closing: {
    means: 'The end is sent to the journal and repeated until the journal confirms.',
    onLine: false,
    unanswered: false,
    unresolved: false,
  },
  adopting: {
    means: 'An earlier process left the attempt open, and telephony has reported its fate.',
    onLine: true,
    unanswered: false,
    unresolved: false,
  },
  arriving: {
    means: 'The call came in and is in the journal. The order to answer it is out.',
    onLine: true,
    unanswered: false,
    unresolved: false,
  },
  joined: {
    means: 'A third party, called for a conversation, has answered and takes part in it.',
    onLine: true,
    unanswered: false,
    unresolved: false,
  },
  queued: {
    means: 'The caller hears music and waits for an agent.',
    onLine: true,
    unanswered: false,
    unresolved: false,
  },
};

/** Whether the call occupies a line, or is about to. */
export function isOnLine(stage: CallStage): boolean {
  return STAGE_MEANINGS[stage].onLine;
}

/**
 * Whether the dial command is out and the call is not answered. Such a call can be hung up without silence
 * for a person.
 */
export function isUnanswered(stage: CallStage): boolean {
  return STAGE_MEANINGS[stage].unanswered;
}

/** Whether the call may still need an agent who is not chosen yet. */
export function isUnresolved(stage: CallStage): boolean {
  return STAGE_MEANINGS[stage].unresolved;
}

/** Whether the call is over and only the agent and the journal still need it. */
export function isOver(stage: CallStage): boolean {
  return stage === 'wrap-up' || stage === 'closing';
}

/** Whether an agent may set the disposition: they are talking, or have just finished. */
export function isDisposable(stage: CallStage): boolean {
  return stage === 'connected' || stage === 'wrap-up';
}
