/** Server-sent events: one engine event each, as they happen. */
import type { CampaignEvent } from '@outdial/core';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What can be listened to; answers how to stop listening. */
export type Listen = (listener: (event: CampaignEvent) => void) => () => void;

/** A comment line keeps idle event streams open through proxies. */
const KEEP_ALIVE_MS = 15_000;

/** Streams events until the client goes. They carry leads: treat the stream as personal data. */
export function streamEvents(listen: Listen, request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  reply.raw.flushHeaders();
  const stop = listen(
    (event) => void reply.raw.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
  );
  const keepAlive = setInterval(() => void reply.raw.write(': still here\n\n'), KEEP_ALIVE_MS);
  request.raw.on('close', () => {
    clearInterval(keepAlive);
    stop();
  });
}
