/** Which telephone numbers an agent may consult or hand a customer to. */
import { linesInUse, linesReserved } from '../call/calls.js';
import type { Context } from '../context.js';
import type { OrderRejection } from '../orders/rejections.js';
import { interlock } from '../placing/interlocks.js';
import type { SoughtNumber } from './conversation.js';
import type { ConversationTarget } from './order-facts.js';
import { outsideSettings } from './settings.js';

/** A target that is a telephone number. */
export type NumberTarget = Extract<ConversationTarget, { readonly kind: 'named' | 'number' }>;

/** True for a target that is a telephone number. */
export function isNumber(target: ConversationTarget): target is NumberTarget {
  return target.kind === 'named' || target.kind === 'number';
}

/** The number that is meant, or why it must not be called. The law is asked once the customer is on hold. */
export function numberOf(context: Context, target: NumberTarget): SoughtNumber | OrderRejection {
  const { settings, telephonyUp, run } = context.state;
  const { directory, typed } = outsideSettings(settings);
  const entry =
    target.kind === 'named'
      ? directory.find(({ name }) => name === target.name)
      : directory.find(({ phone }) => phone === target.phone);
  if (target.kind === 'named' && !entry) return refused('the directory has no such name');
  if (!entry && !typed) return refused('only numbers of the directory may be called');
  const phone = entry?.phone ?? (target.kind === 'number' ? target.phone : '');
  const blocked = interlock(settings, phone);
  if (blocked !== null) return refused(blocked.why);
  if (run === 'halted' || run === 'stopped')
    return { code: 'campaign-state', reason: `the campaign is ${run}` };
  if (!telephonyUp) return { code: 'telephony-down', reason: 'telephony is not connected' };
  if (linesInUse(context.state) + linesReserved(context) >= settings.lines)
    return { code: 'no-line-free', reason: 'no line is free' };
  return { phone, name: entry?.name ?? null, attemptId: null, failure: null };
}

function refused(reason: string): OrderRejection {
  return { code: 'number-not-permitted', reason };
}
