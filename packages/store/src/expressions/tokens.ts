/**
 * Splits the text of an expression into words, and lets through only what the language has, before mathjs
 * parses it. The nodes of mathjs carry no positions: the words that stand for values do.
 */
import { LIMITS, hasHidden } from '@outdial/core';
import { ExpressionFault } from './expression-problem.js';

/** A word that stands for a value: a name, a number or a text. In the order in which they are written. */
export interface ValueToken {
  /** From 0. */
  readonly start: number;
  readonly length: number;
}

/** The words of an expression. */
export interface Tokens {
  readonly values: readonly ValueToken[];
  /** The text as mathjs gets it: every character has its place, line breaks are spaces. */
  readonly source: string;
}

const WORD_OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in']);
/** Words that mathjs reads as something of its own. */
const NO_NAMES: ReadonlySet<string> = new Set(['mod', 'to', 'xor', 'end', 'true', 'false', 'undefined']);

// Letters that mathjs takes in a name; other headers are written column("...").
const NAME = /[A-Za-z_\u00C0-\u02AF\u0370-\u03FF][A-Za-z0-9_\u00C0-\u02AF\u0370-\u03FF]*/y;
const NUMBER = /[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const TEXT = /"(?:[^"\\]|\\["\\])*"|'(?:[^'\\]|\\['\\])*'/y;
const OPERATOR = /<=|>=|==|!=|[<>()[\],+\-*/]/y;
const SPACE = /\s+/y;

/** What people write who know other languages, and what it is here. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/=/y, "one '=' does not compare: write '=='"],
  [/&&?/y, "write 'and'"],
  [/\|\|?/y, "write 'or'"],
  [/!/y, "write 'not (...)', or '!=' for 'is not'"],
  [/%/y, 'a percent sign is not part of it: write 0.05 for 5 %'],
  [/[“”‘’«»]/y, 'write texts in straight quotes: "CA"'],
  [/;/y, "write one expression; 'and' joins two conditions"],
];

/** Splits a text. Throws {@link ExpressionFault} at what the language does not have. */
export function readTokens(text: string): Tokens {
  if (text.length > LIMITS.leadExpression.max)
    fault(LIMITS.leadExpression.max, 1, `it is longer than ${LIMITS.leadExpression.max} characters`);
  if (text.trim() === '') fault(0, 1, 'there is no expression');
  const values: ValueToken[] = [];
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at);
    if (token.isValue) values.push({ start: at, length: token.length });
    if (token.opens) depth += 1;
    if (token.closes) depth -= 1;
    if (depth > LIMITS.expressionDepth.max)
      fault(at, 1, `it nests more than ${LIMITS.expressionDepth.max} parentheses`);
    if (values.length > LIMITS.expressionValues.max)
      fault(at, token.length, `it holds more than ${LIMITS.expressionValues.max} names, numbers and texts`);
    at += token.length;
  }
  return { values, source: text.replaceAll(/\s/g, ' ') };
}

interface Token {
  readonly length: number;
  readonly isValue?: true;
  readonly opens?: true;
  readonly closes?: true;
}

function tokenAt(text: string, at: number): Token {
  const space = matchAt(SPACE, text, at);
  if (space !== null) return { length: space.length };
  const name = matchAt(NAME, text, at);
  if (name !== null) return nameToken(name, at);
  const number = matchAt(NUMBER, text, at);
  if (number !== null) return numberToken(text, number, at);
  const quoted = matchAt(TEXT, text, at);
  if (quoted !== null) return textToken(quoted, at);
  const operator = matchAt(OPERATOR, text, at);
  if (operator === null || (operator === '<' && text[at + 1] === '>')) return unknownToken(text, at);
  if (operator === '(' || operator === '[') return { length: 1, opens: true };
  if (operator === ')' || operator === ']') return { length: 1, closes: true };
  return { length: operator.length };
}

function nameToken(name: string, at: number): Token {
  if (WORD_OPERATORS.has(name)) return { length: name.length };
  const lower = name.toLowerCase();
  if (WORD_OPERATORS.has(lower)) fault(at, name.length, `'${name}' is written in small letters: '${lower}'`);
  if (name === 'null')
    fault(at, name.length, "a value that is not known compares with nothing: write 'known(...)'");
  if (NO_NAMES.has(name))
    fault(
      at,
      name.length,
      `'${name}' is not part of the language; a column of that name is column("${name}")`,
    );
  return { length: name.length, isValue: true };
}

function numberToken(text: string, number: string, at: number): Token {
  const next = text.charAt(at + number.length);
  if (matchAt(NAME, next, 0) !== null || next === '.')
    fault(
      at,
      number.length + 1,
      'a number is followed by something that does not belong to it: write a space',
    );
  if (Math.abs(Number(number)) > NUMBER_MOST) fault(at, number.length, 'the number is larger than 1e15');
  return { length: number.length, isValue: true };
}

/** Largest number that may be written: beyond it not every whole number has a value of its own. */
const NUMBER_MOST = 1e15;

function textToken(quoted: string, at: number): Token {
  if (hasHidden(quoted)) fault(at, quoted.length, 'a text holds a control character or a mark of direction');
  return { length: quoted.length, isValue: true };
}

function unknownToken(text: string, at: number): never {
  const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (found === '"' || found === "'")
    fault(at, 1, `the text that begins here has no end: a text stands between two ${found}, on one line`);
  if (text.startsWith('<>', at)) fault(at, 2, "write '!=' for 'is not'");
  for (const [pattern, what] of MEANT) {
    const written = matchAt(pattern, text, at);
    if (written !== null) fault(at, written.length, what);
  }
  if (/\p{L}/u.test(found))
    fault(at, found.length, `'${found}' cannot begin a name: write the header as column("...")`);
  fault(at, found.length, `'${found}' is not part of the language`);
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function fault(start: number, length: number, what: string): never {
  throw new ExpressionFault({ position: start + 1, length, what, allowed: [] });
}
