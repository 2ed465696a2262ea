/**
 * Mutation test of the rules against the case files alone: changes one token of the built code at a time and
 * asks whether a case notices, and tells the share that was noticed for each pack. Usage: npm run build &&
 * node packages/compliance/tools/mutation.mjs [mutants, or 'all'] [seed] [path part]
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readCaseFiles, readReviewCases } from './read-case-files.mjs';

const wanted = process.argv[2] === 'all' ? Infinity : Number(process.argv[2] ?? 200);
let state = Number(process.argv[3] ?? 1);
const part = process.argv[4] ?? '';
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const runner = fileURLToPath(new URL('run-cases.mjs', import.meta.url));
// What decides a call; engine/rule-info.js only describes rules in listings, which unit tests judge.
const ENGINE = 'consent|context|courtesy-hours|evaluate|history|judge|parameter|rule|schedule';
// jurisdictions/us/sources.js only makes links. engine/selected-rules.js only remembers: that it judges as
// without memory is shown by prepared-checks.test.ts.
const MUTATED = new RegExp(`^(engine/(${ENGINE})\\.js|rules/|jurisdictions/(?!us/sources)|policies/)`);
// Texts for people, and what only listings show.
const SKIPPED = [
  /because|[rR]emarks|title|citation|source:|href|pinpoint|verification|verifiedOn|needs:|formula:/,
  /throw |import |export \{|inputs|Text\(|invariant\(/,
  /^\s*(\/\/|\*|\/\*|['"])/,
];
const SWAPS = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ < /g, ' <= '],
  [/ <= /g, ' < '],
  [/ > /g, ' >= '],
  [/ >= /g, ' > '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ \+ /g, ' - '],
  [/ - /g, ' + '],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/(?<=max: |days: |hours: |Months: |\), )(\d+)/g, (digits) => String(Number(digits) + 1)],
  [
    /'(\d\d):00-(\d\d):(\d\d)/g,
    (text) => text.replace(/-(\d\d)/, (_, hour) => `-${String(Number(hour) - 1).padStart(2, '0')}`),
  ],
  [/Math\.max/g, 'Math.min'],
  [/Math\.min/g, 'Math.max'],
];

// A file that an earlier layout left in the build is loaded by nobody: its mutants would all survive.
const source = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(dist, { recursive: true }).filter(
  (name) =>
    name.endsWith('.js') &&
    MUTATED.test(name) &&
    name.includes(part) &&
    existsSync(join(source, name.replace(/js$/, 'ts'))),
);
const mutants = [];
for (const name of files) {
  const lines = readFileSync(join(dist, name), 'utf8').split('\n');
  lines.forEach((line, number) => {
    if (SKIPPED.some((pattern) => pattern.test(line))) return;
    for (const [pattern, replacement] of SWAPS)
      for (const match of line.matchAll(pattern)) {
        const with_ = typeof replacement === 'string' ? replacement : replacement(match[0]);
        mutants.push({
          name,
          number,
          line: line.slice(0, match.index) + with_ + line.slice(match.index + match[0].length),
          was: line.trim(),
        });
      }
  });
}
for (let index = mutants.length - 1; index > 0; index -= 1) {
  const other = Math.floor(random() * (index + 1));
  [mutants[index], mutants[other]] = [mutants[other], mutants[index]];
}
const chosen = mutants.slice(0, wanted);
const work = mkdtempSync(join(tmpdir(), 'outdial-mutation-'));
cpSync(dist, join(work, 'dist'), { recursive: true });
writeFileSync(join(work, 'package.json'), '{"type":"module"}');
// Read once: a mutant takes a second, and reading the YAML would take another.
const caseFiles = readCaseFiles();
const reviews = readReviewCases();
const cases = join(work, 'cases.json');
/**
 * Judges by all case files; those of the state and country first, which notice most of its mutants at once.
 */
const judge = (country, state) => {
  const own = ([name]) => (name === state ? 0 : country !== undefined && name.startsWith(country) ? 1 : 2);
  const files = caseFiles.toSorted((one, other) => own(one) - own(other));
  writeFileSync(cases, JSON.stringify({ files, reviews }));
  return spawnSync(process.execPath, [runner, join(work, 'dist'), cases], { timeout: 20_000 });
};
if (judge().status !== 0) throw new Error('the cases fail on the code as it is: build it, or mend the case');
/** What a mutant belongs to: a country, a part of the law of the United States, or a part of the module. */
const packOf = (name) =>
  /^jurisdictions\/(us\/[a-z-]+|[a-z-]+)\//.exec(name)?.[1] ?? name.replace(/\/.*/, '');
const countryOf = (name) => /^jurisdictions\/([a-z]{2})\//.exec(name)?.[1];
/** The case file of the state that a file of the build is about. */
const stateOf = (name) =>
  `us-${/^ {4}code: '([A-Z]+)'/m.exec(readFileSync(join(dist, name), 'utf8'))?.[1]?.toLowerCase()}.yaml`;
const scores = new Map();
const percent = (killed, tried) => `${Math.round((killed / tried) * 1000) / 10} %`;
for (const mutant of chosen) {
  const path = join(work, 'dist', mutant.name);
  const original = readFileSync(path, 'utf8');
  const lines = original.split('\n');
  lines[mutant.number] = mutant.line;
  writeFileSync(path, lines.join('\n'));
  const result = judge(countryOf(mutant.name), stateOf(mutant.name));
  writeFileSync(path, original);
  const score = scores.get(packOf(mutant.name)) ?? { tried: 0, killed: 0 };
  scores.set(packOf(mutant.name), score);
  score.tried += 1;
  if (result.status === 0)
    process.stdout.write(
      `survived ${mutant.name}:${mutant.number + 1}\n  - ${mutant.was}\n  + ${mutant.line.trim()}\n`,
    );
  else score.killed += 1;
}
rmSync(work, { recursive: true });
for (const [pack, { tried, killed }] of [...scores].sort())
  process.stdout.write(`${pack}: ${killed} of ${tried} (${percent(killed, tried)})\n`);
const killed = [...scores.values()].reduce((sum, score) => sum + score.killed, 0);
process.stdout.write(
  `${killed} of ${chosen.length} mutants killed (${percent(killed, chosen.length)}) of ${mutants.length} possible\n`,
);
