/** The token of a program, in the header `Authorization: Bearer ...`. */
import { useProgramToken } from '@outdial/store';
import type { FastifyRequest } from 'fastify';
import { hashOfToken } from '../accounts/tokens.js';
import { refused, type Refusal } from '../api/outcome.js';
import type { Program } from '../api/route.js';
import type { ServerParts } from '../api/server-parts.js';

const TOKEN_DEAD = refused(
  401,
  'token-unknown',
  'This token is unknown, was ended or has run out. An administrator makes another on the screen of users.',
);

/** The program that a request comes from; null: it has no such header, and may come from a person. */
export async function programOf(
  { store, programRates }: ServerParts,
  { headers: { authorization } }: FastifyRequest,
): Promise<Program | Refusal | null> {
  if (authorization === undefined) return null;
  const secret = /^Bearer +(\S{1,256})$/i.exec(authorization)?.[1];
  const token = secret === undefined ? undefined : await useProgramToken(store, hashOfToken(secret));
  if (token === undefined) return TOKEN_DEAD;
  const waitSeconds = await programRates.begin(token.tokenId);
  if (waitSeconds > 0)
    return {
      ...refused(429, 'token-limit', `Too many requests of this program: try again in ${waitSeconds} s.`),
      retryAfterSeconds: waitSeconds,
    };
  return { accountId: `program:${token.tokenId}`, name: token.tokenId, scopes: token.scopes };
}
