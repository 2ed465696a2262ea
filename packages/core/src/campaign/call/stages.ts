/**
 * The life of a call as a table: every stage, every allowed move between them, and the causes of each move.
 * `moveTo` refuses any other move. docs/concepts/call-life.md is generated from this table.
 */
import type { Fact } from '../facts.js';
import type { TimerKind } from '../timers.js';

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
  queued: {
    means: 'The caller hears music and waits for an agent.',
    onLine: true,
    unanswered: false,
    unresolved: false,
  },
};

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
const FLOW_STEP = ['call.played', 'call.digit', 'call.beep', 'call.recorded', 'timer flow'] as const;
/** Facts and timers that show that a person is on the line. */
const PERSON = ['call.answered', 'call.detected', 'timer detection'] as const;
/** Causes by which the agent who was being connected does not take the call. */
const NO_AGENT = ['call.connect-failed', 'agent.leg-down', 'timer deadline'] as const;
/** Orders that hang up calls not answered yet. */
const STOPPED = ['campaign.halt', 'kill-switch', 'leads.withdrawn', 'agent.hang-up'] as const;

/** The moves of callers: calls that came in, until they have an agent. */
const INBOUND_MOVES: readonly AllowedMove[] = [
  { from: 'arriving', to: 'queued', when: 'telephony has answered the call', by: ['call.answered'] },
  { from: 'arriving', to: 'in-flow', when: 'it came outside the hours', by: ['call.answered'] },
  { from: 'arriving', to: 'ending', when: 'there is no news of it', by: ['timer expiry', 'call.reconciled'] },
  { from: 'arriving', to: 'closing', when: 'the caller hangs up', by: ['call.ended'] },
  {
    from: 'queued',
    to: 'connecting',
    when: 'an agent is free, and their leg is up',
    by: ['settling', 'agent.leg-up'],
  },
  {
    from: 'queued',
    to: 'in-flow',
    when: 'the caller has waited for too long, or asks to be called back',
    by: ['timer queue', 'call.digit'],
  },
  { from: 'queued', to: 'ending', when: 'it is hung up by order', by: ['agent.hang-up', 'call.reconciled'] },
  { from: 'queued', to: 'closing', when: 'the caller hangs up', by: ['call.ended'] },
  { from: 'connecting', to: 'queued', when: 'the agent’s leg does not take the caller', by: NO_AGENT },
  { from: 'in-flow', to: 'queued', when: 'the flow transfers a caller to an agent', by: FLOW_STEP },
  {
    from: 'adopting',
    to: 'queued',
    when: 'after a restart, a caller still waits',
    by: ['call.reconciled', 'call.answered'],
  },
];

/** Every allowed move, by the stage that the call leaves. Any other move breaks an invariant. */
export const CALL_MOVES: readonly AllowedMove[] = [
  {
    from: 'start',
    to: 'opening',
    when: 'a call is due, a lead is claimed and a line is free; or a call comes in',
    by: ['inbound.arrived', 'settling', 'leads.claimed', 'agent.accept', 'agent.leg-up', 'timer preview'],
  },
  {
    from: 'start',
    to: 'adopting',
    when: 'after a restart, telephony reports the fate of an open attempt',
    by: ['call.reconciled', 'call.answered', 'call.ended'],
  },

  { from: 'opening', to: 'dialing', when: 'the attempt is in the journal', by: ['attempt.opened'] },
  { from: 'opening', to: 'arriving', when: 'a call that came in is in the journal', by: ['inbound.opened'] },
  {
    from: 'opening',
    to: 'closing',
    when: 'it may no longer be dialed, or the journal fails or does not answer',
    by: ['attempt.opened', 'inbound.opened', 'attempt.open-failed', 'timer expiry'],
  },
  {
    from: 'opening',
    to: 'end',
    when: 'the compliance gate refuses it, or another attempt calls the number or person',
    by: ['attempt.refused', 'attempt.in-progress'],
  },

  { from: 'dialing', to: 'ringing', when: 'the called party is alerted', by: ['call.ringing'] },
  ...answersFrom('dialing'),
  ...answersFrom('ringing'),
  {
    from: 'dialing',
    to: 'ending',
    when: 'it is hung up by order, or there is no news of it',
    by: [...STOPPED, 'timer expiry', 'call.reconciled'],
  },
  {
    from: 'ringing',
    to: 'ending',
    when: 'it is hung up by order or by the pacer, or there is no news of it',
    by: [...STOPPED, 'settling', 'timer expiry', 'call.reconciled'],
  },
  { from: 'dialing', to: 'closing', when: 'it ends unanswered', by: ['call.ended'] },
  { from: 'ringing', to: 'closing', when: 'it ends unanswered', by: ['call.ended'] },

  {
    from: 'detecting',
    to: 'waiting',
    when: 'a person is on the line',
    by: ['call.detected', 'timer detection'],
  },
  {
    from: 'detecting',
    to: 'in-flow',
    when: 'a machine gets the voicemail message, or a person the agentless flow',
    by: ['call.detected', 'timer detection'],
  },
  {
    from: 'detecting',
    to: 'ending',
    when: 'a machine is hung up on, or the call is hung up by order',
    by: ['call.detected', 'agent.hang-up', 'timer expiry', 'call.reconciled'],
  },
  { from: 'detecting', to: 'closing', when: 'the called party hangs up', by: ['call.ended'] },

  {
    from: 'waiting',
    to: 'connecting',
    when: 'an agent is reserved or free',
    by: ['settling', ...PERSON, ...NO_AGENT, ...FLOW_STEP],
  },
  {
    from: 'waiting',
    to: 'in-flow',
    when: 'no agent takes it by the deadline: the abandonment message starts, or the flow continues',
    by: [...NO_AGENT, ...PERSON, ...FLOW_STEP],
  },
  {
    from: 'waiting',
    to: 'ending',
    when: 'the dialplan has played its message while the dialer was down',
    by: ['call.reconciled'],
  },
  { from: 'waiting', to: 'closing', when: 'the called party hangs up', by: ['call.ended'] },

  ...INBOUND_MOVES,

  {
    from: 'connecting',
    to: 'connected',
    when: 'agent and called party hear each other',
    by: ['call.connected'],
  },
  { from: 'connecting', to: 'waiting', when: 'the agent’s leg does not take the call', by: NO_AGENT },
  {
    from: 'connecting',
    to: 'ending',
    when: 'the agent hangs up, or the dialplan has played its message',
    by: ['agent.hang-up', 'call.reconciled'],
  },
  { from: 'connecting', to: 'closing', when: 'the called party hangs up', by: ['call.ended'] },

  {
    from: 'connected',
    to: 'wrap-up',
    when: 'either side hangs up, or telephony confirms neither of two orders to hang up',
    by: ['call.ended', 'timer expiry'],
  },
  {
    from: 'connected',
    to: 'in-flow',
    when: 'nobody takes a transferred or requeued person in time: the abandonment flow starts',
    by: ['timer conversation'],
  },

  {
    from: 'in-flow',
    to: 'waiting',
    when: 'the flow transfers to an agent',
    by: [...FLOW_STEP, ...PERSON, ...NO_AGENT, 'call.reconciled'],
  },
  {
    from: 'in-flow',
    to: 'ending',
    when: 'the flow ends',
    by: [...FLOW_STEP, ...PERSON, ...NO_AGENT, 'call.reconciled'],
  },
  { from: 'in-flow', to: 'closing', when: 'the called party hangs up', by: ['call.ended'] },
  {
    from: 'in-flow',
    to: 'wrap-up',
    when: 'a call that was connected before ends in the message',
    by: ['call.ended'],
  },

  {
    from: 'ending',
    to: 'ending',
    when: 'the order to hang up is repeated',
    by: ['timer expiry', 'agent.hang-up', 'call.reconciled'],
  },
  {
    from: 'ending',
    to: 'closing',
    when: 'telephony confirms, or does not answer two orders',
    by: ['call.ended', 'timer expiry'],
  },
  {
    from: 'ending',
    to: 'wrap-up',
    when: 'a call that was connected before ends',
    by: ['call.ended', 'timer expiry'],
  },

  {
    from: 'wrap-up',
    to: 'closing',
    when: 'the disposition is known, or the wrap-up time is over',
    by: ['agent.dispose', 'agent.ready', 'callback.checked', 'call.ended', 'timer wrap-up', 'timer expiry'],
  },
  { from: 'closing', to: 'end', when: 'the journal has the end', by: ['attempt.closed'] },

  {
    from: 'adopting',
    to: 'connected',
    when: 'agent and called party still talk',
    by: ['call.reconciled'],
  },
  {
    from: 'adopting',
    to: 'in-flow',
    when: 'a person is on the line without an agent: the abandonment message starts',
    by: ['call.reconciled', 'call.answered'],
  },
  {
    from: 'adopting',
    to: 'ending',
    when: 'it still rings, or the dialplan plays its message',
    by: ['call.reconciled'],
  },
  {
    from: 'adopting',
    to: 'closing',
    when: 'its channel is gone',
    by: ['call.reconciled', 'call.ended'],
  },
];

/** The moves of a call that is answered. */
function answersFrom(from: 'dialing' | 'ringing'): readonly AllowedMove[] {
  const by = ['call.answered'] as const;
  return [
    { from, to: 'detecting', when: 'it is answered, and machine detection listens', by },
    { from, to: 'waiting', when: 'a person answers', by },
    { from, to: 'in-flow', when: 'a person answers an agentless call', by },
  ];
}

const ALLOWED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (['start', ...CALL_STAGES] as const).map((stage) => [
    stage,
    new Set(CALL_MOVES.filter(({ from }) => from === stage).map(({ to }) => to)),
  ]),
);

/** Whether the table allows this move. */
export function isAllowedMove(from: AllowedMove['from'], to: AllowedMove['to']): boolean {
  return ALLOWED.get(from)?.has(to) === true;
}

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
