/** What the desk tells of a conversation beside its stage: since when there is music, and what failed. */
import {
  CONVERSATION_MEANINGS,
  type CallView,
  type CampaignEvent,
  type ConversationStage,
} from '@outdial/core';

type MoveEvent = Extract<CampaignEvent, { readonly type: 'conversation.moved' }>;

/** Keeps it for the conversations of the floor, by attempt. */
export class ConversationNotes {
  /** Epoch ms from which a customer has heard nothing but music. */
  readonly #musicSince = new Map<string, number>();
  readonly #troubles = new Map<string, string>();
  /** Conversations on their way back to agent and customer, because a number was not reached. */
  readonly #back = new Set<string>();

  /** Takes note of an event; events of other kinds are passed over. */
  take(event: CampaignEvent): void {
    switch (event.type) {
      case 'conversation.order-failed':
        this.#troubles.set(event.attemptId, `That could not be done: ${event.reason}.`);
        return;
      case 'conversation.nobody-came':
        if (event.ending === 'back') this.#back.add(event.attemptId);
        if (event.ending === 'held')
          this.#troubles.set(event.attemptId, 'Nobody came. The customer is still on hold.');
        if (event.ending === 'returned') {
          const why = event.reason === undefined ? 'Nobody took the customer' : sentence(event.reason);
          this.#troubles.set(event.attemptId, `${why}: they are back.`);
        }
        return;
      case 'conversation.moved':
        this.#moved(event);
        return;
      default:
    }
  }

  /** Since when the customer of a call has heard music, epoch ms; null: they do not. */
  musicSince({ attemptId, conversation }: CallView): number | null {
    if (conversation === null || !isMusic(conversation.stage)) return null;
    // After a restart the moves before are not known: the last one is.
    return this.#musicSince.get(attemptId) ?? conversation.since;
  }

  /** Why the last order about a call came to nothing, as a sentence; null: it did not. */
  troubleOf(attemptId: string): string | null {
    return this.#troubles.get(attemptId) ?? null;
  }

  #moved({ attemptId, at, by, from, to }: MoveEvent): void {
    if (to === 'end' || !isMusic(to)) this.#musicSince.delete(attemptId);
    else if (!this.#musicSince.has(attemptId)) this.#musicSince.set(attemptId, at);
    // An order was carried out. A customer who was sought for comes back with the reason.
    const isDone = by === 'conversation.arranged' && from !== 'seeking';
    const isBack = isDone && this.#back.delete(attemptId);
    if (to === 'end') this.#back.delete(attemptId);
    if (to === 'end' || (isDone && !isBack)) this.#troubles.delete(attemptId);
  }
}

function sentence(reason: string): string {
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}

function isMusic(stage: ConversationStage): boolean {
  return CONVERSATION_MEANINGS[stage].customerHears === 'music';
}
