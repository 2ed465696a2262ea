/** What a campaign remembers of a call that came in, beside what it remembers of every call. */
import type { Lead } from '../supply/lead.js';

/** How a call that came in ended. */
export const INBOUND_ENDINGS = [
  /** An agent talked to the caller. */
  'served',
  /** The caller hung up while they waited. */
  'left',
  /** The caller asked to be called back, and keeps their place. */
  'callback',
  /** The caller waited for too long, and heard the message for that. */
  'overflow',
  /** The caller called outside the hours, and heard the message for that. */
  'closed',
  /** The call could not be taken, or was lost. */
  'lost',
] as const;

/** One of {@link INBOUND_ENDINGS}. */
export type InboundEnding = (typeof INBOUND_ENDINGS)[number];

/** A call that came in. */
export interface InboundCall {
  /** Telephony's name of the call until it is admitted. */
  readonly inboundId: string;
  /** E.164 that was called. */
  readonly calledNumber: string;
  /** Epoch ms. How long the caller waits counts from here. */
  readonly arrivedAt: number;
  /** The caller hung up before the journal had the call. */
  isGone: boolean;
  /** Of the last arrangement that put the caller back to the music. */
  revision: number;
  /** Epoch ms until which telephony may be putting the caller back to the music. */
  settlesUntil: number;
  /** How many announcements were ordered, for their ids. */
  announcements: number;
  /** How the call ends, once that is known. */
  ending: InboundEnding | null;
}

/** A caller who has hung up and is called back when their turn comes. */
export interface KeptPlace {
  readonly leadId: string;
  /** Epoch ms at which their call came in: their place among those who wait. */
  readonly since: number;
}

/** A call that has just come in. */
export function newInboundCall(
  given: Pick<InboundCall, 'inboundId' | 'calledNumber' | 'arrivedAt'>,
): InboundCall {
  return { ...given, isGone: false, revision: 0, settlesUntil: 0, announcements: 0, ending: null };
}

/** Id of the lead of a caller whom no list knows: none. */
export const NO_LEAD = '';

/** Stands for a caller whom no list knows. `phone`: E.164; empty where it is withheld. */
export function strangerLead({
  phone,
  personId,
}: {
  readonly phone: string;
  readonly personId: string;
}): Lead {
  return {
    leadId: NO_LEAD,
    personId,
    listId: '',
    phones: phone === '' ? [] : [{ phone, open: true }],
    phoneIndex: 0,
    reason: 'fresh',
    priority: 0,
    skills: [],
    attempts: 0,
    attemptsByOutcome: {},
    recentAttempts: [],
    fields: {},
  };
}
