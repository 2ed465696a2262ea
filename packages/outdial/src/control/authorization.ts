/** The token that every request to the control interface must carry. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { LIMITS } from '@outdial/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ControlUnavailable } from './control-errors.js';

/** Checks that a token is long enough. `place`: what an error names. Throws `control-token-short`. */
export function checkToken(token: string, place: string): void {
  if (token.length < LIMITS.controlToken.min) throw new ControlUnavailable('control-token-short', { place });
}

/**
 * The token in an environment variable, read before anything else is opened. Throws `control-token-missing`
 * or `control-token-short`.
 */
export function tokenFrom(env: Readonly<Record<string, string | undefined>>, variable: string): string {
  const token = env[variable] ?? '';
  if (token === '') throw new ControlUnavailable('control-token-missing', { variable });
  checkToken(token, variable);
  return token;
}

/** Refuses every request without the token: `authorization: Bearer <token>`. */
export function requireToken(routes: FastifyInstance, token: string): void {
  checkToken(token, 'the options');
  routes.addHook('onRequest', async (request, reply) => {
    if (!isAuthorized(request, token))
      await reply.code(401).send({ error: 'a token is needed: authorization: Bearer <token>' });
  });
}

function isAuthorized(request: FastifyRequest, token: string): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
