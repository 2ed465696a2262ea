import { describe, expect, test } from '@jest/globals';
import { TrunkSilence } from '../../src/pacing/trunk-silence.js';

/** Calls in flight of which so many endings were to be expected at each second from 0. */
function listen(endings: readonly number[], calls: number): TrunkSilence {
  const silence = new TrunkSilence();
  endings.forEach((expected, second) => {
    silence.advance(second * 1_000);
    silence.expected(expected, calls);
  });
  return silence;
}

describe('a trunk from which nothing comes', () => {
  test('is silent once eight endings were expected and none came, for as long as none comes', () => {
    const silence = listen([0, 3, 6, 9], 40);
    expect(silence.lasted).toBe(0);
    silence.advance(13_000);
    expect(silence.lasted).toBe(10_000);
    silence.broken();
    silence.expected(9, 39);
    silence.advance(20_000);
    expect(silence.lasted).toBe(10_000);
  });

  test('is not silent while calls end, nor for few calls that ring for long', () => {
    const silence = new TrunkSilence();
    for (let second = 0; second < 30; second += 1) {
      silence.advance(second * 1_000);
      if (second % 2 === 0) silence.broken();
      silence.expected(3 * second, 40);
    }
    expect(silence.lasted).toBe(0);
    expect(listen([0, 20, 40, 60], 3).lasted).toBe(0);
  });

  test('new tables change what was expected, not what was missed', () => {
    const silence = listen([0, 3], 40);
    silence.renewed(30);
    silence.advance(2_000);
    silence.expected(31, 40);
    silence.advance(9_000);
    expect(silence.lasted).toBe(0);
  });
});
