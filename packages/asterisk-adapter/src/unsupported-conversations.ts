/** The commands about conversations that this adapter does not carry out yet: each is answered at once. */
import type { ConversationTelephony, TelephonyRefusal } from '@outdial/core';
import { campaignOfAttempt } from './channel-ids.js';
import type { FactOutlet } from './roles.js';

const REFUSAL: TelephonyRefusal = {
  code: 'not-supported',
  reason: 'the Asterisk adapter does not hold conversations of several parties yet',
};

/** Answers every command with its refusal. */
export function unsupportedConversations(facts: FactOutlet): ConversationTelephony {
  const stamp = (attemptId: string): { at: number; campaignId: string; attemptId: string } => ({
    at: facts.now(),
    campaignId: campaignOfAttempt(attemptId),
    attemptId,
  });
  const { code, reason } = REFUSAL;
  return {
    arrange: ({ attemptId, revision }) =>
      facts.deliver({ type: 'conversation.refused', ...stamp(attemptId), revision, refusal: REFUSAL }),
    sendDigits: ({ attemptId, digitsId }) =>
      facts.deliver({ type: 'call.digits-sent', ...stamp(attemptId), digitsId, refusal: REFUSAL }),
    setRecording: ({ attemptId, recordingId }) =>
      facts.deliver({
        type: 'recording.failed',
        ...stamp(attemptId),
        recordingId,
        code: 'not-supported',
        reason,
      }),
    admitInbound: ({ attemptId }) =>
      facts.deliver({ type: 'call.ended', ...stamp(attemptId), cause: { q850: 0, by: 'lost', text: code } }),
    refuseInbound: ({ inboundId }) => facts.deliver({ type: 'inbound.ended', at: facts.now(), inboundId }),
  };
}
