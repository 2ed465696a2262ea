/**
 * Statements that are written with Kysely's typed builder, compiled once a database, and run with new
 * parameters: the hot paths of the store pay for SQL text only once.
 */
import { invariant } from '@outdial/core';
import { RawNode, ValueNode } from 'kysely';
import type { Compilable, CompiledQuery, Expression, OperationNode } from 'kysely';
import { partOfHistory } from './archive-db.js';
import type { HistoryPart } from './archive-db.js';
import type { Db } from './engine.js';

/** A value as both databases take it. */
type Plain = string | number | null;

/** Parameters of a statement by name. A list is the right side of an `in`. */
type ParametersOf<Names> = Readonly<Record<keyof Names, Plain | readonly Plain[]>>;

/**
 * The placeholders a builder gets, one a parameter: `Given<{ leadId: string }>` has a `leadId` that stands
 * wherever Kysely takes a string. A list parameter stands for one of its items, after `in`.
 */
export type Given<Parameters> = {
  readonly [Name in keyof Parameters]: [Parameters[Name]] extends [readonly (infer Item)[]]
    ? Expression<Item>
    : Expression<Parameters[Name]>;
};

/** A query that was compiled once. */
export interface PreparedQuery<Parameters, Row> {
  /** All rows. */
  all(db: Db, parameters: Parameters): Promise<Row[]>;
  /** The first row, or undefined. */
  first(db: Db, parameters: Parameters): Promise<Row | undefined>;
}

/** The row of a prepared query. */
export type RowOf<Query> = Query extends PreparedQuery<infer _Parameters, infer Row> ? Row : never;

/** A statement that writes, compiled once. Answers how many rows it touched. */
export type PreparedCommand<Parameters> = (db: Db, parameters: Parameters) => Promise<number>;

/**
 * Prepares a query: `preparedQuery((db, { leadId }: Given<{ leadId: string }>) => db.selectFrom(...))`. The
 * builder runs once a database; parameters and rows are typed by it.
 */
export function preparedQuery<Parameters extends ParametersOf<Parameters>, Row>(
  build: (db: Db, given: Given<Parameters>) => Compilable<Row>,
): PreparedQuery<Parameters, Row> {
  const statement = new Statement(build);
  return {
    all: async (db, parameters) => (await db.executeQuery(statement.with(db, parameters))).rows,
    first: async (db, parameters) => (await db.executeQuery(statement.with(db, parameters))).rows[0],
  };
}

/** Prepares a statement that writes, as {@link preparedQuery} does a query. */
export function preparedCommand<Parameters extends ParametersOf<Parameters>>(
  build: (db: Db, given: Given<Parameters>) => Compilable,
): PreparedCommand<Parameters> {
  const statement = new Statement(build);
  return async (db, parameters) => {
    const { numAffectedRows } = await db.executeQuery(statement.with(db, parameters));
    return Number(numAffectedRows ?? 0n);
  };
}

/** Marks the place of a parameter in a compiled statement. */
class Slot {
  readonly name: string;
  readonly isList: boolean;

  constructor(name: string, isList: boolean) {
    this.name = name;
    this.isList = isList;
  }
}

/** A parameter as Kysely's builder takes it: whether it is a list shows when the statement is first run. */
class Placeholder implements Expression<unknown> {
  readonly #slot: Slot;

  constructor(slot: Slot) {
    this.#slot = slot;
  }

  get expressionType(): undefined {
    return undefined;
  }

  toOperationNode(): OperationNode {
    const value = ValueNode.create(this.#slot);
    return this.#slot.isList ? RawNode.create(['(', ')'], [value]) : value;
  }
}

interface Compiled<Row> {
  readonly query: CompiledQuery<Row>;
  /** Text around the parameters. */
  readonly pieces: readonly string[];
  readonly hasList: boolean;
  /** Text by the lengths of its lists. */
  readonly texts: Map<string, string>;
}

/** One statement with its compiled form in each database. */
class Statement<Parameters extends ParametersOf<Parameters>, Row> {
  readonly #build: (db: Db, given: Given<Parameters>) => Compilable<Row>;
  /** By the adapter, which a database has in common with its transactions, and the part of history. */
  readonly #compiled = new WeakMap<object, Map<HistoryPart | null, Compiled<Row>>>();

  constructor(build: (db: Db, given: Given<Parameters>) => Compilable<Row>) {
    this.#build = build;
  }

  /** The statement with these parameters, ready to run. */
  with(db: Db, parameters: Parameters): CompiledQuery<Row> {
    const { adapter } = db.getExecutor();
    const part = partOfHistory(db);
    let parts = this.#compiled.get(adapter);
    if (!parts) this.#compiled.set(adapter, (parts = new Map<HistoryPart | null, Compiled<Row>>()));
    let compiled = parts.get(part);
    if (!compiled) parts.set(part, (compiled = this.#compile(db, parameters)));
    return compiled.hasList ? withLists(compiled, parameters) : withValues(compiled.query, parameters);
  }

  #compile(db: Db, parameters: Parameters): Compiled<Row> {
    const given = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [
        name,
        new Placeholder(new Slot(name, Array.isArray(value))),
      ]),
    );
    // oxlint-disable-next-line house/honest-casts -- a placeholder carries its type for the compiler only
    const query = withConstants(this.#build(db, given as unknown as Given<Parameters>).compile());
    const hasList = query.parameters.some((parameter) => parameter instanceof Slot && parameter.isList);
    return { query, pieces: query.sql.split('?'), hasList, texts: new Map() };
  }
}

/** Constants that can be written into the text as they are. */
const PLAIN_TEXT = /^[\w .:-]*$/;

/** Writes the constants of a statement into its text, since binding them would cost at every run. */
function withConstants<Row>(query: CompiledQuery<Row>): CompiledQuery<Row> {
  const pieces = query.sql.split('?');
  invariant(pieces.length === query.parameters.length + 1, 'a statement has a question mark of its own');
  const parameters: unknown[] = [];
  const sql = pieces.reduce((before, piece, index) => {
    const parameter = query.parameters[index - 1];
    const literal = literalOf(parameter);
    if (literal === null) parameters.push(parameter);
    return `${before}${literal ?? '?'}${piece}`;
  });
  return { query: query.query, queryId: query.queryId, sql, parameters };
}

/** The literal of a constant; null for what must be bound. */
function literalOf(value: unknown): string | null {
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && PLAIN_TEXT.test(value) ? `'${value}'` : null;
}

type Values = Readonly<Record<string, Plain | readonly Plain[]>>;

function withValues<Row>(query: CompiledQuery<Row>, values: Values): CompiledQuery<Row> {
  return {
    query: query.query,
    queryId: query.queryId,
    sql: query.sql,
    parameters: query.parameters.map((parameter) =>
      parameter instanceof Slot ? values[parameter.name] : parameter,
    ),
  };
}

/**
 * Lists are brought to a length that is a power of two, by repeating their last item: an `in` reads the same,
 * and a statement has a dozen texts instead of one a length. An empty list becomes one null, which equals
 * nothing.
 */
function withLists<Row>(compiled: Compiled<Row>, values: Values): CompiledQuery<Row> {
  const parameters: unknown[] = [];
  const lengths: number[] = [];
  for (const parameter of compiled.query.parameters) {
    const value = parameter instanceof Slot ? values[parameter.name] : parameter;
    if (parameter instanceof Slot && parameter.isList && Array.isArray(value)) {
      const list: readonly unknown[] = value;
      const length = powerOfTwo(list.length);
      for (let index = 0; index < length; index += 1) parameters.push(list[index] ?? list.at(-1) ?? null);
      lengths.push(length);
    } else {
      parameters.push(value);
      lengths.push(1);
    }
  }
  return {
    query: compiled.query.query,
    queryId: compiled.query.queryId,
    sql: textOf(compiled, lengths),
    parameters,
  };
}

function textOf<Row>(compiled: Compiled<Row>, lengths: readonly number[]): string {
  const key = lengths.join();
  const known = compiled.texts.get(key);
  if (known !== undefined) return known;
  const text = compiled.pieces.reduce((before, piece, index) => {
    const marks = new Array<string>(lengths[index - 1] ?? 1).fill('?').join(', ');
    return `${before}${marks}${piece}`;
  });
  compiled.texts.set(key, text);
  return text;
}

function powerOfTwo(length: number): number {
  let power = 1;
  while (power < length) power *= 2;
  return power;
}
