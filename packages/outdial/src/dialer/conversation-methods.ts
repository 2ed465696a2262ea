/** The orders about conversations, as methods: hold, consult, transfer, record, monitor. */
import {
  defined,
  type ConversationTarget,
  type MonitorHow,
  type RecordingGround,
  type RecordingState,
} from '@outdial/core';
import { CONVERSATION_ORDER_ENTRIES as ORDERS } from './conversation-orders.js';
import type { OrderEntry } from './order-entry.js';
import type { OrderAnswer } from './orders.js';

/** Orders about an agent's conversation. Each answers whether it was accepted; events tell its effect. */
export abstract class ConversationMethods {
  /** Gives an order of the table by its fields; `by` is who gives it, as the audit trail names them. */
  abstract order<Body>(entry: OrderEntry<Body>, fields: unknown, by?: string): Promise<OrderAnswer>;

  /** The customer hears music, and the agent is alone. */
  hold(agentId: string): Promise<OrderAnswer> {
    return this.order(ORDERS.hold, { agentId });
  }

  /** Back to the customer after {@link ConversationMethods.hold}. */
  resumeCall(agentId: string): Promise<OrderAnswer> {
    return this.order(ORDERS.resume, { agentId });
  }

  /** The agent is not heard, or heard again. */
  mute(agentId: string, muted: boolean): Promise<OrderAnswer> {
    return this.order(muted ? ORDERS.mute : ORDERS.unmute, { agentId });
  }

  /** Sends keys to the customer's side: 0 to 9, `*`, `#`, A to D. They are counted, never kept. */
  sendDigits(agentId: string, digits: string): Promise<OrderAnswer> {
    return this.order(ORDERS.digits, { agentId, digits });
  }

  /** The customer hears music while the agent talks with another one, who is reserved first. */
  consult(agentId: string, target: ConversationTarget): Promise<OrderAnswer> {
    return this.order(ORDERS.consult, { agentId, target });
  }

  /** Ends a consultation: the agent consulted has the customer (attended transfer). */
  completeTransfer(agentId: string): Promise<OrderAnswer> {
    return this.order(ORDERS.complete, { agentId });
  }

  /** Back to the customer; the consultation, the third party or the search for one is dropped. */
  cancelConsult(agentId: string): Promise<OrderAnswer> {
    return this.order(ORDERS.cancel, { agentId });
  }

  /** Customer and both agents talk. */
  conference(agentId: string): Promise<OrderAnswer> {
    return this.order(ORDERS.conference, { agentId });
  }

  /** The owner leaves a conference to the other two. */
  leaveConference(agentId: string): Promise<OrderAnswer> {
    return this.order(ORDERS.leave, { agentId });
  }

  /** Gives the customer away without a word (blind transfer). If nobody takes them, they come back. */
  transfer(agentId: string, target: ConversationTarget): Promise<OrderAnswer> {
    return this.order(ORDERS.transfer, { agentId, target });
  }

  /** The customer hears music, for a limited time, and the agent is free. */
  park(agentId: string): Promise<OrderAnswer> {
    return this.order(ORDERS.park, { agentId });
  }

  /** Takes up a parked customer. */
  unpark(agentId: string, parkedAttemptId: string): Promise<OrderAnswer> {
    return this.order(ORDERS.unpark, { agentId, parkedAttemptId });
  }

  /**
   * Records the conversation, pauses, resumes or ends the recording. `ground`: what the agent did before it
   * began, where the law asks for an announcement or for consent.
   */
  record(agentId: string, state: RecordingState, ground?: RecordingGround): Promise<OrderAnswer> {
    return this.order(ORDERS.record, { agentId, state, ...defined({ ground }) });
  }

  /** A supervisor, logged in and paused, listens to an agent, whispers to them, or joins. */
  monitor(supervisorId: string, watchedId: string, how: MonitorHow): Promise<OrderAnswer> {
    return this.order(ORDERS.monitor, { agentId: supervisorId, watchedId, how });
  }

  /** The supervisor stops listening. */
  stopMonitoring(supervisorId: string): Promise<OrderAnswer> {
    return this.order(ORDERS['stop-monitoring'], { agentId: supervisorId });
  }

  /** The supervisor has the agent's customer from now on. */
  takeOver(supervisorId: string, watchedId: string): Promise<OrderAnswer> {
    return this.order(ORDERS['take-over'], { agentId: supervisorId, watchedId });
  }
}
