/** Tokens by which programs use the server. The store keeps only their hashes; each change has its author. */
import { parseJson, toJson } from '../database/json-text.js';
import type { ProgramTokensTable } from '../database/tables.js';
import type { Store } from '../open-store.js';

/** A token as screens may show it. Instants are epoch ms. */
export interface ProgramToken {
  /** Name of the program, e.g. 'crm': what it does is journaled as done by `program:crm`. */
  readonly tokenId: string;
  /** What the program may do; the server knows the scopes. */
  readonly scopes: readonly string[];
  readonly createdAt: number;
  readonly createdBy: string;
  /** Null: it does not run out. */
  readonly expiresAt: number | null;
  /** Null while nobody ended it. */
  readonly endedAt: number | null;
  /** To the minute; null: never used. */
  readonly lastUsedAt: number | null;
}

/** A token to be made. */
export interface NewProgramToken {
  readonly tokenId: string;
  readonly scopes: readonly string[];
  /** Hash of the secret. */
  readonly tokenHash: string;
  readonly expiresAt: number | null;
}

/** Uses within this time of the last one that was noted are not noted. */
const NOTED_EVERY_MS = 60_000;

/** Makes a token. False: the name is taken, by a token in use or by one that has ended. */
export async function createProgramToken(store: Store, token: NewProgramToken, by: string): Promise<boolean> {
  const { tokenId, scopes, tokenHash, expiresAt } = token;
  return store.audit.within(async (tx, append) => {
    const taken = await tx
      .selectFrom('program_tokens')
      .select('token_id')
      .where('token_id', '=', tokenId)
      .forUpdate()
      .executeTakeFirst();
    if (taken) return false;
    const at = store.clock();
    await tx
      .insertInto('program_tokens')
      .values({
        token_id: tokenId,
        token_hash: tokenHash,
        scopes: toJson(scopes),
        created_at: at,
        created_by: by,
        expires_at: expiresAt,
        ended_at: null,
        last_used_at: null,
      })
      .execute();
    await append({ at, campaignId: '', kind: 'token.created', detail: { by, tokenId, scopes } });
    return true;
  });
}

/** Ends a token at once. False: there is none in use with this name. */
export async function endProgramToken(store: Store, tokenId: string, by: string): Promise<boolean> {
  return store.audit.within(async (tx, append) => {
    const row = await tx
      .selectFrom('program_tokens')
      .select('token_id')
      .where('token_id', '=', tokenId)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return false;
    const at = store.clock();
    await tx
      .updateTable('program_tokens')
      .set({ ended_at: at })
      .where('token_id', '=', row.token_id)
      .execute();
    await append({ at, campaignId: '', kind: 'token.ended', detail: { by, tokenId: row.token_id } });
    return true;
  });
}

/** Every token, by name; those that have ended as well. */
export async function listProgramTokens(store: Store): Promise<readonly ProgramToken[]> {
  const rows = await store.engine.db.selectFrom('program_tokens').selectAll().orderBy('token_id').execute();
  return rows.map(tokenOf);
}

/** The token with this hash; undefined: there is none, or it has ended or run out. Its use is noted. */
export async function useProgramToken(store: Store, tokenHash: string): Promise<ProgramToken | undefined> {
  const at = store.clock();
  const row = await store.engine.db
    .selectFrom('program_tokens')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined || (row.expires_at !== null && row.expires_at <= at)) return undefined;
  if (row.last_used_at === null || at - row.last_used_at >= NOTED_EVERY_MS)
    await store.engine.db
      .updateTable('program_tokens')
      .set({ last_used_at: at })
      .where('token_id', '=', row.token_id)
      .execute();
  return tokenOf(row);
}

function tokenOf(row: ProgramTokensTable): ProgramToken {
  return {
    tokenId: row.token_id,
    scopes: parseJson(row.scopes, []),
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
    lastUsedAt: row.last_used_at,
  };
}
