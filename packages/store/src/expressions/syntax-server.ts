/** What the thread of the parser does. It runs there as text: nothing outside the function is known to it. */
import type { MessagePort } from 'node:worker_threads';
import type { ParsedNode } from './read-tree.js';

/** An expression to parse. */
export interface SyntaxQuestion {
  readonly id: number;
  readonly source: string;
}

/** Its tree, or why it has none. */
export type SyntaxAnswer =
  | { readonly id: number; readonly node: ParsedNode }
  /** `char`: from 1, where mathjs says it. */
  | { readonly id: number; readonly wrong: { readonly message: string; readonly char: number | null } }
  /** A fault of the parser itself. */
  | { readonly id: number; readonly fault: string };

/** A node of mathjs: of its many members, those that are read. */
interface MathNode {
  readonly type: string;
  readonly fn?: unknown;
  readonly implicit?: boolean;
  readonly args?: readonly MathNode[];
  readonly params?: readonly MathNode[];
  readonly conditionals?: readonly string[];
  readonly items?: readonly MathNode[];
  readonly content?: MathNode;
  readonly name?: string;
}

/** Answers each question. `mathjs`: path of its module. */
export function serveSyntax(
  port: MessagePort,
  { mathjs }: { readonly mathjs: string },
  load: NodeJS.Require,
): void {
  // A plain tree: the nodes have methods, which no message carries.
  const plain = (node: MathNode): object => ({
    type: node.type,
    fn: typeof node.fn === 'string' ? node.fn : undefined,
    implicit: node.implicit,
    args: node.args?.map(plain),
    params: node.params?.map(plain),
    conditionals: node.conditionals,
    items: node.items?.map(plain),
    content: node.content === undefined ? undefined : plain(node.content),
    name: node.name,
  });
  const { parse } = load(mathjs) as { readonly parse: (source: string) => MathNode };
  port.on('message', ({ id, source }: SyntaxQuestion) => {
    try {
      port.postMessage({ id, node: plain(parse(source)) });
    } catch (error) {
      const { message, char } = error as Error & { readonly char?: unknown };
      const wrong = { message, char: typeof char === 'number' ? char : null };
      port.postMessage(error instanceof SyntaxError ? { id, wrong } : { id, fault: message });
    }
  });
}
