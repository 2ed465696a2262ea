// Months of faults: days of whole floors, one seed each, until so many campaign-days are on record. Each run
// goes on where the results end, and writes a page of them; what is found is shrunk to a command that shows
// it again.
// What became of a finding is written by hand into the results, as `became`.
//   npm run build && node packages/simulator/tools/months.mjs --results docs/months-of-faults.json
//   [--campaign-days 10000] [--minutes 60: stop after so many] [--anew] Exit code 1 when something was found.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { kindOfFinding, playDay, replayCommand, shrinkDay } from '../dist/index.js';

const { values } = parseArgs({
  options: {
    results: { type: 'string', default: 'docs/months-of-faults.json' },
    'campaign-days': { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '60' },
    anew: { type: 'boolean', default: false },
  },
});
/** Results are written this often, ms: a run that is stopped loses no more. */
const WRITE_EVERY_MS = 20_000;
const target = Number(values['campaign-days']);
const stopAt = performance.now() + Number(values.minutes) * 60_000;
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
const parts =
  values.anew || !existsSync(values.results) ? [] : JSON.parse(readFileSync(values.results, 'utf8'));
const total = (of) => parts.reduce((sum, part) => sum + of(part), 0);

const part = {
  fromSeed: parts.at(-1)?.toSeed ?? 0,
  toSeed: parts.at(-1)?.toSeed ?? 0,
  date: new Date().toISOString().slice(0, 10),
  commit: git('rev-parse', '--short=12', 'HEAD'),
  uncommittedChanges: git('status', '--porcelain', '--untracked-files=no') !== '',
  cpuSeconds: 0,
  campaignDays: 0,
  campaignMinutes: 0,
  calls: 0,
  checks: 0,
  faults: {},
  found: [],
};
parts.push(part);
const cpu = process.cpuUsage();
let writtenAt = performance.now();
while (total(({ campaignDays }) => campaignDays) < target && performance.now() < stopAt) {
  play(part.toSeed);
  part.toSeed += 1;
  if (performance.now() - writtenAt > WRITE_EVERY_MS) write();
}
if (part.toSeed === part.fromSeed) parts.pop();
write();
console.log(summary());
process.exitCode = part.found.length > 0 ? 1 : 0;

function play(seed) {
  const { campaigns, minutes, result, found } = played({ seed });
  part.campaignDays += campaigns;
  part.campaignMinutes += campaigns * minutes;
  part.calls += result?.statistics.dials ?? 0;
  part.checks += Object.values(result?.audit.checks ?? {}).reduce((sum, times) => sum + times, 0);
  for (const [kind, times] of Object.entries(result?.faults ?? {}))
    part.faults[kind] = (part.faults[kind] ?? 0) + times;
  if (found.length > 0) keep(seed, found);
}

function played(day) {
  try {
    return playDay(day);
  } catch (error) {
    return { campaigns: 0, minutes: 0, found: [`threw ${error.message}`] };
  }
}

/** The finding, and the smallest day found that has it. */
function keep(seed, found) {
  const what = [...new Set(found.map(kindOfFinding))];
  console.log(`seed ${seed}: ${what.join('; ')}\n  ${replayCommand({ seed })}`);
  const command = found[0].startsWith('threw')
    ? replayCommand({ seed })
    : replayCommand(shrinkDay({ seed }, new Set(what.slice(0, 1))));
  console.log(`  smallest: ${command}`);
  part.found.push({ seed, what: what.join('; '), command });
}

function write() {
  writtenAt = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  part.cpuSeconds = Math.round((user + system) / 1e6);
  writeFileSync(values.results, `${JSON.stringify(parts, null, 2)}\n`);
  writeFileSync(values.results.replace(/\.json$/, '.md'), page());
}

function summary() {
  const days = total(({ campaignDays }) => campaignDays);
  const found = parts.flatMap((each) => each.found).length;
  return (
    `${count(days)} of ${count(target)} campaign-days, ${count(total(({ calls }) => calls))} calls, ` +
    `${count(total(({ checks }) => checks))} checks, ${found} days with violations`
  );
}

function count(number) {
  return number.toLocaleString('en-US');
}

function page() {
  const kinds = new Map();
  for (const { faults } of parts)
    for (const [kind, times] of Object.entries(faults)) kinds.set(kind, (kinds.get(kind) ?? 0) + times);
  const faults = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = parts.map(
    (each) =>
      `| ${each.fromSeed} to ${each.toSeed - 1} | ${each.date} | \`${each.commit}\`` +
      `${each.uncommittedChanges ? ' and changes' : ''} | ` +
      `${count(each.campaignDays)} | ${count(Math.round(each.campaignMinutes / 60))} | ${count(each.calls)} | ` +
      `${each.found.length} | ${count(each.cpuSeconds)} |`,
  );
  const found = parts.flatMap((each) =>
    each.found.map(
      ({ seed, what, command, became = 'open' }) => `| ${seed} | ${what} | \`${command}\` | ${became} |`,
    ),
  );
  const head = '| seed | violation | the smallest day that shows it | what became of it |\n|---|---|---|---|';
  const violations = found.length === 0 ? '' : `\n${head}\n${found.join('\n')}\n`;
  return `# Months of faults

${summary()}. A campaign-day is the calling day of one campaign, 6 to 240 minutes of dialing, on a floor of one to four
campaigns drawn from a seed, with every kind of fault; then the faults end, and the auditor checks every invariant.
\`npm run test:long\` goes on where this ends.

| seeds | date | commit | campaign-days | hours of dialing | calls | days with violations | CPU seconds |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

| kind of fault | times |
|---|---|
${faults.map(([kind, times]) => `| ${kind} | ${count(times)} |`).join('\n')}
${violations}`;
}
