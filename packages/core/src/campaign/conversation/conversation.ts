/** A conversation as the campaign remembers it: from the first agent until the call is over. */
import { RECORDING_STATES } from '../../ports/conversation-telephony.js';
import type { AttemptId } from '../call/attempt.js';
import type { MonitorHow } from './order-facts.js';
import type { ConversationStage } from './stages.js';

/** The third party of a consultation or a conference. */
export type ThirdParty =
  | { readonly kind: 'agent'; readonly agentId: string }
  /** Somebody at a telephone number. `name`: in the campaign's directory; null: the number was typed. */
  | { readonly kind: 'number'; readonly attemptId: AttemptId; readonly name: string | null };

/** The agent who is the third party. Null: there is none, or it is a number. */
export function thirdAgentOf(third: ThirdParty | null | undefined): string | null {
  return third?.kind === 'agent' ? third.agentId : null;
}

/** The call to the third party. Null: there is none, or it is an agent. */
export function thirdCallOf(third: ThirdParty | null | undefined): AttemptId | null {
  return third?.kind === 'number' ? third.attemptId : null;
}

/** A telephone number that is called for a conversation. */
export interface SoughtNumber {
  /** E.164. */
  readonly phone: string;
  /** In the campaign's directory. Null: it was typed. */
  readonly name: string | null;
  /** The call to it, once it was begun. */
  attemptId: AttemptId | null;
  /** Why it is not reached, for the agent. Null: it may still be. */
  failure: string | null;
}

/** One owner's part of a conversation. Instants are epoch ms. */
export interface OwnerPart {
  readonly agentId: string;
  readonly from: number;
  /** Null while it lasts. */
  to: number | null;
  /** ms that the customer heard music in this part. */
  heldMs: number;
}

/** Who is in which role: everything that an arrangement follows from, except supervisors. */
export interface ConversationShape {
  readonly stage: ConversationStage;
  readonly ownerId: string | null;
  readonly third: ThirdParty | null;
  /** The owner is not heard. */
  readonly muted: boolean;
}

/** Whom a search may find. Without an agent: any free agent with the skills. */
export interface SoughtAgent {
  readonly agentId?: string;
  readonly skills: readonly string[];
}

/** Why an owner or a third party is sought. */
export type SeekReason = 'consult' | 'transfer' | 'requeue' | 'unpark' | 'park-over' | 'flow';

/** A flow to which an agent gave the customer. */
export interface RunningFlow {
  readonly name: string;
  /** Who gave it. */
  readonly fromAgentId: string | null;
  /** Epoch ms. */
  readonly since: number;
  /** Something of it was heard, or answered. */
  isHeard: boolean;
}

/** The search for a third party or for the next owner. */
export interface Seek {
  readonly why: SeekReason;
  readonly target: SoughtAgent;
  /** A telephone number is meant, and no agent but the one who had the conversation before. */
  readonly number?: SoughtNumber;
  /** Who had the conversation before: gets it back when nobody takes it. */
  readonly fromAgentId: string | null;
  /** Until then nobody but `fromAgentId` is considered. Epoch ms. */
  readonly ownerFirstUntil: number;
  /** Epoch ms by which somebody must have it. */
  deadlineAt: number;
  /** Reserved for it: their leg is being called, or they are being placed. */
  candidateId: string | null;
  /** It is on its way back to `fromAgentId`. */
  returning: boolean;
  /** Why a flow did not begin. */
  readonly failure?: string;
}

/** A change that telephony has been asked for and has not confirmed. */
export interface Plan {
  readonly revision: number;
  readonly next: ConversationShape;
  /** Type of the order's fact. Null: the engine's own step. */
  readonly order: string | null;
  /** Who gave the order. */
  readonly agentId: string | null;
  /** The agent who comes in by the plan, and is reserved for it. */
  readonly placedId: string | null;
  /** The search that begins when the plan is carried out. */
  readonly seek: Seek | null;
  /** The flow that begins when the plan is carried out. */
  readonly flow?: { readonly name: string; readonly asked: boolean };
  /** How often telephony was asked. */
  tries: number;
}

/** Somebody who listens. */
export interface Watch {
  readonly supervisorId: string;
  readonly watchedId: string;
  readonly how: MonitorHow;
  /** Epoch ms. */
  readonly from: number;
}

/**
 * What a conversation's recording may be, as telephony confirmed it. 'asked': it is to begin, and that is not
 * confirmed yet.
 */
export const CONVERSATION_RECORDING_STATES: readonly ['asked', ...typeof RECORDING_STATES] = [
  'asked',
  ...RECORDING_STATES,
];

/** The recording of a conversation. */
export interface ConversationRecording {
  readonly recordingId: string;
  readonly file: string;
  state: (typeof CONVERSATION_RECORDING_STATES)[number];
  /** It is paused because a third party at a telephone number came in. */
  pausedForThird?: true;
  /** It is paused because a flow speaks. */
  pausedForFlow?: true;
}

/** A conversation of a customer with agents. The owner is the call's `agentId`. */
export interface Conversation {
  stage: ConversationStage;
  /** Epoch ms of the last move. */
  since: number;
  third: ThirdParty | null;
  muted: boolean;
  /** Revision of the last arrangement. 0: the parties are as `connect` placed them. */
  revision: number;
  plan: Plan | null;
  seek: Seek | null;
  /** Present while a flow has the customer, or seeks an agent for them. */
  inFlow?: RunningFlow;
  readonly parts: OwnerPart[];
  watches: Watch[];
  recording: ConversationRecording | null;
  /** How many recordings and digits were ordered, for their ids. */
  recordings: number;
  digits: number;
}

/** A conversation that begins. */
export function newConversation(ownerId: string | null, at: number): Conversation {
  return {
    stage: 'talking',
    since: at,
    third: null,
    muted: false,
    revision: 0,
    plan: null,
    seek: null,
    parts: ownerId === null ? [] : [{ agentId: ownerId, from: at, to: null, heldMs: 0 }],
    watches: [],
    recording: null,
    recordings: 0,
    digits: 0,
  };
}
