import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { TSC } from '../../../tools/compiler.mjs';
import type { SimulationResult } from '../src/index.js';

/** What `replay --json` says of a seed. */
export type Replayed = SimulationResult & { readonly evidenceHash: string };

const root = new URL('../../../', import.meta.url).pathname;

/**
 * Runs a range of seeds in a process of its own, by the very program that replays one: in jest's own context
 * the same code takes four times as long. The build is brought up to date first.
 */
export function startSimulations(range: {
  readonly seed: number;
  readonly count: number;
  /** Agents who use their conversations, and supervisors. */
  readonly conversations?: boolean;
  /** People who call back. */
  readonly callers?: boolean;
  /** Days of whole floors. */
  readonly floor?: boolean;
}): {
  of(seed: number): Promise<Replayed>;
} {
  const build = spawnSync(process.execPath, [TSC, '-b', 'packages/simulator'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (build.status !== 0) throw new Error(`packages/simulator does not compile:\n${build.stdout}`);
  const args = [
    'packages/simulator/tools/replay.mjs',
    '--json',
    '--seed',
    String(range.seed),
    '--count',
    String(range.count),
    ...(range.conversations === true ? ['--conversations'] : []),
    ...(range.callers === true ? ['--callers'] : []),
    ...(range.floor === true ? ['--floor'] : []),
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const done = new Map<number, Replayed>();
  const waiting = new Map<
    number,
    { readonly resolve: (result: Replayed) => void; readonly reject: (error: Error) => void }
  >();
  let trouble = '';
  child.stderr.on('data', (text: Buffer) => (trouble += text.toString()));
  let ended = false;
  createInterface({ input: child.stdout })
    .on('line', (line) => {
      const result = JSON.parse(line) as Replayed;
      done.set(result.seed, result);
      waiting.get(result.seed)?.resolve(result);
      waiting.delete(result.seed);
    })
    .on('close', () => {
      ended = true;
      for (const [seed, { reject }] of waiting)
        reject(
          new Error(
            `seed ${seed}: the simulation ended without a result; run node ${args.join(' ')}\n${trouble}`,
          ),
        );
    });
  return {
    of: (seed) => {
      const result = done.get(seed);
      if (result) return Promise.resolve(result);
      if (ended)
        return Promise.reject(
          new Error(
            `seed ${seed}: the simulation ended without a result; run node ${args.join(' ')}\n${trouble}`,
          ),
        );
      return new Promise((resolve, reject) => waiting.set(seed, { resolve, reject }));
    },
  };
}
