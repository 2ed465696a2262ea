/** Conversations as documents of the desk. */
import {
  CONVERSATION_MEANINGS,
  DEFAULT_CONVERSATIONS,
  isoInstant,
  type CallView,
  type CampaignSettings,
  type RecordingGround,
  type RecordingSettings,
} from '@outdial/core';
import type { z } from 'zod';
import type { deskConversation, parkedCustomer } from '../api/conversation-schemas.js';
import type { ConversationNotes } from './conversation-notes.js';
import { instantOrNull } from './instants.js';

/** What is known of a conversation beside the engine's view. */
export interface ConversationFacts {
  readonly notes: ConversationNotes;
  /** Of the campaign. */
  readonly settings: Pick<CampaignSettings, 'conversations'>;
}

/** The conversation of a call at the desk of an agent; null before the first agent and after its end. */
export function describeConversation(
  call: CallView,
  agentId: string,
  { notes, settings }: ConversationFacts,
): z.input<typeof deskConversation> | null {
  const { conversation, attemptId } = call;
  if (conversation === null) return null;
  const rules = (settings.conversations ?? DEFAULT_CONVERSATIONS).recording;
  const { stage, since, third, muted, changing, recording } = conversation;
  return {
    stage,
    since: isoInstant(since),
    part: call.agentId === agentId ? 'owner' : 'third',
    ownerId: call.agentId,
    thirdId: third?.kind === 'agent' ? third.agentId : null,
    thirdNumber: third?.kind === 'number' ? { name: third.name } : null,
    muted,
    changing,
    customerHears: CONVERSATION_MEANINGS[stage].customerHears,
    musicSince: instantOrNull(notes.musicSince(call)),
    trouble: notes.troubleOf(attemptId),
    recording,
    mayRecord: rules.rule !== 'never',
    recordingGrounds: [...groundsOf(rules)],
  };
}

/** What the agent must have done before a recording, one of these; none: nothing. */
function groundsOf({ duty, announced }: RecordingSettings): readonly RecordingGround[] {
  if (duty === 'consent') return ['consented'];
  return duty === 'announcement' && !announced ? ['announced', 'consented'] : [];
}

/** The customers who wait parked, with the agent who parked them. */
export function describeParked(calls: Iterable<CallView>): z.input<typeof parkedCustomer>[] {
  return [...calls].flatMap(({ attemptId, conversation }) =>
    conversation?.stage === 'parked'
      ? [
          {
            attemptId,
            parkedBy: conversation.parts.at(-1)?.agentId ?? null,
            since: isoInstant(conversation.since),
          },
        ]
      : [],
  );
}
