/** Events of conversations, for embedders. */
import type { RecordingState } from '../../ports/conversation-telephony.js';
import type { AttemptId } from '../call/attempt.js';
import type { MoveCause } from '../call/move-causes.js';
import type { RecordingFailure } from '../conversation-facts.js';
import type { SeekReason, ThirdParty } from './conversation.js';
import type { MonitorHow, RecordingGround } from './order-facts.js';
import type { ConversationStage } from './stages.js';

/** What every event carries: when (epoch ms), in which campaign, about which call. */
interface OfConversation {
  readonly at: number;
  readonly campaignId: string;
  readonly attemptId: AttemptId;
}

/** How an owner came to a conversation. */
export const HAND_OVERS = [
  'complete',
  'leave',
  'transfer',
  'returned',
  'requeue',
  'unpark',
  'take-over',
] as const;

/** One of {@link HAND_OVERS}. */
export type HandOver = (typeof HAND_OVERS)[number];

/** Why a transfer, a requeue or a consultation did not find anybody, and what became of the customer. */
export const SEEK_ENDINGS = ['returned', 'abandonment-flow', 'hung-up', 'held', 'back', 'flow'] as const;

/** One of {@link SEEK_ENDINGS}. */
export type SeekEnding = (typeof SEEK_ENDINGS)[number];

/**
 * How a flow that had a customer ended: an agent has them, the call is over, or the flow did not begin.
 */
export const FLOW_ENDINGS = ['agent', 'hung-up', 'not-started'] as const;

/** One of {@link FLOW_ENDINGS}. */
export type FlowEnding = (typeof FLOW_ENDINGS)[number];

/** Events of conversations. */
export type ConversationEvent =
  /** The conversation moved to another stage. `spentMs`: how long it was in `from`. */
  | (OfConversation & {
      readonly type: 'conversation.moved';
      readonly from: ConversationStage;
      readonly to: ConversationStage | 'end';
      readonly by: MoveCause;
      readonly spentMs: number;
      readonly ownerId: string | null;
      readonly third: ThirdParty | null;
    })
  /** Another agent owns the conversation. `waitedMs`: how long it had no owner. */
  | (OfConversation & {
      readonly type: 'conversation.handed-over';
      readonly fromAgentId: string | null;
      readonly agentId: string;
      readonly how: HandOver;
      readonly waitedMs: number;
    })
  /**
   * The customer talks with a third party at a telephone number, and no agent takes part any more.
   * `thirdId`: the attempt that called it; `name`: in the directory.
   */
  | (OfConversation & {
      readonly type: 'conversation.given-outside';
      readonly fromAgentId: string | null;
      readonly thirdId: AttemptId;
      readonly name: string | null;
      readonly how: Extract<HandOver, 'complete' | 'leave' | 'transfer'>;
    })
  /**
   * An agent gave the customer to a call flow, and takes part no more. `asked`: the customer asked for it, or
   * agreed to it, as the agent says.
   */
  | (OfConversation & {
      readonly type: 'conversation.given-flow';
      readonly fromAgentId: string | null;
      readonly flow: string;
      readonly asked: boolean;
    })
  /** The flow has the customer no more. `forMs`: how long it had. */
  | (OfConversation & {
      readonly type: 'conversation.flow-ended';
      readonly flow: string;
      readonly ending: FlowEnding;
      readonly forMs: number;
    })
  | (OfConversation & {
      readonly type: 'conversation.muted';
      readonly agentId: string;
      readonly muted: boolean;
    })
  | (OfConversation & {
      readonly type: 'conversation.digits-sent';
      readonly agentId: string;
      readonly count: number;
    })
  /** A supervisor began to listen to the conversation, or stopped. `forMs`: how long, once it is over. */
  | (OfConversation & {
      readonly type: 'conversation.monitored';
      readonly supervisorId: string;
      readonly watchedId: string;
      readonly how: MonitorHow;
      readonly forMs: number | null;
    })
  /** An accepted order could not be carried out. The conversation is as it was. */
  | (OfConversation & {
      readonly type: 'conversation.order-failed';
      readonly order: string;
      /** Who gave it. */
      readonly agentId: string;
      readonly reason: string;
    })
  /** Nobody took the customer, or came to the consultation, in time. */
  | (OfConversation & {
      readonly type: 'conversation.nobody-came';
      readonly why: SeekReason;
      readonly ending: SeekEnding;
      readonly waitedMs: number;
      /** Why a telephone number was not reached, or a flow did not begin. Absent: agents were sought. */
      readonly reason?: string;
    })
  | (OfConversation & {
      readonly type: 'recording.state';
      readonly recordingId: string;
      /** 'asked': the order is out. */
      readonly state: RecordingState | 'asked';
      readonly file: string;
      readonly ground?: RecordingGround;
    })
  | (OfConversation & {
      readonly type: 'recording.completed';
      readonly recordingId: string;
      readonly file: string;
      readonly durationMs: number;
    })
  | (OfConversation & {
      readonly type: 'recording.failed';
      readonly recordingId: string;
      readonly code: RecordingFailure;
      readonly reason: string;
    });
