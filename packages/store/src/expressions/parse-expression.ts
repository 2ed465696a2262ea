/** Reads expressions over leads: mathjs parses the text, the house checks it and makes its own tree of it. */
import { ExpressionFault } from './expression-problem.js';
import type { ExpressionProblem } from './expression-problem.js';
import type { ConditionNode, NumberNode } from './expression-tree.js';
import { TreeReader } from './read-tree.js';
import type { NamedColumn, NamedValue, ParsedNode } from './read-tree.js';
import { parseSyntax } from './syntax-thread.js';
import { readTokens } from './tokens.js';

/** An expression that was read. */
export interface LeadExpression<Node> {
  /** As it was written. */
  readonly text: string;
  readonly root: Node;
  /** Columns of the lists that it names, in the order in which it does. */
  readonly columns: readonly NamedColumn[];
  /** Texts with which it compares fields of the lead. */
  readonly values: readonly NamedValue[];
}

/** A condition on a lead: true, false or not known. */
export type LeadCondition = LeadExpression<ConditionNode>;
/** A number of a lead, or not known. */
export type LeadScore = LeadExpression<NumberNode>;

/** An expression, or what is wrong with it. */
export type Parsed<Expression> =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: ExpressionProblem };

/** Reads a condition. `score`: what the name `score` stands for in it; absent: a column like others. */
export async function parseLeadCondition(text: string, score?: LeadScore): Promise<Parsed<LeadCondition>> {
  return parsed(text, score?.root ?? null, (reader, node) => reader.condition(node));
}

/** Reads a score: an expression that is a number. */
export async function parseLeadScore(text: string): Promise<Parsed<LeadScore>> {
  return parsed(text, null, (reader, node) => reader.number(node));
}

async function parsed<Node>(
  text: string,
  score: NumberNode | null,
  rootOf: (reader: TreeReader, node: ParsedNode) => Node,
): Promise<Parsed<LeadExpression<Node>>> {
  try {
    const tokens = readTokens(text);
    const node = await parseWithMathjs(tokens.source);
    const reader = new TreeReader(text, tokens, score);
    const root = rootOf(reader, node);
    const { columns, values } = reader;
    return { ok: true, expression: { text, root, columns, values } };
  } catch (error) {
    if (error instanceof ExpressionFault) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** The syntax tree, from the thread in which mathjs is loaded. */
async function parseWithMathjs(source: string): Promise<ParsedNode> {
  const answer = await parseSyntax(source);
  if ('node' in answer) return answer.node;
  if ('wrong' in answer) throw new ExpressionFault(syntaxProblem(answer.wrong, source));
  throw new Error(`the parser of expressions failed: ${answer.fault}`);
}

/** mathjs says the place in `char`, from 1, and repeats it in its text. */
function syntaxProblem(
  { message, char }: { readonly message: string; readonly char: number | null },
  source: string,
): ExpressionProblem {
  const position = Math.min(Math.max(1, char ?? 1), source.length + 1);
  const what = message.replace(/ *\(char \d+\)$/, '');
  const said = `${what.charAt(0).toLowerCase()}${what.slice(1)}`;
  return { position, length: 1, what: said, allowed: [] };
}
