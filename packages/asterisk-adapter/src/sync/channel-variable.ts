/** A variable of a channel, by which a later process finds what an earlier one did. */
import type { AriRequests } from '../roles.js';
import { isUnanswered } from '../transport/ari-request-error.js';

/**
 * The value; '' where the channel is gone or has none.
 *
 * Rejects when Asterisk does not answer: nothing is known then, and "none" would give up a living call.
 */
export async function channelVariable(
  ari: AriRequests,
  channelId: string,
  variable: string,
): Promise<string> {
  try {
    const { value } = await ari.call('channels.getChannelVar', { channelId, variable });
    return typeof value === 'string' ? value : '';
  } catch (error) {
    if (isUnanswered(error)) throw error;
    return '';
  }
}
