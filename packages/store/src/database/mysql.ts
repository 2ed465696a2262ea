/** MySQL and MariaDB through mysql2: how they are opened, and where their dialect differs. */
import { CompiledQuery, Kysely, MysqlDialect, MysqlQueryCompiler } from 'kysely';
import type { QueryCompiler, SelectModifierNode } from 'kysely';
import { createPool } from 'mysql2';
import type { Engine } from './engine.js';
import { tablePrefixPlugins } from './table-prefix.js';
import type { Database } from './tables.js';

/**
 * Errors after which the whole transaction may be tried again: 1205 lock wait time-out, 1213 deadlock (on
 * Galera also a lost certification, at any statement, COMMIT included), 1020 a row changed since it was read,
 * 1047 and 1180 a Galera node that is not ready, 1158-1161 network, 1053 shutdown, 1040 too many connections,
 * 2006 and 2013 a connection that went away.
 */
const RETRYABLE_NUMBERS: ReadonlySet<number> = new Set([
  1020, 1040, 1047, 1053, 1158, 1159, 1160, 1161, 1180, 1205, 1213, 2006, 2013,
]);
const RETRYABLE_CODES: ReadonlySet<string> = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_SEQUENCE_TIMEOUT',
]);
const DUPLICATE_KEY = 1062;

/** MariaDB has no `for share`; both databases know the older form. */
class SharingCompiler extends MysqlQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier === 'ForShare') this.append('lock in share mode');
    else super.visitSelectModifier(node);
  }
}

class SharingMysqlDialect extends MysqlDialect {
  override createQueryCompiler(): QueryCompiler {
    return new SharingCompiler();
  }
}

/** Opens MySQL or MariaDB. `connections`: size of the pool, and so of transactions side by side. */
export function openMysql(url: string, connections: number, tablePrefix: string): Engine {
  const pool = createPool({
    uri: url,
    connectionLimit: connections,
    waitForConnections: true,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    connectTimeout: 5_000,
    enableKeepAlive: true,
    // Sums come as DECIMAL; ours are whole numbers far below 2^53.
    decimalNumbers: true,
  });
  const dialect = new SharingMysqlDialect({
    pool,
    // READ COMMITTED: no gap locks, so rivals that claim side by side do not deadlock; wsrep_sync_wait stays
    // as the server has it.
    onCreateConnection: async (connection) => {
      await connection.executeQuery(
        CompiledQuery.raw('set session transaction isolation level read committed'),
      );
    },
  });
  const db = new Kysely<Database>({ dialect, plugins: tablePrefixPlugins(tablePrefix) });
  return {
    kind: 'mysql',
    db,
    writers: connections,
    tablePrefix,
    hasRivals: true,
    snapshot: (work) =>
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    isRetryable: (error) => RETRYABLE_NUMBERS.has(numberOf(error)) || RETRYABLE_CODES.has(codeOf(error)),
    isDuplicate: (error) => numberOf(error) === DUPLICATE_KEY,
  };
}

function numberOf(error: unknown): number {
  const number = (error as { errno?: unknown } | null)?.errno;
  return typeof number === 'number' ? number : 0;
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
