/** A server for the routes of a control interface, on a port of its own. */
import { LIMITS } from '@outdial/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { controlLimits, type ControlLimits } from './control-limits.js';
import { listenFault } from './control-errors.js';
import { takeEmptyBodies } from './empty-bodies.js';
import { discardBody, requestTimes } from './request-times.js';

/** A control interface that listens. */
export interface ControlServer {
  /** Base address, e.g. 'http://127.0.0.1:7780'. */
  readonly url: string;
  close(): Promise<void>;
}

/** Where a control interface listens. */
export interface ControlAddress {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** What clients may take; each limit has a default. */
  readonly limits?: Partial<ControlLimits>;
}

/** Starts a server with the routes that `register` adds. Throws `port-in-use` or `address-unavailable`. */
export async function listen(
  { host, port, limits }: ControlAddress,
  register: (server: FastifyInstance) => Promise<void>,
): Promise<ControlServer> {
  const { requestMs } = controlLimits(limits);
  // Loaded where it serves: most commands do not.
  const { default: Fastify } = await import('fastify');
  const server = Fastify({
    logger: false,
    forceCloseConnections: true,
    bodyLimit: LIMITS.requestBody.max,
    frameworkErrors: (cause, _request, reply) => void answerError(cause, reply),
    ...requestTimes(requestMs),
  });
  takeEmptyBodies(server);
  server.server.maxConnections = LIMITS.connections.max;
  server.setErrorHandler(async (cause: RequestFault, request, reply) => {
    if (cause.statusCode === TOO_LARGE) await discardBody(request.raw);
    return answerError(cause, reply);
  });
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: `nothing is at ${request.method} ${shown(request.url)}` }),
  );
  try {
    await register(server);
    const url = await server.listen({ host, port });
    return { url, close: () => server.close() };
  } catch (cause) {
    await server.close();
    throw listenFault(cause, host, port);
  }
}

const TOO_LARGE = 413;

/** A request that no route has seen: its body cannot be read, its address is too long. */
interface RequestFault {
  readonly statusCode?: number;
  readonly message: string;
}

/** Answers as the routes do. An address may be long: a fault names the beginning of it. */
function answerError({ statusCode = 500, message }: RequestFault, reply: FastifyReply): FastifyReply {
  const error = statusCode < 500 ? shown(message) : 'a fault of outdial itself';
  return reply.code(statusCode).send({ error });
}

const SHOWN = 120;

function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text;
}
