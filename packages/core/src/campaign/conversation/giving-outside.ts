/** The customer talks with a third party, without an agent: from when, for how long, and unrecorded. */
import type { Call } from '../call/call.js';
import { emit, setTimer, type Context } from '../context.js';
import type { Conversation } from './conversation.js';
import type { HandOver } from './events.js';
import { noteOutside } from './outside-call.js';
import { endRecording } from './recording.js';
import { outsideSettings } from './settings.js';

/**
 * No agent takes part from now on. The recording ends: nobody is left to say that it goes on, or to ask for
 * consent. The talk ends with either party, or at its limit.
 */
export function beginOutside(
  context: Context,
  call: Call,
  conversation: Conversation,
  how: Extract<HandOver, 'complete' | 'leave' | 'transfer'>,
): void {
  const { third } = conversation;
  if (third?.kind !== 'number') return;
  const { attemptId } = call;
  const { attemptId: thirdId, name } = third;
  const { talkMostMs } = outsideSettings(context.state.settings);
  setTimer(context, { kind: 'conversation', attemptId }, context.now + talkMostMs);
  context.statistics.transfers.outside += 1;
  endRecording(context, call, conversation);
  noteOutside(context, attemptId, { thirdId, name, what: 'given' });
  const fromAgentId = conversation.parts.at(-1)?.agentId ?? null;
  emit(context, { type: 'conversation.given-outside', attemptId, fromAgentId, thirdId, name, how });
}
