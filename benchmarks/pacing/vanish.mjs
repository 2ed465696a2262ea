/**
 * Agents leave unannounced: half of a floor of 50 leaves at one instant, while calls are in flight for all
 * of them. `npm run build && node benchmarks/pacing/vanish.mjs`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import Table from 'cli-table3';
import { measurePeriods } from './measure.mjs';
import { pacers } from './pacers.mjs';
import { vanishScenario } from './scenarios.mjs';

const seeds = Array.from({ length: 16 }, (_, i) => i + 1);
const names = [
  'outdial',
  'VICIdial ADAPT_HARD_LIMIT, available, max 6',
  'Impact Dialing, 3 %',
  'progressive',
];
const percent = (value) => (100 * value).toFixed(1);
const series = Object.fromEntries(
  names.map((name) => [name, measurePeriods(vanishScenario(), pacers[name], seeds)]),
);
const minutes = series.outdial
  .map((period) => period.minute)
  .filter((minute) => minute >= 118 && minute <= 130);
const table = new Table({
  head: ['abandoned % in the 2 minutes to', ...minutes.map(String)],
  style: { head: [], border: [] },
});
for (const [name, periods] of Object.entries(series)) {
  table.push([
    name,
    ...minutes.map((minute) => percent(periods.find((period) => period.minute === minute).abandonment)),
  ]);
}
console.log(table.toString());
const out = new URL('../out/', import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(new URL('pacing-vanish.json', out), JSON.stringify({ seeds, series }, null, 1));
