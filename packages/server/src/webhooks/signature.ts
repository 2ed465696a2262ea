/**
 * Signatures of messages, as the Standard Webhooks specification has them: a receiver checks them with any of
 * its libraries. Source: https://www.standardwebhooks.com
 */
import { createHmac, randomBytes } from 'node:crypto';

const SECRET_PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A message before it is signed. */
export interface Unsigned {
  /** The same at every try. */
  readonly id: string;
  /** Epoch ms of the try: receivers refuse old ones, which somebody may have recorded. */
  readonly at: number;
  readonly body: string;
}

/** A new secret: 256 bits behind the prefix that libraries expect. */
export function newWebhookSecret(): string {
  return `${SECRET_PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** The headers that sign a message. */
export function signedHeaders({ id, at, body }: Unsigned, secret: string): Readonly<Record<string, string>> {
  const seconds = Math.floor(at / 1000);
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}
