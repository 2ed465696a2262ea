/** What a webhook is told: a message of one or more events. */
import { createHash } from 'node:crypto';
import { isoInstant } from '@outdial/core';
import type { StoredEvent } from '@outdial/store';

/** A message: its id and its text. */
export interface Message {
  readonly id: string;
  readonly body: string;
}

/** The message of these events. Its id is the same whenever the same events are sent. */
export function messageOf(webhookId: string, events: readonly StoredEvent[], at: number): Message {
  const ids = [webhookId, ...events.map(({ eventId }) => eventId)].join('\n');
  const id = `msg_${createHash('sha256').update(ids).digest('hex').slice(0, 32)}`;
  const told = events.map(({ campaignId, at: happenedAt, ...rest }) => ({
    ...rest,
    campaignId: campaignId === '' ? null : campaignId,
    at: isoInstant(happenedAt),
  }));
  return { id, body: textOf('outdial.events', at, { webhookId, events: told }) };
}

/** A message that tells nothing: an administrator tries the address. */
export function testMessage(webhookId: string, at: number): Message {
  return { id: `msg_test_${at}`, body: textOf('outdial.test', at, { webhookId, events: [] }) };
}

/** Type, time and data, as the Standard Webhooks specification asks. */
function textOf(type: string, at: number, data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ type, timestamp: isoInstant(at), data });
}
