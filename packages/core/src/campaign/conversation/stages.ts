/**
 * The life of a conversation as a table: every stage, every allowed move, and the causes of each move.
 * `moveConversation` refuses any other. docs/concepts/conversation-life.md is generated from this table.
 */
import { FLOW_STEP, type MoveCause } from '../call/move-causes.js';

/** Every stage of a conversation, in the order in which a conversation usually passes through them. */
export const CONVERSATION_STAGES = [
  'talking',
  'held',
  'reaching',
  'consulting',
  'conference',
  'seeking',
  'parked',
  'outside',
  'in-flow',
] as const;

/** The stage of a conversation. */
export type ConversationStage = (typeof CONVERSATION_STAGES)[number];

/** What the customer may hear. */
export const CUSTOMER_HEARS = [
  'the owner',
  'owner and third party',
  'the third party',
  'the flow',
  'music',
] as const;

/** What is true of a conversation in one stage. */
export interface ConversationStageMeaning {
  /** One sentence for the generated page. */
  readonly means: string;
  /** An agent owns the conversation: exactly one. */
  readonly owned: boolean;
  /** What the customer hears. */
  readonly customerHears: (typeof CUSTOMER_HEARS)[number];
  /** What the owner hears. */
  readonly ownerHears:
    'the customer' | 'customer and third party' | 'the third party' | 'ringing' | 'silence' | null;
}

/** What each stage means. */
export const CONVERSATION_MEANINGS: Readonly<Record<ConversationStage, ConversationStageMeaning>> = {
  talking: {
    means: 'The owner and the customer talk.',
    owned: true,
    customerHears: 'the owner',
    ownerHears: 'the customer',
  },
  held: {
    means: 'The owner has put the customer on hold.',
    owned: true,
    customerHears: 'music',
    ownerHears: 'silence',
  },
  reaching: {
    means: 'The customer is on hold while the third party of a consultation is being reached.',
    owned: true,
    customerHears: 'music',
    ownerHears: 'ringing',
  },
  consulting: {
    means: 'The owner and the third party talk, and the customer is on hold.',
    owned: true,
    customerHears: 'music',
    ownerHears: 'the third party',
  },
  conference: {
    means: 'The customer, the owner and the third party talk.',
    owned: true,
    customerHears: 'owner and third party',
    ownerHears: 'customer and third party',
  },
  seeking: {
    means: 'Nobody owns the conversation: the next owner is being found, after a transfer or a lost leg.',
    owned: false,
    customerHears: 'music',
    ownerHears: null,
  },
  parked: {
    means: 'An agent has parked the customer, for a limited time.',
    owned: false,
    customerHears: 'music',
    ownerHears: null,
  },
  outside: {
    means:
      'The customer talks with a third party at a telephone number, for a limited time. No agent takes part.',
    owned: false,
    customerHears: 'the third party',
    ownerHears: null,
  },
  'in-flow': {
    means: 'A call flow speaks with the customer. No agent takes part.',
    owned: false,
    customerHears: 'the flow',
    ownerHears: null,
  },
};

/** One allowed move. 'start': agent and customer are brought together. 'end': the conversation is over. */
export interface AllowedConversationMove {
  readonly from: ConversationStage | 'start';
  readonly to: ConversationStage | 'end';
  /** Why a conversation makes this move. Text for the generated page. */
  readonly when: string;
  /** Everything that can cause it. */
  readonly by: readonly MoveCause[];
}

/** The telephone side has carried out an order. The order's own name stands in `when`. */
const DONE = 'conversation.arranged' as const;
/** Everything by which the customer's call or the call's conversation ends. */
const OVER = ['call.ended', 'timer expiry'] as const;
/** Why a number is not called after all. */
const NOT_CALLED = [
  'attempt.refused',
  'attempt.in-progress',
  'attempt.open-failed',
  'attempt.opened',
] as const;
/** How the call to a third party ends: by its end, or because telephony confirms no hang-up. */
const GONE = ['call.ended', 'timer expiry'] as const;
/** How a leg is lost: it went down, or the station says that it has begun anew. */
const LEG_LOST = ['agent.leg-down', 'agent.call-station'] as const;

/** Every allowed move, by the stage that the conversation leaves. Any other move breaks an invariant. */
export const CONVERSATION_MOVES: readonly AllowedConversationMove[] = [
  {
    from: 'start',
    to: 'talking',
    when: 'agent and customer hear each other',
    by: ['call.connected', 'call.reconciled'],
  },
  {
    from: 'start',
    to: 'outside',
    when: 'after a restart, the customer is found with a third party alone',
    by: ['call.reconciled'],
  },
  {
    from: 'start',
    to: 'seeking',
    when: 'after a restart, the customer is found without the agent they had',
    by: ['call.reconciled', 'call.answered'],
  },
  {
    from: 'start',
    to: 'in-flow',
    when: 'after a restart, the customer is found who was in a flow: it begins anew',
    by: ['call.reconciled', 'call.answered'],
  },

  { from: 'talking', to: 'held', when: 'agent.hold', by: [DONE] },
  { from: 'held', to: 'talking', when: 'agent.resume, or a supervisor takes over', by: [DONE] },

  ...(['talking', 'held'] as const).flatMap((from): readonly AllowedConversationMove[] => [
    { from, to: 'reaching', when: 'agent.consult, and the third party is not there yet', by: [DONE] },
    { from, to: 'consulting', when: 'agent.consult, and the third party is free at once', by: [DONE] },
    { from, to: 'seeking', when: 'agent.transfer, or the owner’s leg is lost', by: [DONE, ...LEG_LOST] },
    { from, to: 'parked', when: 'agent.park', by: [DONE] },
    { from, to: 'in-flow', when: 'agent.transfer, to a flow', by: [DONE] },
  ]),

  { from: 'reaching', to: 'consulting', when: 'the third party is there', by: [DONE] },
  {
    from: 'reaching',
    to: 'talking',
    when: 'agent.cancel, or a supervisor takes over',
    by: [DONE],
  },
  {
    from: 'reaching',
    to: 'held',
    when: 'the third party is not reached in time, or cannot come',
    by: [
      'timer conversation',
      'conversation.refused',
      'timer arrangement',
      ...LEG_LOST,
      ...NOT_CALLED,
      ...GONE,
    ],
  },
  { from: 'reaching', to: 'seeking', when: 'the owner’s leg is lost', by: LEG_LOST },

  { from: 'consulting', to: 'conference', when: 'agent.conference', by: [DONE] },
  {
    from: 'consulting',
    to: 'talking',
    when: 'agent.cancel; agent.complete: the third party is the owner; or a supervisor takes over',
    by: [DONE],
  },
  {
    from: 'consulting',
    to: 'held',
    when: 'the third party hangs up, or their leg is lost',
    by: [DONE, ...LEG_LOST, ...GONE],
  },
  { from: 'consulting', to: 'outside', when: 'agent.complete, and the third party is a number', by: [DONE] },
  { from: 'consulting', to: 'seeking', when: 'the owner’s leg is lost', by: LEG_LOST },

  {
    from: 'conference',
    to: 'talking',
    when: 'one of the two agents or the number leaves or is lost, or a supervisor takes over',
    by: [DONE, ...LEG_LOST, ...GONE],
  },
  {
    from: 'conference',
    to: 'outside',
    when: 'the owner leaves or is lost, and the third party is a number',
    by: [DONE, ...LEG_LOST],
  },

  { from: 'seeking', to: 'outside', when: 'the telephone number has answered', by: [DONE] },
  { from: 'seeking', to: 'talking', when: 'the next owner has the customer', by: [DONE, 'call.connected'] },
  {
    from: 'parked',
    to: 'seeking',
    when: 'agent.unpark, or the time is over: back to who parked',
    by: ['agent.unpark', 'timer conversation'],
  },

  {
    from: 'in-flow',
    to: 'seeking',
    when: 'the flow asks for an agent, or its first audio cannot be played: back to who gave it',
    by: [DONE, ...FLOW_STEP, 'timer conversation', 'call.reconciled', 'call.answered'],
  },
  {
    from: 'seeking',
    to: 'in-flow',
    when: 'no agent came in time for a flow that asked for one: it goes on',
    by: ['timer conversation'],
  },

  ...CONVERSATION_STAGES.map((from): AllowedConversationMove => {
    const by: MoveCause[] = [...OVER];
    if (from === 'seeking') by.push('timer conversation');
    const when =
      from === 'seeking'
        ? 'the call ends, or nobody takes it in time: the abandonment flow starts'
        : 'the call ends';
    return { from, to: 'end', when, by };
  }),
];

const ALLOWED: ReadonlySet<string> = new Set(CONVERSATION_MOVES.map(({ from, to }) => `${from} ${to}`));

/** Whether the table allows this move. */
export function isAllowedConversationMove(
  from: AllowedConversationMove['from'],
  to: AllowedConversationMove['to'],
): boolean {
  return ALLOWED.has(`${from} ${to}`);
}
