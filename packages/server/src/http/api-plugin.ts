/** The routes of the API on fastify: session, origin and role are checked before anything is read. */
import { LIMITS, faultText } from '@outdial/core';
import { isStoreAway } from '@outdial/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { scopeOf } from '../accounts/scopes.js';
import { refused, type Outcome } from '../api/outcome.js';
import { isPerson, type Author, type Program, type Route } from '../api/route.js';
import { API_PREFIX, ROUTES } from '../api/routes.js';
import type { ServerParts } from '../api/server-parts.js';
import { programOf } from './program-token.js';
import { isOwnOrigin, sessionOf, setSession } from './session-cookie.js';

const NOT_LOGGED_IN = refused(401, 'not-logged-in', 'Log in: there is no session, or it has ended.');
const STORE_AWAY = refused(
  503,
  'store-away',
  'The database does not answer, so this was most likely not done. ' +
    'Look how things stand once it answers, and do it again if it is needed.',
);
const FOREIGN_ORIGIN = refused(
  403,
  'origin-foreign',
  "Orders are taken from this server's own pages only: the header Origin must name this address.",
);

/** What the routes need beside their collaborators. */
export interface ApiPluginOptions {
  /** Hears of what went wrong inside, without personal data. */
  readonly onFault: (detail: string) => void;
  /** Domain whose servers share sessions; undefined: each host has its own. */
  readonly cookieDomain: string | undefined;
}

/** Adds every route of the API. */
export function addApiRoutes(
  app: FastifyInstance,
  parts: ServerParts,
  { onFault, cookieDomain }: ApiPluginOptions,
): void {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: LIMITS.uploadPart.max },
    (_request, body, parsed) => parsed(null, body),
  );
  for (const route of ROUTES)
    app.route({
      method: route.method,
      url: `${API_PREFIX}${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      handler: async (request, reply) => {
        try {
          return await send(request, reply, await answer(route, parts, request), cookieDomain);
        } catch (error) {
          onFault(`${route.name}: ${faultText(error)}`);
          if (isStoreAway(error)) return await send(request, reply, STORE_AWAY, cookieDomain);
          const text = 'A fault of outdial itself: it stands in the log. Nothing may have been done.';
          return reply.code(500).send({ code: 'fault', text });
        }
      },
    });
}

async function answer(route: Route, parts: ServerParts, request: FastifyRequest): Promise<Outcome<unknown>> {
  const program = await programOf(parts, request);
  if (program !== null && 'kind' in program) return program;
  const asking =
    program === null ? await sessionOf(parts.store, request) : { person: program, sessionHash: null };
  const refusal =
    program === null ? refusalOf(route, request, asking.person) : refusalOfProgram(route, program);
  if (refusal !== null) return refusal;
  const { params, query, body } = request;
  return route.run({ parts, ...asking, address: request.ip, params, query, body });
}

/** Why a program may not do this; null: it may. A token stands in no cookie: no foreign page can send it. */
function refusalOfProgram(route: Route, { scopes }: Program): Outcome<never> | null {
  const scope = scopeOf(route);
  if (scope === null)
    return refused(403, 'people-only', `Programs cannot do this: it needs a person. (${route.summary})`);
  if (scopes.includes(scope)) return null;
  return refused(403, 'scope-missing', `This needs the scope ${scope}; the token has ${scopes.join(', ')}.`);
}

/** Why a request is not even read; null: it may be. */
function refusalOf(
  { roles, method, summary }: Route,
  request: FastifyRequest,
  person: Author | null,
): Outcome<never> | null {
  if (method !== 'GET' && !isOwnOrigin(request)) return FOREIGN_ORIGIN;
  if (roles === 'everybody') return null;
  if (!isPerson(person)) return NOT_LOGGED_IN;
  if (roles.includes(person.role)) return null;
  const text = `This needs the role ${roles.join(' or ')}; you are ${person.role}. (${summary})`;
  return refused(403, 'role-missing', text);
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Outcome<unknown>,
  cookieDomain: string | undefined,
): FastifyReply {
  reply.header('cache-control', 'no-store');
  if (outcome.kind === 'unreadable') {
    const text = outcome.problems.map(({ field, remedy }) => `${field} ${remedy}`).join('; ');
    return reply.code(422).send({ code: 'unreadable', text, problems: outcome.problems });
  }
  if (outcome.kind === 'refused') {
    const { status, code, text, retryAfterSeconds } = outcome;
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    return reply.code(status).send({ code, text });
  }
  if (outcome.kind === 'file')
    return reply
      .header('content-type', outcome.type)
      .header('content-disposition', `attachment; filename="${outcome.name.replaceAll(/[^\w.-]+/g, '_')}"`)
      .send(outcome.content);
  if (outcome.session !== undefined) {
    const { session: secret } = outcome;
    setSession(request, reply, { secret, domain: cookieDomain });
  }
  return reply.code(200).send(outcome.answer);
}
