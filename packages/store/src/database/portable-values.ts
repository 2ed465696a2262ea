/**
 * Values that SQLite and MySQL or MariaDB write in different ways, as expressions of Kysely's builder: the
 * same value on both, for conditions that people write.
 */
import { sql } from 'kysely';
import type { Expression, ExpressionBuilder, ExpressionWrapper, RawBuilder, SqlBool } from 'kysely';
import { PLAIN_NUMBER_MOST } from '../expressions/number-in-text.js';
import type { Engine } from './engine.js';
import type { Database } from './tables.js';

/** The builder of expressions on leads. */
export type LeadBuilder = ExpressionBuilder<Database, 'leads'>;
/** A number in a statement, or null. */
export type SqlNumber = Expression<number | null>;
/** A text in a statement, or null. */
export type SqlText = Expression<string | null>;

/** A number that a statement may answer as a column. */
export type SqlColumn = Wrapped<number | null>;

type Wrapped<Value> = ExpressionWrapper<Database, 'leads', Value>;

const DOUBLE: RawBuilder<unknown> = sql`double`;
const REAL: RawBuilder<unknown> = sql`real`;
const BINARY: RawBuilder<unknown> = sql`binary`;
const TEXT: RawBuilder<unknown> = sql`text`;

/** Writes values for one kind of database. */
export class PortableValues {
  readonly #eb: LeadBuilder;
  readonly #isMysql: boolean;

  constructor(eb: LeadBuilder, kind: Engine['kind']) {
    this.#eb = eb;
    this.#isMysql = kind === 'mysql';
  }

  /** As a floating-point number: MySQL would divide whole numbers to four places, SQLite to whole ones. */
  number(value: Expression<unknown>): Wrapped<number | null> {
    return this.#eb.cast<number | null>(value, this.#isMysql ? DOUBLE : REAL);
  }

  /** A text that compares byte by byte: MySQL's collations take 'a' and 'a ' for the same. */
  text(value: Expression<unknown>): Wrapped<string | null> {
    return this.#eb.cast<string | null>(value, this.#isMysql ? BINARY : TEXT);
  }

  /** The text under a key of a JSON object; null where it has none. The key has no quotes, no backslashes. */
  jsonText(column: 'facts' | 'fields', key: string): Wrapped<string | null> {
    const { fn } = this.#eb;
    const found = fn<string | null>('json_extract', [this.#eb.ref(column), this.#eb.val(`$."${key}"`)]);
    return this.#isMysql ? fn<string | null>('json_unquote', [found]) : this.text(found);
  }

  /** The number that a text is, as `numberInText` reads it; null where it is none. */
  numberIn(text: SqlText): Wrapped<number | null> {
    const { fn } = this.#eb;
    const hasSign = this.#eb(fn<string>('substr', [text, this.#eb.val(1), this.#eb.val(1)]), '=', '-');
    const rest = fn<string>('substr', [text, this.#eb.val(2)]);
    const digits = this.#eb.case().when(hasSign).then(rest).else(text).end();
    const isShort = this.#eb(fn<number>('length', [digits]), '<=', PLAIN_NUMBER_MOST);
    const isPlain = this.#isMysql ? this.#isPlainInMysql(digits) : this.#isPlainInSqlite(digits);
    const number = this.#eb
      .case()
      .when(this.#eb.and([isShort, isPlain]))
      .then(this.number(text))
      .end();
    return this.number(number);
  }

  /** Patterns of GLOB: digits at both ends, nothing but digits and points, one point at most. */
  #isPlainInSqlite(digits: Expression<string | null>): Wrapped<SqlBool> {
    const { fn } = this.#eb;
    const isLike = (pattern: string): Wrapped<SqlBool> =>
      this.#eb(fn<number>('glob', [this.#eb.val(pattern), digits]), '=', 1);
    const isNot = (pattern: string): Wrapped<SqlBool> =>
      this.#eb(fn<number>('glob', [this.#eb.val(pattern), digits]), '=', 0);
    return this.#eb.and([isLike('[0-9]*'), isLike('*[0-9]'), isNot('*[^0-9.]*'), isNot('*.*.*')]);
  }

  /** `$` of a pattern also stands before a last line break, so other characters are asked for apart. */
  #isPlainInMysql(digits: Expression<string | null>): Wrapped<SqlBool> {
    return this.#eb.and([
      this.#eb(digits, 'regexp', '^[0-9]+([.][0-9]+)?$'),
      this.#eb.not(this.#eb(digits, 'regexp', '[^0-9.]')),
    ]);
  }

  /** The least or the greatest of several numbers; null where one is. */
  choice(kind: 'least' | 'greatest', of: readonly SqlNumber[]): Wrapped<number | null> {
    const names = this.#isMysql
      ? { least: 'least', greatest: 'greatest' }
      : { least: 'min', greatest: 'max' };
    return this.#eb.fn<number | null>(names[kind], of);
  }
}
