import { spawn, spawnSync } from 'node:child_process';
import { expect } from '@jest/globals';
import { TSC } from '../../../tools/compiler.mjs';
import type { PeriodCount } from '../src/index.js';

/** What `tools/days.mjs --json` says. */
export interface Days {
  readonly crashes: number;
  readonly drained: boolean;
  readonly engineFaults: readonly string[];
  readonly violations: readonly unknown[];
  readonly budgetChecks: number;
  readonly turns: number;
  readonly periods: readonly PeriodCount[];
  readonly dials: number;
}

const root = new URL('../../../', import.meta.url).pathname;

/**
 * Runs a campaign of days in a process of its own (in jest's own context the same code takes four times as
 * long); the build is brought up to date first.
 */
export async function runDays(args: readonly string[]): Promise<Days> {
  const build = spawnSync(process.execPath, [TSC, '-b', 'packages/simulator'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (build.status !== 0) throw new Error(`packages/simulator does not compile:\n${build.stdout}`);
  const child = spawn(process.execPath, ['packages/simulator/tools/days.mjs', '--json', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, trouble]: [string[], string[]] = [[], []];
  child.stdout.on('data', (text: Buffer) => out.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => trouble.push(text.toString()));
  const code = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  if (code !== 0)
    throw new Error(
      `node packages/simulator/tools/days.mjs ${args.join(' ')} ended with ${String(code)}:\n${trouble.join('')}`,
    );
  return JSON.parse(out.join('')) as Days;
}

/**
 * Restarts happened, every lead and call is accounted for, and no call was placed that could be abandoned
 * while the limit was spent.
 */
export function expectLawful(days: Days): void {
  expect(days).toMatchObject({ drained: true, engineFaults: [], violations: [] });
  expect(days.budgetChecks).toBeGreaterThan(1_000);
}

/**
 * A period whose limit was all used and passed by no more than calls that were in flight when it was reached.
 */
export function expectHeld(
  { liveAnswers, abandoned }: PeriodCount,
  {
    limit,
    inFlight,
    atLeast,
  }: { readonly limit: number; readonly inFlight: number; readonly atLeast: number },
): void {
  expect(liveAnswers).toBeGreaterThan(500);
  expect(abandoned - limit * liveAnswers).toBeLessThanOrEqual(inFlight);
  expect(abandoned / liveAnswers).toBeGreaterThan(atLeast);
}
