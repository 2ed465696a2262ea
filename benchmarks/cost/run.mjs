/**
 * `npm run bench:cost`: what a decision costs by size of the floor. With `--before <checkout>` (built) both run by
 * turns, and ratios are printed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { WORSE_MOST, byTurns, checkoutsOf, median, ratioOf } from '../by-turns.mjs';

const { values } = parseArgs({
  options: { before: { type: 'string' }, rounds: { type: 'string', default: '3' } },
});
const checkouts = checkoutsOf(values.before);
const runs = await byTurns(checkouts, Number(values.rounds), new URL('workload.mjs', import.meta.url), {
  // A young generation that holds a stretch, so that its bytes can be counted.
  flags: ['--max-semi-space-size=128'],
});
const sizes = runs.now[0].map(({ agents }) => agents);
/** The middle of one figure of a floor. */
const of = (which, index, figure) => median(runs[which].map((one) => one[index][figure]));

const table = new Table({
  head: [
    'agents',
    'calls in flight',
    'decisions',
    'ns/decision',
    'of a JSON round trip',
    'bytes/decision',
    'snapshot kB',
    ...(values.before ? ['ns before', 'ratio', 'bytes before', 'ratio'] : []),
  ],
  style: { head: [], border: [], compact: true },
});
let worse = false;
for (const [index, agents] of sizes.entries()) {
  const row = [
    agents,
    of('now', index, 'callsInFlight'),
    of('now', index, 'decisions'),
    of('now', index, 'nanoseconds').toFixed(0),
    of('now', index, 'ratio').toFixed(3),
    of('now', index, 'bytes').toFixed(0),
    (of('now', index, 'snapshotBytes') / 1_000).toFixed(0),
  ];
  if (values.before) {
    const time = ratioOf(runs, (one) => one[index].nanoseconds);
    if (time > 1 + WORSE_MOST) worse = true;
    row.push(
      of('before', index, 'nanoseconds').toFixed(0),
      time.toFixed(2),
      of('before', index, 'bytes').toFixed(0),
      ratioOf(runs, (one) => one[index].bytes).toFixed(2),
    );
  }
  table.push(row);
}
console.log(table.toString());

const at = (agents) => of('now', sizes.indexOf(agents), 'nanoseconds');
console.log(`10,000 agents cost ${(at(10_000) / at(100)).toFixed(2)} times as much as 100.`);
const out = new URL('../out/', import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(new URL('cost.json', out), JSON.stringify(runs, null, 1));
if (worse) {
  console.log(`A decision is more than ${WORSE_MOST * 100} % slower than before.`);
  process.exitCode = 1;
}
