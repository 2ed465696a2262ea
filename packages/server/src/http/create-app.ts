/** The HTTP side of the server: one fastify application with everything on it. */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import websocket from '@fastify/websocket';
import { LIMITS } from '@outdial/core';
import Fastify, { type FastifyInstance } from 'fastify';
import { discardBody, requestTimes, takeEmptyBodies } from 'outdial';
import { API_PREFIX } from '../api/routes.js';
import type { ServerParts } from '../api/server-parts.js';
import type { Hub } from '../stream/hub.js';
import { addApiRoutes, type ApiPluginOptions } from './api-plugin.js';
import { addConsole } from './console-plugin.js';
import { describeApi } from './open-api.js';
import { addOperations } from './operations-plugin.js';
import { addStream } from './stream-plugin.js';

/** What the application needs beside the routes' collaborators. */
export interface AppOptions extends ApiPluginOptions {
  readonly hub: Hub;
  /** A proxy stands before the server: its headers say protocol, host and client. */
  readonly behindProxy: boolean;
}

/** Requests of one address a minute: an office of 200 desks behind one address stays far below. */
const REQUESTS_A_MINUTE = 12_000;
const REQUEST_MS = 30_000;
const TOO_LARGE = 413;
const TOO_MANY = 429;
const TOO_MANY_CODE = 'request-limit';

/** Makes the application; it does not listen yet. */
export async function createApp(parts: ServerParts, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    forceCloseConnections: true,
    bodyLimit: LIMITS.requestBody.max,
    ...requestTimes(REQUEST_MS),
    trustProxy: options.behindProxy ? isProxy : false,
  });
  // Before every plugin and route: those that are there already would keep fastify's own answers.
  answerErrors(app, options);
  takeEmptyBodies(app);
  // A page asks the other servers whether they are there when its own has gone.
  const others = (): string => originsOf(addressesOf(parts)).join(' ');
  const connectSrc = ["'self'", ...originsOf(parts.telephones.urls), others];
  const directives = { ...CONTENT_SECURITY, connectSrc };
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives } });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', PERMISSIONS);
  });
  await app.register(rateLimit, {
    max: REQUESTS_A_MINUTE,
    timeWindow: 60_000,
    errorResponseBuilder: tooMany,
  });
  await app.register(cookie);
  await app.register(websocket, { options: { maxPayload: 1_024 } });
  const description = describeApi();
  app.get(`${API_PREFIX}/openapi.json`, async () => description);
  addOperations(app, parts);
  addApiRoutes(app, parts, options);
  addStream(app, parts, options.hub);
  await addConsole(app);
  return app;
}

/** What goes wrong before a route has the request is answered as routes answer: code and text. */
function answerErrors(app: FastifyInstance, { onFault }: Pick<AppOptions, 'onFault'>): void {
  app.setErrorHandler(
    async (
      error: { readonly statusCode?: number; readonly code?: string; readonly message: string },
      request,
      reply,
    ) => {
      const status = error.statusCode ?? 500;
      if (status === TOO_LARGE) await discardBody(request.raw);
      if (status >= 500) {
        onFault(error.message);
        const text = 'A fault of outdial itself: it stands in the log.';
        return reply.code(status).send({ code: 'fault', text });
      }
      const code = status === TOO_MANY ? TOO_MANY_CODE : 'request-unreadable';
      return reply.code(status).send({ code, text: TEXTS[status] ?? `${error.message}.` });
    },
  );
}

/** What to do, where fastify does not say it. */
const TEXTS: Readonly<Record<number, string>> = {
  [TOO_LARGE]: `The body is too large: send at most ${LIMITS.requestBody.max} bytes, a file in parts.`,
  415: 'The header content-type must be application/json, or application/octet-stream for a part of a file.',
};

/** The client is whom the proxy itself names. What stands before that in the header, the client wrote. */
function isProxy(_address: string, hop: number): boolean {
  return hop === 0;
}

/**
 * Scripts and data of this server only, and no inline script. Styles may be inline: the component library
 * writes its variables into the page.
 */
const CONTENT_SECURITY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  mediaSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** The microphone is for the telephone of the desk; nothing else is asked for. */
const PERMISSIONS = 'microphone=(self), camera=(), geolocation=()';

/** Addresses of the other servers of the store. */
function addressesOf(parts: ServerParts): readonly string[] {
  return parts
    .places()
    .slice(1)
    .map(({ address }) => address);
}

function originsOf(urls: readonly string[]): readonly string[] {
  return urls.map((url) => new URL(url).origin);
}

function tooMany(
  _request: unknown,
  { ttl }: { readonly ttl: number },
): {
  readonly statusCode: number;
  readonly code: string;
  readonly message: string;
} {
  const seconds = Math.ceil(ttl / 1000);
  return {
    statusCode: TOO_MANY,
    code: TOO_MANY_CODE,
    message: `Too many requests: try again in ${seconds} s`,
  };
}
