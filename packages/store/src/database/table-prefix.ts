/** Puts a prefix before the names of all tables and indexes, so that a store can share a database. */
import { IdentifierNode, OperationNodeTransformer, SchemableIdentifierNode, TableNode } from 'kysely';
import type {
  CreateIndexNode,
  DropIndexNode,
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryId,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';
import { storeError } from '../errors.js';
import { TABLE_NAMES } from './tables.js';

const PREFIX = /^[a-z][a-z0-9_]{0,30}$/i;

/** The plugin for a prefix; none for the empty prefix. Throws for a prefix that no database would take. */
export function tablePrefixPlugins(prefix: string): KyselyPlugin[] {
  if (prefix === '') return [];
  if (!PREFIX.test(prefix)) throw storeError('table-prefix-invalid', { prefix });
  return [new TablePrefixPlugin(prefix)];
}

/** The prefix that plugins put before the names of tables; '' for none. */
export function prefixOf(plugins: readonly KyselyPlugin[]): string {
  for (const plugin of plugins) if (plugin instanceof TablePrefixPlugin) return plugin.prefix;
  return '';
}

class TablePrefixPlugin implements KyselyPlugin {
  readonly prefix: string;
  readonly #transformer: PrefixTransformer;

  constructor(prefix: string) {
    this.prefix = prefix;
    this.#transformer = new PrefixTransformer(prefix);
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(node, queryId);
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }
}

/** Renames the tables of the store; aliases, which never have a table's name, stay. */
class PrefixTransformer extends OperationNodeTransformer {
  readonly #prefix: string;

  constructor(prefix: string) {
    super();
    this.#prefix = prefix;
  }

  protected override transformTable(node: TableNode, queryId?: QueryId): TableNode {
    const name = node.table.identifier.name;
    return TABLE_NAMES.has(name)
      ? TableNode.create(`${this.#prefix}${name}`)
      : super.transformTable(node, queryId);
  }

  /** On SQLite the names of indexes are unique in the database. */
  protected override transformCreateIndex(node: CreateIndexNode, queryId?: QueryId): CreateIndexNode {
    const index = super.transformCreateIndex(node, queryId);
    return { ...index, name: IdentifierNode.create(`${this.#prefix}${node.name.name}`) };
  }

  protected override transformDropIndex(node: DropIndexNode, queryId?: QueryId): DropIndexNode {
    const index = super.transformDropIndex(node, queryId);
    const { identifier } = node.name;
    return { ...index, name: SchemableIdentifierNode.create(`${this.#prefix}${identifier.name}`) };
  }
}
