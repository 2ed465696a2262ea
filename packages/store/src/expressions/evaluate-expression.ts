/** Reads an expression in memory: the value for one lead. Not known is null, and spreads as in SQL. */
import { assertNever } from '@outdial/core';
import type { Arithmetic, Comparison, ConditionNode, NumberNode, TextNode } from './expression-tree.js';
import { numberOfField, textOfColumn, textOfField } from './lead-fields.js';
import type { ExpressionLead } from './lead-fields.js';
import { numberInText } from './number-in-text.js';
import type { LeadCondition, LeadScore } from './parse-expression.js';

/** Whether a lead meets a condition at `at`, epoch ms; null where a value that it needs is not known. */
export function meetsCondition({ root }: LeadCondition, lead: ExpressionLead, at: number): boolean | null {
  return truthOf(root, lead, at);
}

/** The score of a lead; null where it is not known. */
export function scoreOf({ root }: LeadScore, lead: ExpressionLead, at: number): number | null {
  return numberOf(root, lead, at);
}

function truthOf(node: ConditionNode, lead: ExpressionLead, at: number): boolean | null {
  switch (node.kind) {
    case 'compare-numbers':
      return compared(node.operator, numberOf(node.left, lead, at), numberOf(node.right, lead, at), byNumber);
    case 'compare-texts':
      return compared(node.operator, textOf(node.left, lead), textOf(node.right, lead), byCodePoint);
    case 'number-among':
      return among(numberOf(node.value, lead, at), node.items);
    case 'text-among':
      return among(textOf(node.value, lead), node.items);
    case 'contains':
    case 'starts-with': {
      const text = textOf(node.text, lead);
      const part = textOf(node.part, lead);
      if (text === null || part === null) return null;
      return node.kind === 'contains' ? text.includes(part) : text.startsWith(part);
    }
    case 'known-number':
      return numberOf(node.of, lead, at) !== null;
    case 'known-text':
      return textOf(node.of, lead) !== null;
    case 'not': {
      const truth = truthOf(node.of, lead, at);
      return truth === null ? null : !truth;
    }
    case 'all':
    case 'any':
      return joined(node.kind, node.of, (of) => truthOf(of, lead, at));
    default:
      return assertNever(node, 'node of an expression');
  }
}

/** One false makes `all` false, one true makes `any` true; else one not known makes it not known. */
function joined(
  kind: 'all' | 'any',
  of: readonly ConditionNode[],
  truth: (node: ConditionNode) => boolean | null,
): boolean | null {
  const decides = kind === 'any';
  let isKnown = true;
  for (const node of of) {
    const found = truth(node);
    if (found === decides) return decides;
    if (found === null) isKnown = false;
  }
  return isKnown ? !decides : null;
}

function among<Value>(value: Value | null, items: readonly Value[]): boolean | null {
  return value === null ? null : items.includes(value);
}

function compared<Value>(
  operator: Comparison,
  left: Value | null,
  right: Value | null,
  order: (left: Value, right: Value) => number,
): boolean | null {
  if (left === null || right === null) return null;
  const found = order(left, right);
  if (operator === '==') return found === 0;
  if (operator === '!=') return found !== 0;
  if (operator === '<') return found < 0;
  if (operator === '<=') return found <= 0;
  return operator === '>' ? found > 0 : found >= 0;
}

function byNumber(left: number, right: number): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

/** By code points, which is the order of the bytes in both databases; JavaScript compares halves of them. */
function byCodePoint(left: string, right: string): number {
  const [ones, others] = [[...left], [...right]];
  for (let index = 0; index < Math.min(ones.length, others.length); index += 1) {
    const difference = (ones[index]?.codePointAt(0) ?? 0) - (others[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return ones.length - others.length;
}

function numberOf(node: NumberNode, lead: ExpressionLead, at: number): number | null {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'number-field':
      return numberOfField(node.field, lead, at);
    case 'number-column':
      return numberInText(textOfColumn(node.column, lead));
    case 'arithmetic':
      return reckoned(node.operator, numberOf(node.left, lead, at), numberOf(node.right, lead, at));
    case 'negative': {
      const of = numberOf(node.of, lead, at);
      return of === null ? null : -of;
    }
    case 'absolute': {
      const of = numberOf(node.of, lead, at);
      return of === null ? null : Math.abs(of);
    }
    case 'least':
    case 'greatest': {
      const numbers = node.of.flatMap((of) => numberOf(of, lead, at) ?? []);
      if (numbers.length < node.of.length) return null;
      return node.kind === 'least' ? Math.min(...numbers) : Math.max(...numbers);
    }
    case 'number-or-else':
      return numberOf(node.value, lead, at) ?? numberOf(node.otherwise, lead, at);
    default:
      return assertNever(node, 'node of an expression');
  }
}

/** A division by zero is not known, as in both databases. */
function reckoned(operator: Arithmetic, left: number | null, right: number | null): number | null {
  if (left === null || right === null) return null;
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return right === 0 ? null : left / right;
}

function textOf(node: TextNode, lead: ExpressionLead): string | null {
  switch (node.kind) {
    case 'text':
      return node.value;
    case 'text-field':
      return textOfField(node.field, lead);
    case 'text-column':
      return textOfColumn(node.column, lead);
    case 'text-or-else':
      return textOf(node.value, lead) ?? textOf(node.otherwise, lead);
    default:
      return assertNever(node, 'node of an expression');
  }
}
