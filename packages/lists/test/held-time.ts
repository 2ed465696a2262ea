/** How long work holds the event loop. */

/** Processor time of some work, ms. */
export interface HeldTime {
  readonly cpuMs: number;
  /** The most of it between two turns of the event loop. */
  readonly heldMs: number;
}

/** Does the work, and looks at the processor time at every turn of the event loop. */
export async function heldTime(work: () => Promise<unknown>): Promise<HeldTime> {
  const cpu = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  };
  const began = cpu();
  let last = began;
  let heldMs = 0;
  let done = false;
  const look = (): void => {
    const now = cpu();
    heldMs = Math.max(heldMs, now - last);
    last = now;
  };
  const watch = (): void => {
    look();
    if (!done) setImmediate(watch);
  };
  setImmediate(watch);
  await work();
  done = true;
  look();
  return { cpuMs: cpu() - began, heldMs };
}
