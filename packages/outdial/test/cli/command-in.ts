import { runCommand } from '../../src/cli/program.js';

/** What a command line came to. */
export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in a folder and answers its exit code and what it wrote. */
export async function commandIn(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const written = { out: '', err: '' };
  const code = await runCommand(args, {
    out: { write: (text) => void (written.out += text) },
    err: { write: (text) => void (written.err += text) },
    env,
    cwd: folder,
    onInterrupt: () => () => undefined,
  });
  return { code, ...written };
}
