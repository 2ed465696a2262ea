/** Every move of a conversation: checked against the table, journaled with its length, and reported. */
import { invariant } from '../../invariant.js';
import type { Call } from '../call/call.js';
import { emit, send, type Context } from '../context.js';
import type { Conversation } from './conversation.js';
import { CONVERSATION_MEANINGS, isAllowedConversationMove, type ConversationStage } from './stages.js';

/** Every entry of the audit trail about conversations. Each names the attempt; none holds personal data. */
export const CONVERSATION_ENTRIES = [
  /** A move: `from`, `to`, `by`, `spentMs` in `from`, and the owner. */
  'conversation.moved',
  /** An owner's part is over: `agentId`, `ownedMs`, of these `heldMs` in which the customer heard music. */
  'conversation.part',
  /** The owner is not heard, or heard again: `agentId`, `muted`. */
  'conversation.muted',
  /** Keys were sent: `agentId`, `count`. The keys are not kept. */
  'conversation.digits',
  /** A supervisor listened: `supervisorId`, `watchedId`, `how`, `from`, `forMs`. */
  'conversation.monitored',
  /**
   * A telephone number was called for it: `thirdId`, its attempt; `what`, one of 'asked', 'answered', 'given'
   * (it has the customer, without an agent), 'ended', 'failed'; `name` in the directory, or null; `reason`.
   */
  'conversation.outside',
  /**
   * A customer was given to a flow: `flow`; `what`, 'given' or 'ended'; given: `agentId`, and `asked`: the
   * customer wanted it; ended: `ending` and `forMs`.
   */
  'conversation.flow',
  /** What an agent said of a conversation that they handed over: `agentId`, `code`. */
  'conversation.note',
  /** A recording's state: `recordingId`, `state`, `file`, the agent, and the ground where there is one. */
  'recording.state',
  'recording.completed',
  'recording.failed',
] as const;

/** Kind of an entry about a conversation. */
export type ConversationEntry = (typeof CONVERSATION_ENTRIES)[number];

/** Writes an entry about a conversation to the audit trail. */
export function note(
  context: Context,
  attemptId: string,
  kind: ConversationEntry,
  detail: Readonly<Record<string, string | number | boolean | null>>,
): void {
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'journal',
    method: 'audit',
    command: { campaignId, kind, detail: { attemptId, ...detail }, at: context.now },
  });
}

/** Moves a conversation to another stage. @throws InvariantError when the table does not allow it. */
export function moveConversation(
  context: Context,
  call: Call,
  conversation: Conversation,
  to: ConversationStage | 'end',
): void {
  const { stage: from, third } = conversation;
  const { attemptId, agentId: ownerId } = call;
  invariant(
    isAllowedConversationMove(from, to),
    `the conversation of ${attemptId} may not move from '${from}' to '${to}' (by ${context.cause})`,
  );
  const spentMs = context.now - conversation.since;
  noteMusic(conversation, spentMs);
  if (to !== 'end') {
    conversation.stage = to;
    conversation.since = context.now;
  }
  if (isOrdinary(conversation, from, to)) return;

  const by = context.cause;
  note(context, attemptId, 'conversation.moved', { from, to, by, spentMs, ownerId });
  emit(context, { type: 'conversation.moved', attemptId, from, to, by, spentMs, ownerId, third });
}

/** Adds the time of a stage in which the customer heard music to the part of its owner. */
function noteMusic(conversation: Conversation, spentMs: number): void {
  const part = conversation.parts.at(-1);
  if (part?.to === null && CONVERSATION_MEANINGS[conversation.stage].customerHears === 'music')
    part.heldMs += spentMs;
}

/** A conversation of one agent that nobody gave an order about ends without an entry of its own. */
function isOrdinary(
  { revision, parts }: Conversation,
  from: ConversationStage,
  to: ConversationStage | 'end',
): boolean {
  return from === 'talking' && to === 'end' && revision === 0 && parts.length <= 1;
}
