/**
 * `npm run bench:compliance`: decisions a second of processor time, and a do-not-call list of national size.
 * With `--before <checkout>` (built) both run by turns, and ratios are printed.
 */
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { WORSE_MOST, byTurns, checkoutsOf, median, ratioOf } from '../by-turns.mjs';
import { write } from './measure.mjs';

const { values } = parseArgs({
  options: {
    before: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    /** Numbers on the list; 0 leaves it out. */
    numbers: { type: 'string', default: '250000000' },
  },
});
const checkouts = checkoutsOf(values.before);
const rounds = Number(values.rounds);

/** What is printed of a list: name, unit, and whether more of it is better. */
const LIST_FIGURES = [
  ['build and write', 's CPU', (one) => one.build.processorSeconds, false],
  ['load', 's CPU', (one) => one.read.loadProcessorSeconds, false],
  ['look-ups', '/s', (one) => one.read.lookupsPerSecond, true],
  ['resident', 'MB', (one) => one.read.residentMB, false],
];

const table = new Table({
  head: ['what', 'unit', ...Object.keys(checkouts), ...(values.before ? ['ratio'] : [])],
  colAligns: ['left', 'left', 'right', 'right', 'right'],
  style: { head: [], border: [], compact: true },
});
let worse = false;

function addRow(runs, name, unit, figure, moreIsBetter) {
  const shown = Object.values(runs).map((ones) => {
    const middle = median(ones.map(figure));
    return middle < 100 ? middle.toFixed(2) : Math.round(middle).toLocaleString('en-US');
  });
  const ratio = values.before ? ratioOf(runs, figure) : 1;
  const isYardstick = name.startsWith('yardstick');
  if (!isYardstick && (moreIsBetter ? ratio < 1 - WORSE_MOST : ratio > 1 + WORSE_MOST)) worse = true;
  table.push([name, unit, ...shown, ...(values.before ? [ratio.toFixed(2)] : [])]);
}

const decisions = await byTurns(checkouts, rounds, new URL('evaluate.mjs', import.meta.url));
for (const name of Object.keys(decisions.now[0]))
  addRow(decisions, name, '/s', (one) => one[name].perSecond, true);
write('compliance-evaluate', decisions);

if (Number(values.numbers) > 0) {
  const lists = await byTurns(checkouts, rounds, new URL('do-not-call.mjs', import.meta.url), {
    args: [values.numbers],
  });
  for (const [name, unit, figure, moreIsBetter] of LIST_FIGURES)
    addRow(lists, `list of ${Number(values.numbers) / 1e6} million: ${name}`, unit, figure, moreIsBetter);
  write('compliance-do-not-call', lists);
}

console.log(table.toString());
if (worse) {
  console.log(`A figure is more than ${WORSE_MOST * 100} % worse than before.`);
  process.exitCode = 1;
}
