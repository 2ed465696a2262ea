/** MySQL and MariaDB through mysql2: how they are opened, and where their dialect differs. */
import { CompiledQuery, Kysely, MysqlDialect, MysqlDriver, MysqlQueryCompiler } from 'kysely';
import type {
  DatabaseConnection,
  Driver,
  MysqlDialectConfig,
  QueryCompiler,
  SelectModifierNode,
} from 'kysely';
import type { Connection, ConnectionOptions, PoolConnection, QueryError, SslOptions } from 'mysql2';
import type { DatabaseAddress } from './address.js';
import type { Db, Engine } from './engine.js';
import { isClosedConnection, isConnectionLost } from './lost-connection.js';
import { checkPacket, limitPackets } from './packets.js';
import { RowsFile, allowRowFiles, refuseRowFiles } from './rows-file.js';
import { SESSION_SETTINGS } from './session.js';
import { SilentServer } from './silent-server.js';
import { tablePrefixPlugins } from './table-prefix.js';
import type { Database } from './tables.js';
import { TryAgain } from './transact.js';
import { defined } from '@outdial/core';

/**
 * Errors after which the whole transaction may be tried again: 1205 lock wait time-out, 1213 deadlock (on
 * Galera also a lost certification, at any statement, COMMIT included), 1020 a row changed since it was read,
 * 1047 and 1180 a Galera node that is not ready, 3101 a group that rolled the commit back, 1158-1161 network,
 * 1053 and 1077 shutdown, 1040 too many connections, 1152 and 1184 a connection that was aborted, 1927 and
 * 3169 one that was killed, 4031 one that was idle too long, 2006 and 2013 one that went away.
 */
const RETRYABLE_NUMBERS: ReadonlySet<number> = new Set([
  1020, 1040, 1047, 1053, 1077, 1152, 1158, 1159, 1160, 1161, 1180, 1184, 1205, 1213, 1927, 2006, 2013, 3101,
  3169, 4031,
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

/**
 * Keeps the first error of a transaction: where the connection is lost, the rollback fails too, and the
 * server has rolled back by itself. The pool does not give such a connection out again.
 */
class FirstErrorDriver extends MysqlDriver {
  readonly #letGo: () => void;

  constructor(config: MysqlDialectConfig, letGo: () => void) {
    super(config);
    this.#letGo = letGo;
  }

  /** A server that answers no goodbye keeps no process alive. */
  override async destroy(): Promise<void> {
    await super.destroy();
    this.#letGo();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
    }
  }
}

class SharingMysqlDialect extends MysqlDialect {
  readonly #config: MysqlDialectConfig;
  readonly #letGo: () => void;

  constructor(config: MysqlDialectConfig, letGo: () => void) {
    super(config);
    this.#config = config;
    this.#letGo = letGo;
  }
  override createDriver(): Driver {
    return new FirstErrorDriver(this.#config, this.#letGo);
  }
  override createQueryCompiler(): QueryCompiler {
    return new SharingCompiler();
  }
}

/**
 * What each connection sets, regardless of the server's defaults. Strict: a value that does not fit is an
 * error. Without NO_BACKSLASH_ESCAPES: the driver escapes text with backslashes. READ COMMITTED: no gap
 * locks, so rivals that claim side by side do not deadlock. wsrep_sync_wait stays as the server has it.
 */
const SESSION: readonly string[] = [
  `set session sql_mode = '${SESSION_SETTINGS.sqlMode}'`,
  `set session time_zone = '${SESSION_SETTINGS.timeZone}'`,
  'set session transaction isolation level read committed',
];

/** How a connection is encrypted. */
export interface DatabaseTls {
  /** Certificate of the authority, PEM. @default those that Node.js trusts */
  readonly ca?: string;
  /** Whether certificate and name of the server are checked. @default true */
  readonly verify?: boolean;
}

/** How MySQL or MariaDB is opened. */
export interface MysqlOptions {
  /** Size of the pool, and so of transactions side by side. */
  readonly connections: number;
  readonly tablePrefix: string;
  /** Null: the connection is plain. */
  readonly tls: DatabaseTls | null;
}

/** How long a connection may take to be made, and a question over a further one. */
const CONNECT_MS = 5_000;

/** Opens MySQL or MariaDB. Its driver is loaded here: a store on SQLite does without. */
export async function openMysql(address: DatabaseAddress, options: MysqlOptions): Promise<Engine> {
  const { connections, tablePrefix, tls } = options;
  const { password, ...server } = address;
  const { createConnection, createPool } = await import('mysql2');
  const reached: ConnectionOptions = {
    ...server,
    ...defined({ password }),
    ...(tls === null ? {} : { ssl: sslOf(tls) }),
    connectTimeout: CONNECT_MS,
  };
  const silent = new SilentServer(() => answers(createConnection(reached)));
  const pool = createPool({
    ...reached,
    connectionLimit: connections,
    waitForConnections: true,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    enableKeepAlive: true,
    // Sums come as DECIMAL; ours are whole numbers far below 2^53.
    decimalNumbers: true,
  });
  pool.on('connection', (connection) => {
    sendFiles(connection, () => refuseRowFiles(db));
    silent.watch(connection);
  });
  const onCreateConnection = async (connection: DatabaseConnection): Promise<void> => {
    for (const setting of SESSION) await connection.executeQuery(CompiledQuery.raw(setting));
    await boundPackets(db, connection);
  };
  const dialect = new SharingMysqlDialect({ pool, onCreateConnection }, () => silent.letGo());
  const db: Db = new Kysely<Database>({ dialect, plugins: tablePrefixPlugins(tablePrefix) });
  return {
    kind: 'mysql',
    db,
    writers: connections,
    tablePrefix,
    hasRivals: true,
    snapshot: (work) =>
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    isRetryable,
    isDuplicate: (error) => numberOf(error) === DUPLICATE_KEY,
  };
}

function isRetryable(error: unknown): boolean {
  return (
    RETRYABLE_NUMBERS.has(numberOf(error)) || RETRYABLE_CODES.has(codeOf(error)) || isClosedConnection(error)
  );
}

/** Whether a server answers over a connection that is being made. It is closed afterwards. */
function answers(connection: Connection): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isAlive: boolean): void => {
      connection.destroy();
      resolve(isAlive);
    };
    connection.on('error', () => end(false));
    // A server that refuses one more connection answers, too.
    connection.query({ sql: 'select 1', timeout: CONNECT_MS }, (error) =>
      end(!error || numberOf(error) >= FIRST_OF_SERVER),
    );
  });
}

/** Numbers of errors from here on are the server's own; those below are of the system. */
const FIRST_OF_SERVER = 1_000;

/** What the driver answers to a statement that writes. */
interface Written {
  readonly affectedRows?: number;
  readonly warningStatus?: number;
}

/**
 * Gives a connection the rows that a statement asks for as a file, and no other file. A server that finds
 * fault with one would cut values that do not fit: the transaction is then tried again by inserts, which say
 * what is wrong.
 */
function sendFiles(connection: PoolConnection, refuse: () => void): void {
  const send = connection.query.bind(connection) as (...given: readonly unknown[]) => unknown;
  const query = (sql: string, parameters: unknown, done: (error: unknown, result?: unknown) => void) => {
    const [file, ...values] = Array.isArray(parameters) ? (parameters as readonly unknown[]) : [];
    if (!(file instanceof RowsFile)) return send(sql, parameters, done);
    const answered = (error: QueryError | null, result?: Written): void => {
      const isWhole = !error && !(result?.affectedRows === file.length && (result.warningStatus ?? 0) > 0);
      if (isWhole || isRetryable(error)) return done(error, result);
      refuse();
      done(new TryAgain('the server does not take these rows as a file', { cause: error }));
    };
    return send({ sql, values, infileStreamFactory: () => file.stream() }, answered);
  };
  connection.query = query as typeof connection.query;
}

function sslOf({ ca, verify = true }: DatabaseTls): SslOptions {
  return { rejectUnauthorized: verify, verifyIdentity: verify, ...defined({ ca }) };
}

/**
 * Refuses statements that are larger than the server takes: it would cut the connection without an error.
 * Notes whether it takes rows as a file.
 */
async function boundPackets(db: Db, connection: DatabaseConnection): Promise<void> {
  const asked = CompiledQuery.raw(
    'select @@session.max_allowed_packet as bytes, @@global.local_infile as files',
  );
  const { rows } = await connection.executeQuery<{ readonly bytes: number; readonly files: number }>(asked);
  if (Number(rows[0]?.files ?? 0) === 1) allowRowFiles(db);
  const limit = Number(rows[0]?.bytes ?? 0);
  if (limit === 0) return;
  limitPackets(db, limit);
  const send = connection.executeQuery.bind(connection);
  connection.executeQuery = async <Row>(query: CompiledQuery) => {
    checkPacket(limit, query.sql, query.parameters);
    return send<Row>(query);
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
