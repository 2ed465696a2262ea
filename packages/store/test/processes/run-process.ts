import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

/** What became of a process. */
export interface ProcessEnd {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs one of this folder's programs on the built package; with `killAfter` (ms, counted from its start
 * or from the first line with the word `from`) it is killed by SIGKILL.
 */
export function runProcess(
  program: string,
  args: readonly string[],
  options: { readonly killAfter?: number; readonly from?: string } = {},
): Promise<ProcessEnd> {
  if (!existsSync(built)) throw new Error('the package is not built: npm run build');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, errors] = ['', ''];
    let timer: NodeJS.Timeout | undefined;
    const arm = (): void => {
      if (options.killAfter !== undefined)
        timer ??= setTimeout(() => child.kill('SIGKILL'), options.killAfter);
    };
    if (options.from === undefined) arm();
    child.stdout.on('data', (data: Buffer) => {
      output += String(data);
      if (options.from !== undefined && output.includes(options.from)) arm();
    });
    child.stderr.on('data', (data: Buffer) => (errors += String(data)));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output, errors });
    });
  });
}
