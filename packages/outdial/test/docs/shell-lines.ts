/** Reads the shell blocks and inline commands of a Markdown page, as far as documentation uses the shell. */

/** One simple command of a page. */
export interface ShellCommand {
  /** Line of the page, from 1. */
  readonly line: number;
  readonly words: readonly string[];
  /** Exit codes that the comment behind the command names; else 0. */
  readonly exitCodes: readonly number[];
}

/** The commands of every ```sh block, in order; those joined by && stand apart. */
export function shellCommands(page: string): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let inside = false;
  for (const [index, line] of page.split('\n').entries()) {
    if (line.startsWith('```')) {
      inside = line.trim() === '```sh';
      continue;
    }
    if (!inside) continue;
    const { words, comment } = splitLine(line);
    const named = [...comment.matchAll(/(?:exit code|, )\s*(\d+):/g)].map(([, code]) => Number(code));
    const exitCodes = named.length > 0 ? named : [0];
    for (const each of splitAt(words, '&&')) commands.push({ line: index + 1, words: each, exitCodes });
  }
  return commands;
}

/** Commands in backquotes outside code blocks that begin with `outdial` or `npx outdial`. */
export function inlineCommands(page: string): readonly ShellCommand[] {
  const prose = page.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ''));
  return prose.split('\n').flatMap((line, index) =>
    [...line.matchAll(/`(?:npx )?(outdial [^`]+)`/g)].map(([, text]) => ({
      line: index + 1,
      words: splitLine(text ?? '').words,
      exitCodes: [0],
    })),
  );
}

/** Words with quotes resolved, and the comment. */
function splitLine(line: string): { readonly words: readonly string[]; readonly comment: string } {
  const words: string[] = [];
  const pattern = /\s*(?:(#.*)|((?:"[^"]*"|'[^']*'|[^\s"'#])+))/y;
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    if (match[1] !== undefined) return { words, comment: match[1] };
    words.push(
      (match[2] ?? '').replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => `${double ?? single}`),
    );
  }
  return { words, comment: '' };
}

function splitAt(words: readonly string[], separator: string): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const word of words) {
    if (word === separator) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter((part) => part.length > 0);
}
