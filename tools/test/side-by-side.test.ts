import { expect, test } from '@jest/globals';
import { runSideBySide } from '../side-by-side.mjs';

/** Runs steps that end in turns of the event loop, and says what was under way at each start. */
async function trace(
  steps: readonly { name: string; needs?: readonly string[]; turns: number }[],
  width: number,
): Promise<{ started: string[]; most: number; ended: string[] }> {
  const started: string[] = [];
  const ended: string[] = [];
  let underWay = 0;
  let most = 0;
  await runSideBySide(steps, width, async ({ name, turns }) => {
    started.push(name);
    most = Math.max(most, (underWay += 1));
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    underWay -= 1;
    ended.push(name);
  });
  return { started, most, ended };
}

test('steps run at most so many at once, and each after those it needs', async () => {
  const { started, most, ended } = await trace(
    [
      { name: 'build', turns: 50 },
      { name: 'format', turns: 10 },
      { name: 'lint', needs: ['build'], turns: 5 },
      { name: 'lock', turns: 1 },
    ],
    2,
  );
  expect(most).toBe(2);
  expect(started).toEqual(['build', 'format', 'lock', 'lint']);
  expect(ended.indexOf('build')).toBeLessThan(ended.indexOf('lint'));
});

test('a need that is not among the steps of this run holds nothing up', async () => {
  expect((await trace([{ name: 'lint', needs: ['build'], turns: 1 }], 2)).ended).toEqual(['lint']);
});

test('steps that wait for each other are an error, not a run that never ends', async () => {
  const circle = [
    { name: 'a', needs: ['b'], turns: 1 },
    { name: 'b', needs: ['a'], turns: 1 },
  ];
  await expect(trace(circle, 2)).rejects.toThrow('steps wait for each other: a, b');
});
