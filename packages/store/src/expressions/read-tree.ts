/** From the nodes of mathjs to the typed tree: checks names and types, and says where something is wrong. */
import { LIMITS, hasHidden } from '@outdial/core';
import { ExpressionFault } from './expression-problem.js';
import type { Comparison, ConditionNode, NumberNode, TextNode } from './expression-tree.js';
import { EXPRESSION_FUNCTIONS, LEAD_FIELDS, isNumberField, leadFieldOf } from './lead-fields.js';
import type { ExpressionFunction, LeadFieldName } from './lead-fields.js';
import type { Tokens, ValueToken } from './tokens.js';

/** What is read of a node of mathjs. */
export interface ParsedNode {
  readonly type: string;
  readonly fn?: unknown;
  readonly implicit?: boolean;
  readonly args?: readonly ParsedNode[];
  readonly params?: readonly ParsedNode[];
  readonly conditionals?: readonly string[];
  readonly items?: readonly ParsedNode[];
  readonly content?: ParsedNode;
  readonly name?: string;
}

/** A column of the list that an expression names. */
export interface NamedColumn {
  readonly name: string;
  /** From 1. */
  readonly position: number;
  readonly length: number;
}

/** A text with which a field of the lead is compared. */
export interface NamedValue extends NamedColumn {
  readonly field: LeadFieldName;
}

/** A part that was read, with the words it spans. A column is a number or a text as its neighbours ask. */
type Part = Span &
  (
    | { readonly is: 'number'; readonly node: NumberNode }
    | { readonly is: 'text'; readonly node: TextNode }
    /** `isBare`: written as a word, which may be a text whose quotes are missing. */
    | { readonly is: 'column'; readonly column: string; readonly isBare: boolean }
    | { readonly is: 'condition'; readonly node: ConditionNode }
  );

interface Span {
  /** Indexes of the first word and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

const COMPARISON_OF: Readonly<Record<string, Comparison>> = {
  equal: '==',
  unequal: '!=',
  smaller: '<',
  smallerEq: '<=',
  larger: '>',
  largerEq: '>=',
};

const ARITHMETIC_OF = { add: '+', subtract: '-', multiply: '*', divide: '/' } as const;

/**
 * Most multiplications and divisions: numbers up to 1e15 stay far below the largest a database has, where
 * MariaDB ends the statement.
 */
const PRODUCTS_MOST = 8;
/** Most numbers of `min` and `max`. */
const CHOICES_MOST = 8;

/** Reads one expression. The words come in the order in which they are written, as the nodes are walked. */
export class TreeReader {
  readonly columns: NamedColumn[] = [];
  readonly values: NamedValue[] = [];
  readonly #text: string;
  readonly #values: readonly ValueToken[];
  readonly #score: NumberNode | null;
  #next = 0;
  #products = 0;

  /** `score`: what the name `score` stands for; null: it is a column like others. */
  constructor(text: string, tokens: Tokens, score: NumberNode | null) {
    this.#text = text;
    this.#values = tokens.values;
    this.#score = score;
  }

  /** The whole expression as a condition. */
  condition(node: ParsedNode): ConditionNode {
    return this.#asCondition(this.#read(node));
  }

  /** The whole expression as a number. */
  number(node: ParsedNode): NumberNode {
    return this.#asNumber(this.#read(node));
  }

  #read(node: ParsedNode): Part {
    switch (node.type) {
      case 'ParenthesisNode':
        return node.content ? this.#read(node.content) : this.#refuse(node);
      case 'ConstantNode':
        return this.#constant();
      case 'SymbolNode':
        return this.#name();
      case 'FunctionNode':
        return this.#call(node.args ?? []);
      case 'OperatorNode':
        return this.#operator(node);
      case 'RelationalNode':
        return this.#chain(node.params ?? [], node.conditionals ?? []);
      case 'ArrayNode':
        return this.#fault(this.#here(), 'a list stands after \'in\' only, as in: state in ["CA", "NV"]');
      default:
        return this.#refuse(node);
    }
  }

  #refuse({ type }: ParsedNode): never {
    const kind = type.replace(/Node$/, '').toLowerCase();
    return this.#fault(this.#here(), `what begins here (${kind}) is not part of the language`);
  }

  #take(): Span & { readonly text: string } {
    const from = this.#next;
    this.#next += 1;
    return { from, to: this.#next, text: this.#wordAt(from) };
  }

  #wordAt(index: number): string {
    const word = this.#values[index];
    return word ? this.#text.slice(word.start, word.start + word.length) : '';
  }

  #constant(): Part {
    const { text, ...span } = this.#take();
    if (!isQuoted(text)) return { ...span, is: 'number', node: { kind: 'number', value: Number(text) } };
    return { ...span, is: 'text', node: { kind: 'text', value: unquoted(text) } };
  }

  #name(): Part {
    const { text, ...span } = this.#take();
    if (text === 'score' && this.#score !== null) return { ...span, is: 'number', node: this.#score };
    const field = leadFieldOf(text);
    if (field === null) return this.#columnOf(text, span, true);
    return isNumberField(field)
      ? { ...span, is: 'number', node: { kind: 'number-field', field } }
      : { ...span, is: 'text', node: { kind: 'text-field', field } };
  }

  #columnOf(column: string, span: Span, isBare = false): Part {
    const { position, length } = this.#placeOf(span);
    if (column === '' || column.length > LIMITS.code.max || /["\\]/.test(column) || hasHidden(column))
      return this.#fault(
        span,
        `a header has 1 to ${LIMITS.code.max} characters, without quotes and backslashes`,
      );
    this.columns.push({ name: column, position, length });
    return { ...span, is: 'column', column, isBare };
  }

  #operator(node: ParsedNode): Part {
    const [left, right] = node.args ?? [];
    const name = String(node.fn);
    if (!left) return this.#refuse(node);
    if (!right) return this.#unary(name, left, node);
    if (name === 'and' || name === 'or') return this.#joined(name, left, right);
    if (name === 'to') return this.#among(left, right);
    if (Object.hasOwn(COMPARISON_OF, name)) return this.#chain([left, right], [name]);
    if (Object.hasOwn(ARITHMETIC_OF, name))
      return this.#arithmetic(name as keyof typeof ARITHMETIC_OF, left, right, node.implicit === true);
    return this.#refuse(node);
  }

  #unary(name: string, of: ParsedNode, node: ParsedNode): Part {
    const part = this.#read(of);
    const { from, to } = part;
    if (name === 'unaryMinus')
      return { from, to, is: 'number', node: { kind: 'negative', of: this.#asNumber(part) } };
    if (name !== 'not') return this.#refuse(node);
    if (part.is === 'condition') return { from, to, is: 'condition', node: { kind: 'not', of: part.node } };
    return this.#fault(part, '\'not\' takes a condition in parentheses, as in: not (state in ["CA"])');
  }

  /** `a or b or c` is one node with three parts. */
  #joined(name: 'and' | 'or', left: ParsedNode, right: ParsedNode): Part {
    const kind = name === 'and' ? 'all' : 'any';
    const first = this.#read(left);
    const second = this.#read(right);
    const of = [first, second].flatMap((part) => {
      const condition = this.#asCondition(part);
      return condition.kind === kind ? condition.of : [condition];
    });
    return { from: first.from, to: second.to, is: 'condition', node: { kind, of } };
  }

  #arithmetic(
    name: keyof typeof ARITHMETIC_OF,
    left: ParsedNode,
    right: ParsedNode,
    implicit: boolean,
  ): Part {
    const first = this.#read(left);
    const second = this.#read(right);
    if (implicit) return this.#fault(second, 'an operator is missing before it');
    const operator = ARITHMETIC_OF[name];
    if (operator === '*' || operator === '/') this.#products += 1;
    if (this.#products > PRODUCTS_MOST)
      return this.#fault(second, `an expression multiplies and divides at most ${PRODUCTS_MOST} times`);
    const sides = { left: this.#asNumber(first), right: this.#asNumber(second) };
    return {
      from: first.from,
      to: second.to,
      is: 'number',
      node: { kind: 'arithmetic', operator, ...sides },
    };
  }

  /** `1 < attempts <= 5` is two comparisons. */
  #chain(nodes: readonly ParsedNode[], names: readonly string[]): Part {
    const parts = nodes.map((node) => this.#read(node));
    const of = names.map((name, index) => this.#compare(name, parts[index], parts[index + 1]));
    const span = { from: parts[0]?.from ?? 0, to: parts.at(-1)?.to ?? 0 };
    const [first] = of;
    if (!first) return this.#fault(span, 'nothing is compared');
    return { ...span, is: 'condition', node: of.length === 1 ? first : { kind: 'all', of } };
  }

  #compare(name: string, left: Part | undefined, right: Part | undefined): ConditionNode {
    const operator = COMPARISON_OF[name];
    if (!operator || !left || !right) return this.#fault(left ?? this.#here(), 'nothing is compared');
    if (left.is === 'text' || right.is === 'text') {
      this.#checkTexts(left, right);
      if (operator === '==' || operator === '!=') this.#noteValues(left, [right]);
      if (operator === '==' || operator === '!=') this.#noteValues(right, [left]);
      return { kind: 'compare-texts', operator, left: this.#asText(left), right: this.#asText(right) };
    }
    if (left.is === 'column' && right.is === 'column')
      return this.#fault(right, `two columns are compared as numbers: write number(${right.column})`);
    return { kind: 'compare-numbers', operator, left: this.#asNumber(left), right: this.#asNumber(right) };
  }

  /** A text and a number: what is written as a value is wrong. A word beside a text lacks its quotes. */
  #checkTexts(left: Part, right: Part): void {
    for (const [part, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (part.is === 'text' && part.node.kind === 'text' && other.is === 'number') this.#asNumber(part);
      if (part.is !== 'column' || !part.isBare) continue;
      if (other.is === 'text' && other.node.kind === 'text') continue;
      const { column } = part;
      this.#fault(part, `write texts in quotes: "${column}"; the column of that name is column("${column}")`);
    }
  }

  #among(left: ParsedNode, right: ParsedNode): Part {
    const value = this.#read(left);
    const list = right.type === 'ParenthesisNode' ? right.content : right;
    if (list?.type !== 'ArrayNode')
      return this.#fault(this.#here(), 'a list in brackets follows \'in\', as in: state in ["CA", "NV"]');
    const items = (list.items ?? []).map((item) => this.#read(item));
    const [first] = items;
    if (!first) return this.#fault(value, "the list after 'in' is empty");
    const span = { from: value.from, to: items.at(-1)?.to ?? first.to };
    if (first.is === 'number') {
      const node = {
        kind: 'number-among',
        value: this.#asNumber(value),
        items: this.#numbers(items),
      } as const;
      return { ...span, is: 'condition', node };
    }
    this.#noteValues(value, items);
    const node = { kind: 'text-among', value: this.#asText(value), items: this.#texts(items) } as const;
    return { ...span, is: 'condition', node };
  }

  /** Texts that are compared with a field. One that the field never has is refused: it would take nothing. */
  #noteValues(of: Part, values: readonly Part[]): void {
    if (of.is !== 'text' || of.node.kind !== 'text-field') return;
    const { field } = of.node;
    const { words } = LEAD_FIELDS[field];
    for (const value of values) {
      if (value.is !== 'text' || value.node.kind !== 'text') continue;
      const name = value.node.value;
      if (words !== undefined && !words.includes(name))
        this.#fault(value, `'${this.#wordAt(of.from)}' is never ${JSON.stringify(name)}`, words);
      this.values.push({ field, name, ...this.#placeOf(value) });
    }
  }

  #numbers(items: readonly Part[]): readonly number[] {
    return items.map((item) => {
      const node = this.#asNumber(item);
      if (node.kind === 'number') return node.value;
      if (node.kind === 'negative' && node.of.kind === 'number') return -node.of.value;
      return this.#fault(item, "a list after 'in' holds numbers or texts as they are");
    });
  }

  #texts(items: readonly Part[]): readonly string[] {
    return items.map((item) => {
      if (item.is === 'text' && item.node.kind === 'text') return item.node.value;
      return this.#fault(item, "a list after 'in' holds texts in quotes, or numbers, and not both");
    });
  }

  #call(args: readonly ParsedNode[]): Part {
    const { text: name, ...span } = this.#take();
    if (!isFunction(name))
      return this.#fault(span, `there is no function '${name}'`, Object.keys(EXPRESSION_FUNCTIONS));
    const parts = args.map((arg) => this.#read(arg));
    const whole = { from: span.from, to: parts.at(-1)?.to ?? span.to };
    const [first, second] = parts;
    if (name === 'min' || name === 'max') return this.#choice(name, parts, whole);
    const expected = TAKES_TWO.has(name) ? 2 : 1;
    if (!first || parts.length !== expected) {
      const { form } = EXPRESSION_FUNCTIONS[name];
      return this.#fault(whole, `${name} takes ${expected === 1 ? 'one value' : 'two values'}: ${form}`);
    }
    return second ? this.#ofTwo(name, first, second, whole) : this.#ofOne(name, first, whole);
  }

  #ofOne(name: ExpressionFunction, part: Part, span: Span): Part {
    if (name === 'column') {
      if (part.is === 'text' && part.node.kind === 'text') return this.#columnOf(part.node.value, part);
      return this.#fault(part, 'column takes the header in quotes: column("Loan amount")');
    }
    if (name === 'number') return { ...span, is: 'number', node: this.#asNumber(part) };
    if (name === 'abs')
      return { ...span, is: 'number', node: { kind: 'absolute', of: this.#asNumber(part) } };
    return part.is === 'number'
      ? { ...span, is: 'condition', node: { kind: 'known-number', of: part.node } }
      : { ...span, is: 'condition', node: { kind: 'known-text', of: this.#asText(part) } };
  }

  #ofTwo(name: ExpressionFunction, first: Part, second: Part, span: Span): Part {
    if (name === 'contains' || name === 'startsWith') {
      const kind = name === 'contains' ? 'contains' : 'starts-with';
      const node = { kind, text: this.#asText(first), part: this.#asText(second) } as const;
      return { ...span, is: 'condition', node };
    }
    if (first.is === 'text' || second.is === 'text') {
      const sides = { value: this.#asText(first), otherwise: this.#asText(second) };
      return { ...span, is: 'text', node: { kind: 'text-or-else', ...sides } };
    }
    const sides = { value: this.#asNumber(first), otherwise: this.#asNumber(second) };
    return { ...span, is: 'number', node: { kind: 'number-or-else', ...sides } };
  }

  #choice(name: 'min' | 'max', parts: readonly Part[], span: Span): Part {
    if (parts.length < 2 || parts.length > CHOICES_MOST)
      return this.#fault(span, `${name} takes two to ${CHOICES_MOST} numbers`);
    const of = parts.map((part) => this.#asNumber(part));
    return { ...span, is: 'number', node: { kind: name === 'min' ? 'least' : 'greatest', of } };
  }

  #asCondition(part: Part): ConditionNode {
    if (part.is === 'condition') return part.node;
    const shown = this.#wordAt(part.from);
    return this.#fault(
      part,
      `a condition belongs here, not a value alone: compare it, as in ${shown} == ...`,
    );
  }

  #asNumber(part: Part): NumberNode {
    if (part.is === 'number') return part.node;
    if (part.is === 'column') return { kind: 'number-column', column: part.column };
    if (part.is === 'condition') return this.#fault(part, 'a number belongs here, not a condition');
    return this.#fault(part, `a number belongs here: ${this.#wordAt(part.from)} is a text`);
  }

  #asText(part: Part): TextNode {
    if (part.is === 'text') return part.node;
    if (part.is === 'column') return { kind: 'text-column', column: part.column };
    if (part.is === 'condition') return this.#fault(part, 'a text belongs here, not a condition');
    return this.#fault(
      part,
      `a text belongs here: ${this.#wordAt(part.from)} is a number; write texts in quotes`,
    );
  }

  #here(): Span {
    return { from: this.#next, to: this.#next + 1 };
  }

  #placeOf({ from, to }: Span): { readonly position: number; readonly length: number } {
    const first = this.#values[from] ?? { start: this.#text.length, length: 1 };
    const last = this.#values[to - 1] ?? first;
    return { position: first.start + 1, length: last.start + last.length - first.start };
  }

  #fault(span: Span, what: string, allowed: readonly string[] = []): never {
    throw new ExpressionFault({ ...this.#placeOf(span), what, allowed });
  }
}

const TAKES_TWO: ReadonlySet<ExpressionFunction> = new Set(['orElse', 'contains', 'startsWith']);

function isFunction(name: string): name is ExpressionFunction {
  return Object.hasOwn(EXPRESSION_FUNCTIONS, name);
}

function isQuoted(word: string): boolean {
  return word.startsWith('"') || word.startsWith("'");
}

function unquoted(word: string): string {
  return word.slice(1, -1).replaceAll(/\\(.)/g, '$1');
}
