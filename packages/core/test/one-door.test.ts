/**
 * Every originate passes one door: attempts through `placing/order-dial.ts`, stations through
 * `ring-station.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const source = join(import.meta.dirname, '../src');

/** Files of core that give telephony a command of this name. */
function filesThatOrder(method: string): readonly string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .filter((path) => new RegExp(`method: '${method}'`).test(readFileSync(join(source, path), 'utf8')));
}

describe('an originate', () => {
  test.each([
    ['dial', 'campaign/placing/order-dial.ts'],
    ['ringAgent', 'campaign/agents/ring-station.ts'],
  ])('%s is ordered in one file', (method, file) => {
    expect(filesThatOrder(method)).toEqual([file]);
  });
});
