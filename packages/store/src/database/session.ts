/** What a connection to MySQL or MariaDB is set to, and what a server made of it. */
import { sql } from 'kysely';
import type { Engine } from './engine.js';

/** What each connection sets. */
export const SESSION_SETTINGS = {
  sqlMode: 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
  timeZone: '+00:00',
  isolation: 'READ-COMMITTED',
  characterSet: 'utf8mb4',
} as const;

/** A session on a database server. */
export interface DatabaseSession {
  readonly version: string;
  readonly sqlMode: string;
  readonly timeZone: string;
  readonly isolation: string;
  readonly characterSet: string;
  /** Bytes of the largest statement. */
  readonly maxAllowedPacket: number;
  /** Cipher of the encrypted connection; '' for a plain one. */
  readonly cipher: string;
}

interface Variable {
  readonly Variable_name: string;
  readonly Value: string;
}

/** Reads the settings of a connection as the server has them; null for SQLite, which has no server. */
export async function readSession({ engine }: { readonly engine: Engine }): Promise<DatabaseSession | null> {
  if (engine.kind === 'sqlite') return null;
  return engine.db.connection().execute(async (db) => {
    const { rows } = await sql<Variable>`show session variables where variable_name in ('version', 'sql_mode',
      'time_zone', 'tx_isolation', 'transaction_isolation', 'character_set_connection',
      'max_allowed_packet')`.execute(db);
    const status = await sql<Variable>`show session status like 'Ssl_cipher'`.execute(db);
    const of = new Map(rows.map(({ Variable_name: name, Value }) => [name, Value]));
    return {
      version: of.get('version') ?? '',
      sqlMode: of.get('sql_mode') ?? '',
      timeZone: of.get('time_zone') ?? '',
      isolation: of.get('transaction_isolation') ?? of.get('tx_isolation') ?? '',
      characterSet: of.get('character_set_connection') ?? '',
      maxAllowedPacket: Number(of.get('max_allowed_packet') ?? 0),
      cipher: status.rows[0]?.Value ?? '',
    };
  });
}

/** What of a session differs from what outdial set, one sentence each. */
export function sessionProblems(session: DatabaseSession): readonly string[] {
  const modes = new Set(session.sqlMode.toUpperCase().split(','));
  return [
    ...(modes.has('NO_BACKSLASH_ESCAPES') ? ['sql_mode holds NO_BACKSLASH_ESCAPES: text is not safe'] : []),
    ...(modes.has('STRICT_TRANS_TABLES') || modes.has('STRICT_ALL_TABLES')
      ? []
      : ['sql_mode is not strict: values that do not fit are cut']),
    ...differing('time_zone', session.timeZone, SESSION_SETTINGS.timeZone),
    ...differing('transaction_isolation', session.isolation, SESSION_SETTINGS.isolation),
    ...differing('character_set_connection', session.characterSet, SESSION_SETTINGS.characterSet),
  ];
}

function differing(name: string, found: string, wanted: string): readonly string[] {
  return found.toUpperCase() === wanted.toUpperCase() ? [] : [`${name} is '${found}' and not '${wanted}'`];
}
