// `npm run test:long`: everything too slow for `npm test`. Writes the result with date and commit to
// docs/test-long.json and docs/test-long.md, to be committed, and goes on with docs/months-of-faults.json.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { TSC } from './compiler.mjs';
import { labGuard } from './lab-guard.mjs';
import { lastLine, sumCounts } from './test-counts.mjs';
import { check, jestProject } from './test-steps.mjs';

const HOUR = 3_600_000;
const root = dirname(import.meta.dirname);
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

const steps = [
  check('build', 'build', [TSC, '-b']),
  check('packages', 'packages: as npm would publish them, installed and used', ['tools/check-packages.mjs']),
  check(
    'months',
    'months of faults: the campaign-days that are still to be played',
    ['packages/simulator/tools/months.mjs', '--minutes', '120'],
    { budgetMs: 3 * HOUR },
  ),
  jestProject('long', 'long tests', { budgetMs: HOUR, timeoutMs: 4 * HOUR, args: ['--runInBand'] }),
];

const results = [];
for (const step of steps) {
  console.log(`\n===== ${step.title} =====`);
  const started = performance.now();
  const { passed, failed, skipped, leftOut, output } =
    step.name === 'long' ? await labGuard(step.run) : await step.run();
  if (output) console.log(output);
  results.push({
    step: step.name,
    passed,
    failed,
    skipped,
    leftOut,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  });
}

const total = sumCounts(results);
const record = {
  date: new Date().toISOString(),
  commit: git('rev-parse', 'HEAD'),
  uncommittedChanges: git('status', '--porcelain', '--untracked-files=no') !== '',
  node: process.versions.node,
  cores: availableParallelism(),
  steps: results,
  ...total,
};
writeFileSync(join(root, 'docs/test-long.json'), `${JSON.stringify(record, null, 2)}\n`);
writeFileSync(join(root, 'docs/test-long.md'), page(record));
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\nwritten to docs/test-long.json and docs/test-long.md\n${lastLine(total)}`);

function page({ date, commit, uncommittedChanges, node, cores, steps: ran }) {
  const rows = ran.map(
    (each) => `| ${each.step} | ${each.passed} | ${each.failed} | ${each.skipped} | ${each.seconds} |`,
  );
  const changes = uncommittedChanges ? ' with uncommitted changes' : '';
  const source = `commit \`${commit.slice(0, 12)}\`${changes}`;
  const machine = `Node ${node}, ${cores} cores`;
  return `# The long tests, last run

${lastLine(total)} on ${date.slice(0, 10)}, ${source}, ${machine}. Run them with \`npm run test:long\`.

| step | passed | failed | skipped | seconds |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
