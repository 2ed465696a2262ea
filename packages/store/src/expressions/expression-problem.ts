/** What is wrong in an expression: where, what, and what may stand there. */

/** Something wrong in an expression. */
export interface ExpressionProblem {
  /** From 1: the first character that is wrong, as a person counts. */
  readonly position: number;
  /** Characters from there that belong to it; at least 1. */
  readonly length: number;
  /** What is wrong, and what to write instead: a sentence without its full stop. */
  readonly what: string;
  /** Words that may stand there; empty where the sentence says it all. */
  readonly allowed: readonly string[];
}

/** Thrown while an expression is read; the reader answers its problem as a value. */
export class ExpressionFault extends Error {
  override readonly name = 'ExpressionFault';
  readonly problem: ExpressionProblem;

  constructor(problem: ExpressionProblem) {
    super(problem.what);
    this.problem = problem;
  }
}

/** A problem as one line: `character 7: ... Allowed: ...`. */
export function expressionProblemText({ position, what, allowed }: ExpressionProblem): string {
  const words = allowed.length === 0 ? '' : ` Allowed: ${allowed.join(', ')}.`;
  return `character ${position}: ${what}.${words}`;
}

/** The expression with a mark under what is wrong, for terminals: two lines. */
export function markedExpression(text: string, { position, length }: ExpressionProblem): readonly string[] {
  return [text.replaceAll(/\s/g, ' '), `${' '.repeat(position - 1)}${'^'.repeat(length)}`];
}
