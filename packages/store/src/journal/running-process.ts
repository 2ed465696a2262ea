/** The process that runs a dialer, as leases name it, and whether the process of a lease is still there. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process on a machine. */
export interface RunningProcess {
  readonly host: string;
  /**
   * Names the machine since its last boot, and the space of process ids on it. Null where the system does not
   * provide it: then nobody knows whether the process of a lease has ended.
   */
  readonly machine: string | null;
  readonly pid: number;
  /** Tells this process from a later one with the same id. Null where the system does not provide it. */
  readonly pidStarted: string | null;
  /** Whether a process of the same machine has ended. */
  readonly isGone: (pid: number, pidStarted: string | null) => boolean;
}

/** This process. Only on Linux can it be found whether another process has ended. */
export function thisProcess(): RunningProcess {
  const { pid } = process;
  return {
    host: hostname().slice(0, HOST_MOST),
    machine: machine(),
    pid,
    pidStarted: statusOf(pid)?.started ?? null,
    isGone: (other, started) => {
      const status = statusOf(other);
      return status === null || status.hasEnded || (started !== null && status.started !== started);
    },
  };
}

const HOST_MOST = 128;

/**
 * Boot id of the kernel and the namespace of process ids: containers of one machine have the former in common
 * and not the latter.
 */
function machine(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

/** States of a process that runs no more: a zombie, and a dead one. */
const ENDED = /^[ZXx]/;
/** Place of the start time in /proc/<pid>/stat, counted from the state (proc_pid_stat(5), field 22). */
const STARTED = 19;

/** State and start of a process; null when there is none. */
function statusOf(pid: number): { readonly hasEnded: boolean; readonly started: string | null } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in parentheses and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { hasEnded: ENDED.test(fields[0] ?? ''), started: fields[STARTED] ?? null };
  } catch {
    return null;
  }
}
