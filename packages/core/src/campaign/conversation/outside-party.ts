/** What a call to the third party of a conversation remembers beside what every call does. */
import type { AttemptId } from '../call/attempt.js';

/** For whose conversation a third party is called. */
export interface OutsideCall {
  /** The customer's attempt. Empty after a restart: the conversation is over. */
  readonly customerId: AttemptId;
  /** In the campaign's directory. Null: the number was typed. */
  readonly name: string | null;
  /** Nobody wants it any more, and the journal had not opened it. */
  isDropped: boolean;
}
