/** Orders of agents and supervisors about conversations, as facts. */
import type { RecordingState } from '../../ports/conversation-telephony.js';
import type { AttemptId } from '../call/attempt.js';

/** Whom a consultation or a transfer is meant for. */
export type ConversationTarget =
  | { readonly kind: 'agent'; readonly agentId: string }
  /** Any free agent of the campaign who has the skills. */
  | { readonly kind: 'queue'; readonly skills?: readonly string[] }
  /** A telephone number of the campaign's directory, by its name. */
  | { readonly kind: 'named'; readonly name: string }
  /** A typed telephone number, E.164, where the campaign lets its agents type one. */
  | { readonly kind: 'number'; readonly phone: string }
  /**
   * A call flow of the campaign, by its name; for transfers only. `asked`: the person has asked for it, or
   * agreed to it.
   */
  | { readonly kind: 'flow'; readonly name: string; readonly asked?: boolean };

/** How a supervisor takes part. 'barge': in the room, heard by everyone. */
export const MONITOR_WAYS = ['listen', 'whisper', 'barge'] as const;

/** One of {@link MONITOR_WAYS}. */
export type MonitorHow = (typeof MONITOR_WAYS)[number];

/** On what ground a conversation is recorded, where the law asks for one. */
export const RECORDING_GROUNDS = ['announced', 'consented'] as const;

/** One of {@link RECORDING_GROUNDS}. */
export type RecordingGround = (typeof RECORDING_GROUNDS)[number];

interface ByAgent {
  readonly at: number;
  readonly agentId: string;
}

/** What an agent orders about their conversation, or a supervisor about an agent's. */
export type ConversationOrderFact =
  | (ByAgent & { readonly type: 'agent.hold' })
  | (ByAgent & { readonly type: 'agent.resume' })
  | (ByAgent & { readonly type: 'agent.mute' })
  | (ByAgent & { readonly type: 'agent.unmute' })
  /** Keys for the customer's side. They are never logged. */
  | (ByAgent & { readonly type: 'agent.digits'; readonly digits: string })
  | (ByAgent & { readonly type: 'agent.consult'; readonly target: ConversationTarget })
  /** Attended transfer: the third party is the owner from now on. */
  | (ByAgent & { readonly type: 'agent.complete' })
  /** Back to the customer: the third party, or the search for one, is dropped. */
  | (ByAgent & { readonly type: 'agent.cancel' })
  | (ByAgent & { readonly type: 'agent.conference' })
  /** Leaves a conference to the other two. */
  | (ByAgent & { readonly type: 'agent.leave' })
  /** Blind transfer. */
  | (ByAgent & { readonly type: 'agent.transfer'; readonly target: ConversationTarget })
  | (ByAgent & { readonly type: 'agent.park' })
  | (ByAgent & { readonly type: 'agent.unpark'; readonly parkedAttemptId: AttemptId })
  | (ByAgent & {
      readonly type: 'agent.record';
      readonly state: RecordingState;
      readonly ground?: RecordingGround;
    })
  /** `agentId` is the supervisor's, `watchedId` the agent's. It lasts until it is stopped. */
  | (ByAgent & {
      readonly type: 'supervisor.monitor';
      readonly watchedId: string;
      readonly how: MonitorHow;
    })
  | (ByAgent & { readonly type: 'supervisor.stop-monitoring' })
  /** The supervisor is the owner of the agent's conversation from now on. */
  | (ByAgent & { readonly type: 'supervisor.take-over'; readonly watchedId: string });

/** The type of an order about a conversation. */
export type ConversationOrderType = ConversationOrderFact['type'];

/** Every order about a conversation. The compiler checks that none is missing. */
export const CONVERSATION_ORDER_TYPES: Readonly<Record<ConversationOrderType, true>> = {
  'agent.hold': true,
  'agent.resume': true,
  'agent.mute': true,
  'agent.unmute': true,
  'agent.digits': true,
  'agent.consult': true,
  'agent.complete': true,
  'agent.cancel': true,
  'agent.conference': true,
  'agent.leave': true,
  'agent.transfer': true,
  'agent.park': true,
  'agent.unpark': true,
  'agent.record': true,
  'supervisor.monitor': true,
  'supervisor.stop-monitoring': true,
  'supervisor.take-over': true,
};

/** Types of the orders about conversations. */
export const CONVERSATION_ORDERS = Object.keys(CONVERSATION_ORDER_TYPES) as readonly ConversationOrderType[];
