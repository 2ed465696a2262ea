import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/** Commands under way, so that an interrupt ends them with everything they started. */
const underWay = new Set();

/**
 * Runs a command with its output on this terminal, or captured for whoever runs several at once.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, timeoutMs?: number, capture?: boolean,
 *   yields?: boolean }} [settings] after `timeoutMs` the command and its children are killed; `yields`: it gets
 *   little of the processor where others want it
 * @returns {Promise<{ code: number, timedOut: boolean, output: string }>} code 124 after a time-out, 127 when
 *   it could not start; `output`: what it wrote, where that is captured
 */
export function runCommand(command, args, { cwd, env, timeoutMs, capture = false, yields = false } = {}) {
  return new Promise((resolve) => {
    const detached = process.platform !== 'win32';
    const sink = capture ? 'pipe' : 'inherit';
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', sink, sink],
      detached,
    });
    underWay.add(child);
    if (yields && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
    let timedOut = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            endGroup(child, 'SIGKILL');
          }, timeoutMs);
    const finish = (code) => {
      clearTimeout(timer);
      underWay.delete(child);
      resolve({ code: timedOut ? 124 : code, timedOut, output: Buffer.concat(chunks).toString('utf8') });
    };
    child.on('error', (error) => {
      console.error(`${command} could not start: ${error.message}`);
      finish(127);
    });
    child.on('close', (code, signal) => {
      finish(code ?? (signal === null ? 1 : 130));
    });
  });
}

function endGroup(child, signal) {
  try {
    // A negative id means the whole process group: a test runner's workers as well.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of underWay) endGroup(child, signal);
    if (underWay.size === 0) process.exit(130);
    setTimeout(() => process.exit(130), 5_000).unref();
  });
}
