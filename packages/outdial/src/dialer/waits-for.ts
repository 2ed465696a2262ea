/** What a campaign that drains waits for, in words. */
import { type CallView, countOf } from '@outdial/core';

/** How many calls of each kind are left. */
export interface CallsLeft {
  readonly conversations: number;
  /** Of these, customers with a third party at a telephone number and without an agent. */
  readonly outside: number;
  readonly wrapUps: number;
  readonly others: number;
}

/** Counts the calls that are left. A call to a third party is part of its conversation. */
export function callsLeft(calls: readonly Pick<CallView, 'stage' | 'conversation' | 'mode'>[]): CallsLeft {
  const left = { conversations: 0, outside: 0, wrapUps: 0, others: 0 };
  for (const { stage, conversation, mode } of calls) {
    if (stage === 'closing' || mode === 'third-party') continue;
    if (stage === 'wrap-up') left.wrapUps += 1;
    else if (stage === 'connected') left.conversations += 1;
    else left.others += 1;
    if (conversation?.stage === 'outside') left.outside += 1;
  }
  return left;
}

/** '2 conversations, 1 wrap-up and 5 other calls'; 'no call' where none is left. */
export function callsLeftText(left: CallsLeft): string {
  const { conversations, wrapUps, others } = left;
  if (conversations + wrapUps + others === 0) return 'no call';
  const parts = [conversationsText(left)];
  if (wrapUps > 0) parts.push(countOf(wrapUps, 'wrap-up'));
  return `${parts.join(', ')} and ${countOf(others, 'other call')}`;
}

/** '2 conversations', and how many of them go on without an agent. */
export function conversationsText({ conversations, outside }: CallsLeft): string {
  const alone = outside === 0 ? '' : ` (${outside} of a customer and a telephone number, without an agent)`;
  return `${countOf(conversations, 'conversation')}${alone}`;
}
