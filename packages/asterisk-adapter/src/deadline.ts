/** Time limits on what comes from outside: a ring, an answer to a request, a pong. */

/** A limit that fires later than this, ms, says that the process stood still, not that nothing came. */
const ON_TIME_MS = 100;
/** Time to read what came meanwhile, ms. */
const READ_MS = 50;
/** So often a limit is put off; a process that is late all the time has limits, too. */
const PUT_OFF_MOST = 10;

/** A limit that runs. */
export interface Deadline {
  /** What was waited for has come, or nobody waits any more. */
  cancel(): void;
}

/**
 * Calls `passed` once, `ms` from now, unless it is cancelled before. After the process stood still (a busy or
 * paused machine, a long collection of garbage) Node fires what is overdue before it reads its sockets: a
 * call that has rung or was answered would be taken for silent. Such a limit is put off until the sockets
 * were read.
 */
export function startDeadline(ms: number, passed: () => void): Deadline {
  let timer: NodeJS.Timeout;
  const wait = (forMs: number, timesPutOff: number): void => {
    const due = performance.now() + forMs;
    timer = setTimeout(() => {
      const isLate = performance.now() - due > ON_TIME_MS;
      if (isLate && timesPutOff < PUT_OFF_MOST) wait(READ_MS, timesPutOff + 1);
      else passed();
    }, forMs);
  };
  wait(ms, 0);
  return { cancel: () => clearTimeout(timer) };
}
