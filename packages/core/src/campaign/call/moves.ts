/**
 * The life of a call as a table: every allowed move between stages, and the causes of each. `moveTo` refuses
 * any other move. docs/concepts/call-life.md is generated from this table.
 */
import { INBOUND_MOVES } from './inbound-moves.js';
import { type AllowedMove, FLOW_STEP, NO_AGENT, PERSON, STOPPED, THIRD_DROPPED } from './move-causes.js';
import { THIRD_PARTY_MOVES } from './third-party-moves.js';
import { CALL_STAGES } from './stages.js';

/** Every allowed move, by the stage that the call leaves. Any other move breaks an invariant. */
export const CALL_MOVES: readonly AllowedMove[] = [
  {
    from: 'start',
    to: 'opening',
    when: 'a call is due, with a lead and a free line; a call comes in; or a third party is wanted',
    by: [
      'inbound.arrived',
      'conversation.arranged',
      'settling',
      'leads.claimed',
      'agent.accept',
      'agent.leg-up',
      'timer preview',
    ],
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

  ...THIRD_PARTY_MOVES,

  { from: 'dialing', to: 'ringing', when: 'the called party is alerted', by: ['call.ringing'] },
  ...answersFrom('dialing'),
  ...answersFrom('ringing'),
  {
    from: 'dialing',
    to: 'ending',
    when: 'it is hung up by order, there is no news of it, or its conversation does without it',
    by: [...new Set([...STOPPED, ...THIRD_DROPPED])],
  },
  {
    from: 'ringing',
    to: 'ending',
    when: 'it is hung up by order or by the pacer, there is no news of it, or nobody wants it any more',
    by: [...new Set([...STOPPED, 'settling' as const, ...THIRD_DROPPED])],
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
    by: ['call.detected', 'agent.hang-up', 'campaign.hang-up', 'timer expiry', 'call.reconciled'],
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
    by: ['agent.hang-up', 'campaign.hang-up', 'call.reconciled'],
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
    by: ['timer expiry', 'agent.hang-up', 'campaign.hang-up', 'call.reconciled'],
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
    by: [
      'agent.dispose',
      'agent.ready',
      'callback.checked',
      'call.ended',
      'timer wrap-up',
      'timer part',
      'timer expiry',
    ],
  },
  { from: 'closing', to: 'end', when: 'the journal has the end', by: ['attempt.closed'] },

  {
    from: 'adopting',
    to: 'connected',
    when: 'the conversation goes on: with an agent, with a third party alone, or in search of an agent',
    by: ['call.reconciled', 'call.answered'],
  },
  {
    from: 'adopting',
    to: 'in-flow',
    when: 'a person who had no agent is on the line: the abandonment message starts, or that of the campaign',
    by: ['call.reconciled', 'call.answered'],
  },
  {
    from: 'adopting',
    to: 'ending',
    when: 'it still rings, the dialplan plays its message, or a machine was recording',
    by: ['call.reconciled', 'call.answered'],
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
