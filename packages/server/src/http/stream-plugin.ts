/** The stream over WebSocket: who is logged in gets what their role may see. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WebSocket } from '@fastify/websocket';
import { API_PREFIX } from '../api/routes.js';
import type { Person } from '../api/route.js';
import type { ServerParts } from '../api/server-parts.js';
import type { Hub } from '../stream/hub.js';
import { StreamReader, type ResumePoint } from '../stream/reader.js';
import { SessionWatch } from '../stream/session-watch.js';
import { isOwnOrigin, sessionOf } from './session-cookie.js';

/** A client hears at least this often that the connection lives. */
const BEAT_MS = 1_000;
/** Close codes of our own: 4401, the session has ended. */
const SESSION_ENDED = 4401;

/** Adds the stream. */
export function addStream(app: FastifyInstance, parts: ServerParts, hub: Hub): void {
  const sessions = new SessionWatch(parts.store);
  app.addHook('onClose', () => sessions.close());
  const people = new WeakMap<FastifyRequest, { readonly person: Person; readonly sessionHash: string }>();
  app.get(
    `${API_PREFIX}/stream`,
    {
      websocket: true,
      preValidation: async (request, reply) => {
        const { person, sessionHash } = await sessionOf(parts.store, request);
        if (!isOwnOrigin(request))
          return reply.code(403).send({ code: 'origin-foreign', text: 'Foreign page.' });
        if (person === null || sessionHash === null)
          return reply.code(401).send({ code: 'not-logged-in', text: 'Log in.' });
        people.set(request, { person, sessionHash });
      },
    },
    (socket, request) => {
      const known = people.get(request);
      if (known) follow(socket, { parts, hub, sessions, ...known, resume: resumePoint(request) });
    },
  );
}

interface Following {
  readonly parts: ServerParts;
  readonly hub: Hub;
  readonly sessions: SessionWatch;
  readonly person: Person;
  readonly sessionHash: string;
  readonly resume: ResumePoint | null;
}

function follow(socket: WebSocket, following: Following): void {
  const { parts, hub, sessions, person, sessionHash, resume } = following;
  const reader = new StreamReader({ hub, socket, now: () => parts.floor.now() }, person, resume);
  const beat = setInterval(() => reader.beat(), BEAT_MS);
  const unwatch = sessions.add(sessionHash, () => socket.close(SESSION_ENDED, 'the session has ended'));
  socket.on('close', () => {
    clearInterval(beat);
    unwatch();
    reader.close();
  });
  socket.on('error', () => socket.terminate());
}

/** `?epoch=...&after=...`: where the client left off. */
function resumePoint({ query }: FastifyRequest): ResumePoint | null {
  const { epoch, after } = query as Readonly<Record<string, string | undefined>>;
  const number = Number(after);
  if (epoch === undefined || after === undefined || !Number.isSafeInteger(number)) return null;
  return { epoch, after: number };
}
