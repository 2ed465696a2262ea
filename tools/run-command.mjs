import { spawn } from 'node:child_process';

/** Commands under way, so that an interrupt ends them with everything they started. */
const underWay = new Set();

/**
 * Runs a command with its output on this terminal.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, timeoutMs?: number }} [settings] after
 *   `timeoutMs` the command and its children are killed
 * @returns {Promise<{ code: number, timedOut: boolean }>} code 124 after a time-out, 127 when it could not
 *   start
 */
export function runCommand(command, args, { cwd, env, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached,
    });
    underWay.add(child);
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
      resolve({ code: timedOut ? 124 : code, timedOut });
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
