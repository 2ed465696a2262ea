/** Waiting in tests for what happens by itself. */

/** Longest wait, ms. */
const LONGEST = 5_000;

/** Resolves when the condition holds. Throws when it does not within five seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + LONGEST;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`the condition did not hold within ${LONGEST} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
