/** What a piece of work costs: time, processor time, the longest block of the event loop, memory. */
import { readFileSync } from 'node:fs';

const EVERY_MS = 2;

/** Runs `work` and answers its cost beside its result. */
export async function watchCost(work) {
  const blocks = new Blocks();
  const cpu = process.cpuUsage();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  blocks.stop();
  return {
    result,
    ms,
    cpuMs: (user + system) / 1_000,
    blockMs: blocks.longest,
    blockRanMs: blocks.longestRan,
    peakMb: process.resourceUsage().maxRSS / 1_024,
  };
}

/** Longest time between two turns of the event loop, beyond the timer's own. */
class Blocks {
  longest = 0;
  /** As `longest`, and the thread ran: a busy machine that gives the processor to others does not count. */
  longestRan = 0;
  #at = performance.now();
  #ran = ranMs();
  #timer = setInterval(() => this.#tick(), EVERY_MS);

  #tick() {
    const [at, ran] = [performance.now(), ranMs()];
    this.longest = Math.max(this.longest, at - this.#at - EVERY_MS);
    this.longestRan = Math.max(this.longestRan, ran - this.#ran);
    [this.#at, this.#ran] = [at, ran];
  }

  stop() {
    this.#tick();
    clearInterval(this.#timer);
  }
}

/** Time that the main thread ran, ms; 0 where the system does not say it. */
function ranMs() {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return 0;
  }
}
