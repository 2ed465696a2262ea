/**
 * `npm run bench:cost`: what a decision costs by size of the floor, and for campaigns that share agents.
 * `--floor`: the latter only, `--agents 10,20`: floors of these sizes only. With `--before <checkout>` (built)
 * both run by turns, and ratios are printed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { WORSE_MOST, byTurns, checkoutsOf, median, ratioOf } from '../by-turns.mjs';

const { values } = parseArgs({
  options: {
    before: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    floor: { type: 'boolean', default: false },
    agents: { type: 'string' },
  },
});
const checkouts = checkoutsOf(values.before);
/** A young generation that holds a stretch, so that its bytes can be counted. */
const flags = ['--max-semi-space-size=128'];
const measure = (workload, args = []) => byTurns(checkouts, Number(values.rounds), workload, { flags, args });
const out = new URL('../out/', import.meta.url);
mkdirSync(out, { recursive: true });

if (!values.floor) await bySize();
if (values.agents === undefined) await bySharing();

async function bySize() {
  const runs = await measure(new URL('workload.mjs', import.meta.url), values.agents ? [values.agents] : []);
  const sizes = runs.now[0].map(({ agents }) => agents);
  /** The middle of one figure of a floor. */
  const of = (which, index, figure) => median(runs[which].map((one) => one[index][figure]));

  const table = new Table({
    head: [
      'agents',
      'calls in flight',
      'decisions',
      'ns/decision',
      // Other work on the machine only ever adds to the time.
      'least of the rounds',
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
      Math.min(...runs.now.map((one) => one[index].nanoseconds)).toFixed(0),
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
  if (values.agents === undefined)
    console.log(`10,000 agents cost ${(at(10_000) / at(100)).toFixed(2)} times as much as 100.`);
  const kept = values.agents === undefined ? 'cost.json' : 'cost-part.json';
  writeFileSync(new URL(kept, out), JSON.stringify(runs, null, 1));
  if (worse) {
    console.log(`A decision is more than ${WORSE_MOST * 100} % slower than before.`);
    process.exitCode = 1;
  }
}

/** Campaigns that share agents, beside one pacer on as many: by the ratios within each round. */
async function bySharing() {
  const runs = await measure(new URL('floor-workload.mjs', import.meta.url));
  const table = new Table({
    head: ['1,000 agents', 'decisions', 'ns/decision', 'of one pacer', ...(values.before ? ['before'] : [])],
    style: { head: [], border: [], compact: true },
  });
  const ratio = (which, index) => {
    if (runs[which].some((one) => one.length === 0)) return 'has none';
    return median(runs[which].map((one) => one[index].nanoseconds / one[0].nanoseconds)).toFixed(2);
  };
  for (const [index, { name, decisions }] of runs.now[0].entries()) {
    const nanoseconds = median(runs.now.map((one) => one[index].nanoseconds));
    const row = [name, decisions, nanoseconds.toFixed(0), ratio('now', index)];
    table.push(values.before ? [...row, ratio('before', index)] : row);
  }
  console.log(table.toString());
  writeFileSync(new URL('cost-floor.json', out), JSON.stringify(runs, null, 1));
}
