/**
 * The life of a call as a table: every stage, and every move that is allowed between them with its causes.
 * `moveTo` refuses a move that is not here; docs/concepts/call-life.md is generated from it.
 */
import type { Fact } from '../facts.js';
import type { TimerKind } from '../timers.js';

/** What is true of a call while it stands in one stage. */
export interface StageMeaning {
  /** One sentence for the page. */
  readonly means: string;
  /** The call occupies a line, or is about to. */
  readonly onLine: boolean;
  /** The call has left us and nobody has answered. */
  readonly unanswered: boolean;
  /** It is not known yet whether the call needs an agent. */
  readonly unresolved: boolean;
}

/** Every stage, in the order in which a call usually passes them. */
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
] as const;

/** Where a call stands. */
export type CallStage = (typeof CALL_STAGES)[number];

/** What each stage means. */
export const STAGE_MEANINGS: Readonly<Record<CallStage, StageMeaning>> = {
  opening: {
    means: 'The journal opens the attempt; in the same transaction the law is asked.',
    onLine: true,
    unanswered: false,
    unresolved: true,
  },
  dialing: {
    means: 'The dial command is out, and nothing rings yet.',
    onLine: true,
    unanswered: true,
    unresolved: true,
  },
  ringing: {
    means: 'The called party is alerted (180 or 183); the ring time counts from here.',
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
    means: 'The agent and the called party talk.',
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
    means: 'The order to hang up is out; the line is in use until telephony confirms.',
    onLine: true,
    unanswered: false,
    unresolved: false,
  },
  'wrap-up': {
    means: 'The call has ended, and the agent says what it was.',
    onLine: false,
    unanswered: false,
    unresolved: false,
  },
  closing: {
    means: 'The end is on its way to the journal and is repeated until the journal confirms.',
    onLine: false,
    unanswered: false,
    unresolved: false,
  },
  adopting: {
    means: 'An earlier process left the attempt open, and telephony has said what became of it.',
    onLine: true,
    unanswered: false,
    unresolved: false,
  },
};

/**
 * What makes a call move: a fact, a timer, or 'settling', the step after every fact in which due calls are placed
 * and waiting calls get the agents who are free.
 */
export type MoveCause = Exclude<Fact['type'], 'timer'> | `timer ${TimerKind}` | 'settling';

/** One allowed move. 'start' and 'end' are before the first and after the last stage. */
export interface AllowedMove {
  readonly from: CallStage | 'start';
  readonly to: CallStage | 'end';
  /** Why a call makes this move, for the page. */
  readonly when: string;
  /** Everything that can cause it. */
  readonly by: readonly MoveCause[];
}

/** Facts and timers that take a call flow one step on. */
const FLOW_STEP = ['call.played', 'call.digit', 'call.beep', 'call.recorded', 'timer flow'] as const;
/** Facts and timers by which it is known that a person is on the line. */
const PERSON = ['call.answered', 'call.detected', 'timer detection'] as const;
/** The agent who was being connected does not take the call. */
const NO_AGENT = ['call.connect-failed', 'agent.leg-down', 'timer deadline'] as const;
/** Calls nobody has answered are hung up by order. */
const STOPPED = ['campaign.halt', 'kill-switch', 'leads.withdrawn', 'agent.hang-up'] as const;

/** Every allowed move, by the stage that the call leaves. A call that makes another one breaks an invariant. */
export const CALL_MOVES: readonly AllowedMove[] = [
  {
    from: 'start',
    to: 'opening',
    when: 'a call is due and a lead and a line are there',
    by: ['settling', 'leads.claimed', 'agent.accept', 'agent.leg-up', 'timer preview'],
  },
  {
    from: 'start',
    to: 'adopting',
    when: 'after a restart, telephony says what became of an open attempt',
    by: ['call.reconciled', 'call.answered', 'call.ended'],
  },

  { from: 'opening', to: 'dialing', when: 'the attempt is in the journal', by: ['attempt.opened'] },
  {
    from: 'opening',
    to: 'closing',
    when: 'it may no longer be dialed, or the journal fails or does not answer',
    by: ['attempt.opened', 'attempt.open-failed', 'timer expiry'],
  },
  {
    from: 'opening',
    to: 'end',
    when: 'the law refuses it, or the number or person is called by another attempt',
    by: ['attempt.refused', 'attempt.in-progress'],
  },

  { from: 'dialing', to: 'ringing', when: 'the called party is alerted', by: ['call.ringing'] },
  ...answersFrom('dialing'),
  ...answersFrom('ringing'),
  {
    from: 'dialing',
    to: 'ending',
    when: 'it is hung up by order, or nothing is heard of it',
    by: [...STOPPED, 'timer expiry', 'call.reconciled'],
  },
  {
    from: 'ringing',
    to: 'ending',
    when: 'it is hung up by order or by the pacer, or nothing is heard of it',
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
  { from: 'detecting', to: 'closing', when: 'the called party leaves', by: ['call.ended'] },

  {
    from: 'waiting',
    to: 'connecting',
    when: 'an agent is reserved or free',
    by: ['settling', ...PERSON, ...NO_AGENT, ...FLOW_STEP],
  },
  {
    from: 'waiting',
    to: 'in-flow',
    when: 'no agent is there by the deadline: the abandonment message, or the flow goes on',
    by: [...NO_AGENT, ...PERSON, ...FLOW_STEP],
  },
  {
    from: 'waiting',
    to: 'ending',
    when: 'the dialplan has played its message while the dialer was away',
    by: ['call.reconciled'],
  },
  { from: 'waiting', to: 'closing', when: 'the called party leaves', by: ['call.ended'] },

  { from: 'connecting', to: 'connected', when: 'they hear each other', by: ['call.connected'] },
  { from: 'connecting', to: 'waiting', when: 'the agent’s leg does not take the call', by: NO_AGENT },
  {
    from: 'connecting',
    to: 'ending',
    when: 'the agent hangs up, or the dialplan has played its message',
    by: ['agent.hang-up', 'call.reconciled'],
  },
  { from: 'connecting', to: 'closing', when: 'the called party leaves', by: ['call.ended'] },

  {
    from: 'connected',
    to: 'wrap-up',
    when: 'either side hangs up, or no end is heard after two orders to hang up',
    by: ['call.ended', 'timer expiry'],
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
  { from: 'in-flow', to: 'closing', when: 'the called party leaves', by: ['call.ended'] },
  {
    from: 'in-flow',
    to: 'wrap-up',
    when: 'a call that was connected before a restart ends in the message',
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
    when: 'telephony confirms, or stays silent after two orders',
    by: ['call.ended', 'timer expiry'],
  },
  {
    from: 'ending',
    to: 'wrap-up',
    when: 'a call that was connected before a restart ends',
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
    when: 'somebody is on the line without an agent: the abandonment message',
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
    when: 'it is gone',
    by: ['call.reconciled', 'call.ended'],
  },
];

/** What an answer makes of a call that was on its way. */
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

/** Whether the call has left us and nobody has answered: it can be hung up without a person noticing. */
export function isUnanswered(stage: CallStage): boolean {
  return STAGE_MEANINGS[stage].unanswered;
}

/** Whether the call may still need an agent who is not chosen yet. */
export function isUnresolved(stage: CallStage): boolean {
  return STAGE_MEANINGS[stage].unresolved;
}

/** Whether the call is over for everyone but the agent and the journal. */
export function isOver(stage: CallStage): boolean {
  return stage === 'wrap-up' || stage === 'closing';
}

/** Whether an agent may say what the call was: they talk, or did just now. */
export function isDisposable(stage: CallStage): boolean {
  return stage === 'connected' || stage === 'wrap-up';
}
