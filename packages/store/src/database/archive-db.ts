/** The database as its archive has it: the same statements, on the tables of old rows. */
import {
  AliasNode,
  IdentifierNode,
  Kysely,
  OperationNodeTransformer,
  SqliteAdapter,
  TableNode,
} from 'kysely';
import type {
  FromNode,
  JoinNode,
  KyselyPlugin,
  OperationNode,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryId,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';
import { DummyDriver, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Db, Tx } from './engine.js';
import { prefixOf } from './table-prefix.js';
import type { Database } from './tables.js';
import { ARCHIVED_COLUMNS, ARCHIVE_OF, isArchivedTable } from './archived-tables.js';
import type { ArchivedTable } from './archived-tables.js';

/** Which rows a statement is about: those in the archive, or those with the others. */
export type HistoryPart = 'archived' | 'all';

/** Changes statements so that they are about a part of history. */
export class HistoryPlugin implements KyselyPlugin {
  readonly part: HistoryPart;
  readonly #transformer: OperationNodeTransformer;

  constructor(part: HistoryPart, prefix: string) {
    this.part = part;
    this.#transformer = part === 'archived' ? new ToArchive(prefix) : new ToAll(prefix);
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(node, queryId);
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }
}

/** The name of a table without the prefix of the store, where it is one with an archive. */
function archivedTable(name: string, prefix: string): ArchivedTable | null {
  const own = name.startsWith(prefix) ? name.slice(prefix.length) : '';
  return isArchivedTable(own) ? own : null;
}

/** The archive in the place of the tables. */
class ToArchive extends OperationNodeTransformer {
  readonly #prefix: string;

  constructor(prefix: string) {
    super();
    this.#prefix = prefix;
  }

  protected override transformTable(node: TableNode, queryId?: QueryId): TableNode {
    const table = archivedTable(node.table.identifier.name, this.#prefix);
    return table === null
      ? super.transformTable(node, queryId)
      : TableNode.create(`${this.#prefix}${ARCHIVE_OF[table]}`);
  }
}

/** Both in the place of the tables that are read. The databases push conditions down into either. */
class ToAll extends OperationNodeTransformer {
  readonly #prefix: string;

  constructor(prefix: string) {
    super();
    this.#prefix = prefix;
  }

  protected override transformFrom(node: FromNode, queryId?: QueryId): FromNode {
    const from = super.transformFrom(node, queryId);
    return { ...from, froms: from.froms.map((one) => this.#both(one)) };
  }

  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const join = super.transformJoin(node, queryId);
    return { ...join, table: this.#both(join.table) };
  }

  #both(node: OperationNode): OperationNode {
    if (AliasNode.is(node) && TableNode.is(node.node)) {
      const both = this.#union(node.node);
      return both === null ? node : AliasNode.create(both, node.alias);
    }
    if (!TableNode.is(node)) return node;
    const both = this.#union(node);
    return both === null ? node : AliasNode.create(both, IdentifierNode.create(node.table.identifier.name));
  }

  #union(node: TableNode): OperationNode | null {
    const table = archivedTable(node.table.identifier.name, this.#prefix);
    return table === null ? null : new ToPrefixed(this.#prefix).transformNode(unionOf(table));
  }
}

/** Adds the prefix to tables that have none yet. */
class ToPrefixed extends OperationNodeTransformer {
  readonly #prefix: string;

  constructor(prefix: string) {
    super();
    this.#prefix = prefix;
  }

  protected override transformTable(node: TableNode): TableNode {
    return TableNode.create(`${this.#prefix}${node.table.identifier.name}`);
  }
}

/** Builds statements, and runs none. */
const builder = new Kysely<Database>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

function unionOf(table: ArchivedTable): OperationNode {
  const columns = ARCHIVED_COLUMNS[table] as readonly (keyof Database[ArchivedTable] & string)[];
  const rows = (name: ArchivedTable | (typeof ARCHIVE_OF)[ArchivedTable]) =>
    builder.selectFrom(name as ArchivedTable).select(columns);
  return rows(table).unionAll(rows(ARCHIVE_OF[table])).toOperationNode();
}

/** The archive: statements about `attempts` and the like read and change their old rows. */
export function archiveOf<Handle extends Db | Tx>(db: Handle): Handle {
  return partOf(db, 'archived');
}

/** Old rows with the others. For reading, where conditions on the table itself find few rows. */
export function withArchive<Handle extends Db | Tx>(db: Handle): Handle {
  return partOf(db, 'all');
}

function partOf<Handle extends Db | Tx>(db: Handle, part: HistoryPart): Handle {
  const { plugins } = db.getExecutor();
  return db.withPlugin(new HistoryPlugin(part, prefixOf(plugins))) as Handle;
}

/** The part of history that a handle is about; null: the rows that are not in the archive. */
export function partOfHistory(db: Db): HistoryPart | null {
  for (const plugin of db.getExecutor().plugins) if (plugin instanceof HistoryPlugin) return plugin.part;
  return null;
}

/**
 * Reads rows, and those of the archive: each row once. The archive is read second: a row that is moved
 * meanwhile is found twice and never missed.
 */
export async function fromBoth<Row>(
  db: Db,
  read: (db: Db) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string | number,
): Promise<Row[]> {
  const found = new Map<string | number, Row>();
  for (const row of await read(db)) found.set(keyOf(row), row);
  for (const row of await read(archiveOf(db))) if (!found.has(keyOf(row))) found.set(keyOf(row), row);
  return [...found.values()];
}
