/** Processor time and memory of another process, from /proc. */
import { readFileSync } from 'node:fs';

/** Ticks of the kernel a second, which Linux fixes for programs. */
const TICKS = 100;

/** Processor time that a process has used, ms. */
export function cpuMsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS;
}

/** Memory that a process holds, MB. */
export function memoryMbOf(pid) {
  const [, kB] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kB) / 1_024;
}

/** Load of the machine in the last minute. */
export function load() {
  return Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]);
}

/** A share of sorted figures lies at or below this one; null where there are none. */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}
