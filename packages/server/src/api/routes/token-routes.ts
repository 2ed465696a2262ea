/** Tokens of programs: made, listed and ended by administrators. */
import { isoInstant } from '@outdial/core';
import { createProgramToken, endProgramToken, listProgramTokens, type ProgramToken } from '@outdial/store';
import { z } from 'zod';
import { SCOPES, type Scope } from '../../accounts/scopes.js';
import { hashOfToken, newToken } from '../../accounts/tokens.js';
import { instantOrNull } from '../../stream/instants.js';
import { done, FOLLOWED, refused, unusable } from '../outcome.js';
import { route, type Route } from '../route.js';
import * as schemas from '../schemas.js';

const DAY_MS = 24 * 3_600_000;
/** What stands before the secret: programs that look for secrets in files know it by that. */
const PREFIX = 'outdial_';

const scope = z.enum(SCOPES.map((each) => each.scope) as [Scope, ...Scope[]]);

const token = z
  .strictObject({
    tokenId: z.string(),
    scopes: z.array(z.string()),
    createdAt: schemas.instant,
    createdBy: z.string(),
    expiresAt: schemas.instant.nullable(),
    endedAt: schemas.instant.nullable(),
    lastUsedAt: schemas.instant.nullable(),
  })
  .meta({ id: 'Token' });

const list = route({
  name: 'tokens.list',
  method: 'GET',
  path: '/tokens',
  summary: 'Every token of a program, with those that have ended.',
  roles: ['admin'],
  schemas: { answer: z.array(token) },
  work: async ({ parts }) => done((await listProgramTokens(parts.store)).map(describeToken)),
});

const listScopes = route({
  name: 'tokens.scopes',
  method: 'GET',
  path: '/tokens/scopes',
  summary: 'What a token can let a program do.',
  roles: ['admin'],
  schemas: { answer: z.array(z.strictObject({ scope, allows: z.string() })) },
  work: async () => done([...SCOPES]),
});

const create = route({
  name: 'tokens.create',
  method: 'POST',
  path: '/tokens',
  summary: 'Makes a token for a program. Its secret is shown in this answer and never again.',
  roles: ['admin'],
  schemas: {
    body: z.strictObject({
      tokenId: schemas.id,
      scopes: z.array(scope).min(1, 'must name at least one scope').max(SCOPES.length),
      days: z.number().int().min(1).max(3_650).nullable().meta({ description: 'Null: it does not run out.' }),
    }),
    answer: z
      .strictObject({ tokenId: z.string(), secret: z.string(), expiresAt: schemas.instant.nullable() })
      .meta({ id: 'NewToken' }),
  },
  work: async ({ parts, person, body: { tokenId, scopes, days } }) => {
    const secret = `${PREFIX}${newToken()}`;
    const expiresAt = days === null ? null : parts.store.clock() + days * DAY_MS;
    const made = { tokenId, scopes: [...new Set(scopes)], tokenHash: hashOfToken(secret), expiresAt };
    const isNew = await createProgramToken(parts.store, made, person?.accountId ?? '');
    if (!isNew) return unusable('tokenId', 'is taken: the record names programs by it, choose another');
    return done({ tokenId, secret, expiresAt: instantOrNull(expiresAt) });
  },
});

const end = route({
  name: 'tokens.end',
  method: 'DELETE',
  path: '/tokens/{tokenId}',
  summary: 'Ends a token at once: its program is refused from the next request on.',
  roles: ['admin'],
  schemas: { params: z.strictObject({ tokenId: schemas.id }), answer: schemas.followed },
  work: async ({ parts, person, params }) =>
    (await endProgramToken(parts.store, params.tokenId, person?.accountId ?? ''))
      ? done(FOLLOWED)
      : refused(404, 'token-unknown', 'There is no token in use with this name.'),
});

function describeToken(known: ProgramToken): z.input<typeof token> {
  const { createdAt, expiresAt, endedAt, lastUsedAt, ...rest } = known;
  return {
    ...rest,
    scopes: [...rest.scopes],
    createdAt: isoInstant(createdAt),
    expiresAt: instantOrNull(expiresAt),
    endedAt: instantOrNull(endedAt),
    lastUsedAt: instantOrNull(lastUsedAt),
  };
}

/** The routes of tokens. */
export const TOKEN_ROUTES: readonly Route[] = [list, listScopes, create, end];
