/** Tables of the store itself, of people who log in, and of programs with a token. */
import type { JsonText } from '../json-text.js';

/** What the database keeps to itself: made with it, shown nowhere. */
export interface SecretsTable {
  name: string;
  value: string;
}

/** People who log in at the server. */
export interface AccountsTable {
  /** Name they log in by; of one who takes calls, also the id of the agent. */
  account_id: string;
  name: string;
  role: string;
  /** Salted hash with its parameters; null until a password was set. */
  password: string | null;
  created_at: number;
  disabled_at: number | null;
}

/** One-time links by which a person sets a password: only the hash of the token is kept. */
export interface AccountLinksTable {
  token_hash: string;
  account_id: string;
  expires_at: number;
}

/** Sessions of people: only the hash of the token is kept. */
export interface SessionsTable {
  token_hash: string;
  account_id: string;
  created_at: number;
  expires_at: number;
}

/** Tokens of programs: only the hash of the secret is kept. */
export interface ProgramTokensTable {
  token_id: string;
  token_hash: string;
  scopes: JsonText<readonly string[]>;
  created_at: number;
  created_by: string;
  expires_at: number | null;
  ended_at: number | null;
  last_used_at: number | null;
}
