/** The commands about calls that come in, which this adapter does not carry out yet. */
import type { ConversationTelephony, TelephonyRefusal } from '@outdial/core';
import { campaignOfAttempt } from './channel-ids.js';
import type { FactOutlet } from './roles.js';

const REFUSAL: TelephonyRefusal = {
  code: 'not-supported',
  reason: 'the Asterisk adapter takes no calls yet',
};

/** Answers every command with its refusal. */
export function unsupportedConversations(
  facts: FactOutlet,
): Pick<ConversationTelephony, 'admitInbound' | 'refuseInbound'> {
  const stamp = (attemptId: string): { at: number; campaignId: string; attemptId: string } => ({
    at: facts.now(),
    campaignId: campaignOfAttempt(attemptId),
    attemptId,
  });
  const { code } = REFUSAL;
  return {
    admitInbound: ({ attemptId }) =>
      facts.deliver({ type: 'call.ended', ...stamp(attemptId), cause: { q850: 0, by: 'lost', text: code } }),
    refuseInbound: ({ inboundId }) => facts.deliver({ type: 'inbound.ended', at: facts.now(), inboundId }),
  };
}
