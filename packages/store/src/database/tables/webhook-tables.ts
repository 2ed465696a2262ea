/** Tables of addresses that are told what happened. */
import type { StoredEvent } from '../../report/stored-event.js';
import type { JsonText } from '../json-text.js';

/** Addresses that are told what happened, and how far each was told. */
export interface WebhooksTable {
  webhook_id: string;
  url: string;
  /** Kinds of events, or their first words with a star; empty: all. */
  kinds: JsonText<readonly string[]>;
  /** Signs what is sent; empty once the webhook has ended. */
  secret: string;
  /** Cursor of the last event that the address was told of. */
  told_to: string;
  created_at: number;
  created_by: string;
  ended_at: number | null;
  accepted_at: number | null;
  failing_since: number | null;
  tries: number;
  next_try_at: number | null;
  problem: string | null;
  /** The process that sends at present, and until when it may. */
  sender: string | null;
  sender_until: number | null;
}

/** Events that an address refused for good. */
export interface DeadLettersTable {
  dead_letter_id: string;
  webhook_id: string;
  at: number;
  event: JsonText<StoredEvent>;
  problem: string;
}
