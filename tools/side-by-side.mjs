/** Runs steps several at a time, each after those it needs. */

/**
 * Starts steps in their order, at most `width` at once; a step waits for the steps it names in `needs`, where
 * they are among the steps given.
 *
 * @template {{ name: string, needs?: readonly string[] }} S
 * @param {readonly S[]} steps
 * @param {number} width from 1
 * @param {(step: S) => Promise<void>} run
 * @returns {Promise<void>} when all have ended
 * @throws {Error} when steps wait for each other
 */
export async function runSideBySide(steps, width, run) {
  const waiting = [...steps];
  const underWay = new Map();
  const unfinished = new Set(steps.map(({ name }) => name));
  const ready = ({ needs = [] }) => needs.every((name) => !unfinished.has(name));
  while (unfinished.size > 0) {
    while (underWay.size < width && waiting.some(ready)) {
      const [step] = waiting.splice(waiting.findIndex(ready), 1);
      underWay.set(
        step.name,
        run(step).then(() => step.name),
      );
    }
    if (underWay.size === 0) throw new Error(`steps wait for each other: ${[...unfinished].join(', ')}`);
    const ended = await Promise.race(underWay.values());
    underWay.delete(ended);
    unfinished.delete(ended);
  }
}
