/** Reads an expression into a statement of either database, through Kysely's builder. */
import { assertNever } from '@outdial/core';
import type { Expression, SqlBool } from 'kysely';
import type { Engine } from '../database/engine.js';
import { PortableValues } from '../database/portable-values.js';
import type { LeadBuilder, SqlColumn, SqlNumber, SqlText } from '../database/portable-values.js';
import { orderOnceDialed } from '../leads/dial-order.js';
import type { Arithmetic, Comparison, ConditionNode, NumberNode, TextNode } from './expression-tree.js';
import { DAY_MS, LEAD_FIELDS, PUSHED_ORDER } from './lead-fields.js';
import type { LeadFieldName } from './lead-fields.js';
import type { LeadCondition, LeadScore } from './parse-expression.js';

/** What a statement is written for. */
export interface StatementParts {
  readonly kind: Engine['kind'];
  /** Epoch ms at which ages are reckoned: a value, or the placeholder of a prepared statement. */
  readonly at: Expression<number>;
}

/** The condition for `where`: leads for which it is true. False and not known are left out. */
export function conditionSql(
  eb: LeadBuilder,
  { root }: LeadCondition,
  parts: StatementParts,
): Expression<SqlBool> {
  return new Writer(eb, parts).condition(root);
}

/** The score as a column of a statement. */
export function scoreSql(eb: LeadBuilder, { root }: LeadScore, parts: StatementParts): SqlColumn {
  return new PortableValues(eb, parts.kind).number(new Writer(eb, parts).number(root));
}

const SQL_COMPARISON = {
  '==': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
} as const satisfies Readonly<Record<Comparison, string>>;

/** Writes one expression. */
class Writer {
  readonly #eb: LeadBuilder;
  readonly #at: Expression<number>;
  readonly #values: PortableValues;

  constructor(eb: LeadBuilder, { kind, at }: StatementParts) {
    this.#eb = eb;
    this.#at = at;
    this.#values = new PortableValues(eb, kind);
  }

  condition(node: ConditionNode): Expression<SqlBool> {
    const eb = this.#eb;
    switch (node.kind) {
      case 'compare-numbers':
        return eb(this.number(node.left), SQL_COMPARISON[node.operator], this.number(node.right));
      case 'compare-texts':
        return eb(this.text(node.left), SQL_COMPARISON[node.operator], this.text(node.right));
      case 'number-among':
        return eb.or(node.items.map((item) => eb(this.number(node.value), '=', this.#constant(item))));
      case 'text-among':
        return eb.or(node.items.map((item) => eb(this.text(node.value), '=', this.#literal(item))));
      case 'contains':
        return eb(eb.fn<number>('instr', [this.text(node.text), this.text(node.part)]), '>', 0);
      case 'starts-with': {
        const part = this.text(node.part);
        const length = eb.fn<number>('length', [part]);
        return eb(eb.fn<string>('substr', [this.text(node.text), eb.val(1), length]), '=', part);
      }
      case 'known-number':
        return eb(this.number(node.of), 'is not', null);
      case 'known-text':
        return eb(this.text(node.of), 'is not', null);
      case 'not':
        return eb.not(this.condition(node.of));
      case 'all':
        return eb.and(node.of.map((of) => this.condition(of)));
      case 'any':
        return eb.or(node.of.map((of) => this.condition(of)));
      default:
        return assertNever(node, 'node of an expression');
    }
  }

  number(node: NumberNode): SqlNumber {
    const eb = this.#eb;
    switch (node.kind) {
      case 'number':
        return this.#constant(node.value);
      case 'number-field':
        return this.#numberField(node.field);
      case 'number-column':
        return this.#values.numberIn(this.#values.jsonText('fields', node.column));
      case 'arithmetic':
        return this.#reckoned(node.operator, this.number(node.left), this.number(node.right));
      case 'negative':
        return this.#reckoned('-', this.#constant(0), this.number(node.of));
      case 'absolute':
        return eb.fn<number | null>('abs', [this.number(node.of)]);
      case 'least':
      case 'greatest':
        return this.#values.choice(
          node.kind,
          node.of.map((of) => this.number(of)),
        );
      case 'number-or-else':
        return eb.fn.coalesce(this.number(node.value), this.number(node.otherwise));
      default:
        return assertNever(node, 'node of an expression');
    }
  }

  text(node: TextNode): SqlText {
    switch (node.kind) {
      case 'text':
        return this.#literal(node.value);
      case 'text-field':
        return this.#textField(node.field);
      case 'text-column':
        return this.#values.text(this.#values.jsonText('fields', node.column));
      case 'text-or-else':
        return this.#eb.fn.coalesce(this.text(node.value), this.text(node.otherwise));
      default:
        return assertNever(node, 'node of an expression');
    }
  }

  #constant(value: number): SqlNumber {
    return this.#values.number(this.#eb.val(value));
  }

  #literal(value: string): SqlText {
    return this.#values.text(this.#eb.val(value));
  }

  #reckoned(operator: Arithmetic, left: SqlNumber, right: SqlNumber): SqlNumber {
    return this.#eb.parens(this.#eb(left, operator, right));
  }

  #numberField(field: LeadFieldName): SqlNumber {
    const { source } = LEAD_FIELDS[field];
    if (source.kind === 'days-since') {
      const ago = this.#reckoned('-', this.#values.number(this.#at), this.#column(source.column));
      return this.#reckoned('/', ago, this.#constant(DAY_MS));
    }
    if (source.kind === 'number') return this.#column(source.column);
    return this.#priority();
  }

  /** The priority is stored negated, and less again where the lead was pushed to the front. */
  #priority(): SqlNumber {
    const eb = this.#eb;
    const pushed = this.#constant(orderOnceDialed(PUSHED_ORDER) - PUSHED_ORDER);
    const order = this.#column('dial_order');
    const own = eb
      .case()
      .when('dial_order', '<=', PUSHED_ORDER)
      .then(this.#reckoned('+', order, pushed))
      .else(order)
      .end();
    return this.#reckoned('-', this.#constant(0), own);
  }

  #column(
    name: 'attempts' | 'answer_probability' | 'created_at' | 'last_attempt_at' | 'dial_order',
  ): SqlNumber {
    return this.#values.number(this.#eb.ref(name));
  }

  #textField(field: LeadFieldName): SqlText {
    const { source } = LEAD_FIELDS[field];
    if (source.kind === 'fact') return this.#values.text(this.#values.jsonText('facts', source.fact));
    return this.#values.text(source.kind === 'text' ? this.#eb.ref(source.column) : this.#eb.val(null));
  }
}
