/** The control interface over HTTP: figures, events and orders of one campaign. */
import { timingSafeEqual, createHash } from 'node:crypto';
import Fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { LIMITS } from '@outdial/core';
import type { Dialer } from '../dialer/dialer.js';
import { AGENT_ORDERS, CAMPAIGN_ORDERS, readOrder, type OrderTable } from '../dialer/orders.js';

/** A control interface that listens. */
export interface ControlServer {
  /** Base address, e.g. 'http://127.0.0.1:7780'. */
  readonly url: string;
  close(): Promise<void>;
}

/** What the routes need. */
export interface ControlRoutesOptions {
  readonly dialer: Dialer;
  /** Every request must carry it: `authorization: Bearer <token>`. At least 16 characters. */
  readonly token: string;
}

/** How the server listens. */
export interface ControlOptions extends ControlRoutesOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

const SHORTEST_TOKEN = LIMITS.controlToken.min;
/** A comment line keeps idle event streams open through proxies. */
const KEEP_ALIVE_MS = 15_000;

/**
 * The routes of the control interface, for a server of your own: `GET /v1/statistics`, `GET /v1/events` and
 * `POST` for the orders of agents and supervisors. Each request must carry the token.
 *
 * @example
 * await server.register(controlRoutes, { dialer, token, prefix: '/spring' });
 */
export const controlRoutes: FastifyPluginAsync<ControlRoutesOptions> = async (routes, options) => {
  const { dialer, token } = options;
  if (token.length < SHORTEST_TOKEN)
    throw new Error(
      `The token of the control interface is too short: use at least ${SHORTEST_TOKEN} characters, ` +
        "e.g. from 'openssl rand -hex 16'.",
    );
  routes.addHook('onRequest', async (request, reply) => {
    if (!isAuthorized(request, token))
      await reply.code(401).send({ error: 'a token is needed: authorization: Bearer <token>' });
  });
  routes.get('/v1/statistics', () => dialer.statistics());
  routes.get('/v1/events', (request, reply) => streamEvents(dialer, request, reply));
  acceptOrders(routes, '/v1/campaign/:order', CAMPAIGN_ORDERS, dialer);
  acceptOrders(routes, '/v1/agents/:agentId/:order', AGENT_ORDERS, dialer);
};

/**
 * The control interface on a port of its own: statistics as JSON, events as they happen, orders of agents and
 * supervisors. It needs a token, on loopback too. Events carry the lead for the agent's screen: treat the
 * stream as personal data.
 */
export async function startControlServer(options: ControlOptions): Promise<ControlServer> {
  const { dialer, token } = options;
  const server = Fastify({ logger: false, forceCloseConnections: true });
  await server.register(controlRoutes, { dialer, token });
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

/** `POST <path>`: one order by name; its fields are the body, with the agent of the path. */
function acceptOrders(routes: FastifyInstance, path: string, table: OrderTable, dialer: Dialer): void {
  routes.post(path, async (request, reply) => {
    const { order: name = '', ...named } = request.params as Readonly<Record<string, string>>;
    const entry = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!entry) {
      const known = Object.keys(table).join(', ');
      return reply.code(404).send({ error: `'${name}' is not an order: use one of ${known}` });
    }

    const read = readOrder(entry, { ...fieldsOf(request.body), ...named });
    if (!read.ok) return reply.code(400).send({ error: read.reason });

    const answer = await dialer.give(read.order);
    if (!answer.accepted) return reply.code(409).send({ code: answer.code, error: answer.reason });
    return reply.code(202).send({ accepted: name });
  });
}

/** The fields of a body; a body that holds none is read as an unknown field, so that the answer names it. */
function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  if (body === undefined || body === null) return {};
  return typeof body === 'object' && !Array.isArray(body) ? { ...body } : { body };
}
