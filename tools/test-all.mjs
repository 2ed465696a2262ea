// `npm test`: every check and every suite, two at a time, to the end whatever fails. The last line is `N
// passed, N failed[, N skipped]`. A part of it: npm test -- --only unit,live   or   npm test -- --skip live
// What failed is run a second time, alone, and the summary says so; not with   npm test -- --once
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { labGuard } from './lab-guard.mjs';
import { afterSecondRun, lastLine, sumCounts } from './test-counts.mjs';
import { runSideBySide } from './side-by-side.mjs';
import { STEPS } from './test-steps.mjs';

/** Steps that run at once. */
const SIDE_BY_SIDE = Math.min(2, availableParallelism());

const { values } = parseArgs({
  options: { only: { type: 'string' }, skip: { type: 'string' }, once: { type: 'boolean' } },
});
const names = STEPS.map(({ name }) => name);
const listed = (text) => (text === undefined ? [] : text.split(',').map((each) => each.trim()));
const unknown = [...listed(values.only), ...listed(values.skip)].filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`no step is called ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exit(2);
}

/** Why a step is left out at the caller's wish, or null. */
function unwanted(name) {
  if (values.only !== undefined && !listed(values.only).includes(name))
    return `left out by --only ${values.only}`;
  if (listed(values.skip).includes(name)) return `left out by --skip ${values.skip}`;
  return null;
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const wanted = STEPS.filter(({ name }) => unwanted(name) === null);
const results = [];
const warnings = STEPS.flatMap(({ name }) => (unwanted(name) === null ? [] : [`${name}: ${unwanted(name)}`]));

/** Runs a step, between a lab's coming up and going down where it needs one. */
function guarded(step, how) {
  return step.labs === undefined ? step.run(how) : labGuard(() => step.run(how), { workers: step.labs });
}

/**
 * Runs what failed in a step again, with nothing beside it: a full machine fails tests that have clocks and
 * sockets. What passes now counts as passed, and is named.
 */
async function runAgain(step, first) {
  console.log(`\n===== again, alone: ${first.again.tests.length} of ${step.name} =====`);
  const done = afterSecondRun(first, await guarded(step, { capture: false, part: first.again }));
  for (const each of done.passedAlone)
    warnings.push(`${each}: FAILED beside other tests, passed alone. Its failure stands above: look at it`);
  return done;
}

/** Runs one step and prints what it came to; what a step wrote that ran beside others is printed whole. */
async function runStep(step) {
  const head = `\n===== ${wanted.indexOf(step) + 1}/${wanted.length} ${step.title} =====`;
  const capture = step.inFront !== true && wanted.length > 1;
  if (!capture) console.log(head);
  const started = performance.now();
  const outcome = await guarded(step, { capture });
  const ms = performance.now() - started;
  if (capture) console.log(`${head}\n${outcome.output.trim()}`);
  results.push({ name: step.name, ms, ...outcome });
  console.log(`----- ${step.name}: ${lastLine(outcome)} in ${seconds(ms)} -----`);
  for (const suite of outcome.leftOut)
    warnings.push(`${suite}: none of its tests ran${outcome.why === undefined ? '' : ` (${outcome.why})`}`);
  if (ms > step.budgetMs)
    warnings.push(`${step.name} took ${seconds(ms)}; its budget on two cores is ${seconds(step.budgetMs)}`);
}

const began = performance.now();
await runSideBySide(wanted, SIDE_BY_SIDE, runStep);
for (const [index, result] of results.entries()) {
  const step = wanted.find(({ name }) => name === result.name);
  if (step && result.again && values.once !== true) results[index] = await runAgain(step, result);
}

console.log('\n===== summary =====');
for (const { name, ms, ...counts } of results)
  console.log(
    `${counts.failed > 0 ? 'FAILED' : 'passed'}  ${name.padEnd(13)} ${seconds(ms).padStart(8)}  ${lastLine(counts)}`,
  );
console.log(`in all ${seconds(performance.now() - began)}`);
if (warnings.length > 0)
  console.log(
    [
      `\n${'!'.repeat(20)} NOT ALL OF IT RAN, OR NOT AT ONCE, OR NOT IN TIME ${'!'.repeat(20)}`,
      ...warnings.map((each) => `!!! ${each}`),
    ].join('\n'),
  );
const failures = results.flatMap(({ failures: each }) => each ?? []);
if (failures.length > 0) console.log(['\nfailed:', ...failures.map((each) => `  ${each}`)].join('\n'));

const left = STEPS.length - wanted.length;
const sum = sumCounts(results);
const total = { ...sum, skipped: sum.skipped + left };
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${lastLine(total)}`);
