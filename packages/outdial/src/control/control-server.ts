import { timingSafeEqual, createHash } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Dialer } from '../dialer/dialer.js';
import { agentOrders, supervisorOrders, type Orders } from './orders.js';

/** A control interface that listens. */
export interface ControlServer {
  /** Base address, e.g. 'http://127.0.0.1:7780'. */
  readonly url: string;
  close(): Promise<void>;
}

/** How it listens. */
export interface ControlOptions {
  readonly dialer: Dialer;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Every request must carry it: `authorization: Bearer <token>`. At least 16 characters. */
  readonly token: string;
}

const SHORTEST_TOKEN = 16;
/** A comment line keeps idle event streams open through proxies. */
const KEEP_ALIVE_MS = 15_000;

/**
 * The control interface: statistics as JSON, events as they happen, orders of agents and supervisors. It
 * needs a token, on loopback too. Events carry the lead for the agent's screen: treat the stream as personal
 * data.
 */
export async function startControlServer(options: ControlOptions): Promise<ControlServer> {
  if (options.token.length < SHORTEST_TOKEN)
    throw new Error(
      `The token of the control interface is too short: use at least ${SHORTEST_TOKEN} characters, e.g. from 'openssl rand -hex 16'.`,
    );
  const server = Fastify({ logger: false, forceCloseConnections: true });
  server.addHook('onRequest', async (request, reply) => {
    if (!isAuthorized(request, options.token))
      await reply.code(401).send({ error: 'a token is needed: authorization: Bearer <token>' });
  });
  server.get('/v1/statistics', () => options.dialer.statistics());
  server.get('/v1/events', (request, reply) => streamEvents(options.dialer, request, reply));
  acceptOrders(server, '/v1/campaign/:order', supervisorOrders(options.dialer));
  acceptOrders(server, '/v1/agents/:agentId/:order', agentOrders(options.dialer));
  const url = await server.listen({ host: options.host, port: options.port });
  return { url, close: () => server.close() };
}

function isAuthorized(request: FastifyRequest, token: string): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** Server-sent events, one engine event each. */
function streamEvents(dialer: Dialer, request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  reply.raw.flushHeaders();
  const stop = dialer.onAny(
    (event) => void reply.raw.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
  );
  const keepAlive = setInterval(() => void reply.raw.write(': still here\n\n'), KEEP_ALIVE_MS);
  request.raw.on('close', () => {
    clearInterval(keepAlive);
    stop();
  });
}

/** Orders are accepted, not awaited: what came of them is an event. */
function acceptOrders(server: FastifyInstance, path: string, orders: Orders): void {
  server.post(path, (request, reply) => {
    const { order, agentId } = request.params as { readonly order: string; readonly agentId?: string };
    const known = Object.hasOwn(orders, order) ? orders[order] : undefined;
    if (!known)
      return reply
        .code(404)
        .send({ error: `'${order}' is no order: use one of ${Object.keys(orders).join(', ')}` });
    const body = known.body.safeParse(request.body ?? {});
    if (!body.success) return reply.code(400).send({ error: z.prettifyError(body.error) });
    known.follow(body.data, agentId ?? '');
    return reply.code(202).send({ accepted: order });
  });
}
