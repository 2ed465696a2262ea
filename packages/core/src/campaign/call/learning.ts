/** Facts learned on a call: in force before the call has ended. */
import { send, type Context } from '../context.js';
import type { AttemptId, LearnedFact } from './attempt.js';

/** Stores a fact learned on a call. It is in force at once, before anything that follows. */
export function learn(context: Context, attemptId: AttemptId, fact: LearnedFact): void {
  context.state.calls.get(attemptId)?.learned.push(fact);
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'journal',
    method: 'learn',
    command: { campaignId, attemptId, fact, at: context.now },
  });
}
