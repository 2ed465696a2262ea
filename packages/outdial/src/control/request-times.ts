/** How long a request may take to arrive, and what becomes of a body that is not read. */
import type { FastifyHttpOptions } from 'fastify';
import type { Server } from 'node:http';
import type { Readable } from 'node:stream';

/** Node looks every 30 s where nothing else is said: a half-sent request then stays open twice its time. */
const CHECK_EVERY_MS = 1_000;

/** Options of a Fastify server that ends what has not arrived, with headers and body, after `requestMs`. */
export function requestTimes(
  requestMs: number,
): Required<Pick<FastifyHttpOptions<Server>, 'requestTimeout' | 'http'>> {
  return {
    requestTimeout: requestMs,
    http: { headersTimeout: requestMs, connectionsCheckingInterval: Math.min(requestMs, CHECK_EVERY_MS) },
  };
}

/** Bytes of a refused body that are taken in; who sends more may find the connection closed. */
const DISCARDED_MOST = 64 * 1024 * 1024;

/**
 * Takes in the rest of a body that is refused for its size: most clients read the answer only once they have
 * sent it all, and find the connection broken otherwise. Resolves at its end, whatever that is.
 */
export async function discardBody(body: Readable): Promise<void> {
  if (body.readableEnded || body.destroyed) return;
  await new Promise<void>((resolve) => {
    let taken = 0;
    body.on('data', (chunk: Buffer) => {
      taken += chunk.length;
      if (taken > DISCARDED_MOST) resolve();
    });
    for (const event of ['end', 'close', 'error']) body.once(event, () => resolve());
    body.resume();
  });
}
