/**
 * Tables inside guides that come from the code: each stands between two comments, and this test compares it.
 * `UPDATE_DOCS=1 npm run jest -- --selectProjects unit --testPathPatterns generated-tables` writes them anew.
 */
import { expect, test } from '@jest/globals';
import { createCompliance, PURPOSES } from '@outdial/compliance';
import { complianceFact, FACT_NAMES } from '@outdial/core';
import { COLUMN_TARGETS, LIST_WORDS, REGIONS } from '@outdial/lists';
import { ENTRY_KINDS } from '@outdial/store';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TAMPERING } from '../audit/tampering-cases.js';

const ROOT = join(import.meta.dirname, '../../../..');

function tableOf(head: readonly string[], rows: readonly string[]): string {
  return [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows].join('\n');
}

/** What columns of a list can hold. */
function columnTargets(): string {
  const custom = '| `field:<name>` | Shown to the agent under this name. |';
  const rows = Object.entries(COLUMN_TARGETS).map(([target, meaning]) => `| \`${target}\` | ${meaning} |`);
  return tableOf(['target', 'what a value means'], [...rows, custom]);
}

/** The closed vocabularies of lists. */
function listWords(): string {
  const rows = Object.entries(LIST_WORDS).flatMap(([column, meanings]) =>
    Object.entries(meanings).map(
      ([meaning, words]) => `| ${column} | ${meaning} | ${[...new Set(words)].join(', ')} |`,
    ),
  );
  return tableOf(['column', 'meaning', 'whole texts'], rows);
}

/** The regions of each country, by code and names. */
function regionNames(): string {
  const rows = Object.entries(REGIONS).map(([country, names]) => {
    const regions = Object.entries(names).map(([code, text]) => `\`${code}\` ${text.split('|')[0] ?? ''}`);
    return `| ${country} | ${regions.join(', ')} |`;
  });
  return tableOf(['country', 'regions'], rows);
}

/** How long the law asks to keep records, over all purposes and countries. */
function recordDuties(): string {
  const compliance = createCompliance();
  const duties = PURPOSES.flatMap(
    (purpose) => compliance.duties({ purpose, mode: 'predictive', voice: 'live' }).records,
  );
  const rows = duties.map(({ what, years, country, rule }) => {
    const period = Number.isInteger(years)
      ? `${years} years`
      : `${Math.floor(years)} years and ${Math.round((years % 1) * 365)} days`;
    return `| ${what} | ${period} | ${country} | \`${rule}\` |`;
  });
  return tableOf(['record', 'at least', 'where', 'rule'], [...new Set(rows)].sort());
}

/** Every fact about a person or number: its meaning, and where it comes from. */
function facts(): string {
  const rows = FACT_NAMES.map((name) => {
    const { about, says, value, column, disposition } = complianceFact(name);
    const brings = column === null ? 'none' : `\`${column}\``;
    return `| \`${name}\` | the ${about} ${says} | ${value} | ${brings} | ${disposition ? 'yes' : 'by its outcome'} |`;
  });
  return tableOf(['fact', 'meaning', 'value', 'column of a list', 'set by a disposition'], rows);
}

/** Every way to tamper with a database that the tests try, and what finds it. */
function tampering(): string {
  const found = TAMPERING.filter(({ by }) => by !== 'nothing');
  const rows = found.map(({ title, by }) => `| ${title} | ${by === 'trail' ? 'the trail itself' : by} |`);
  return tableOf(['case', 'found by'], rows);
}

/** What no check finds, and why. */
function notFound(): string {
  const missed = TAMPERING.filter(({ by }) => by === 'nothing');
  return tableOf(
    ['case', 'why it is not found'],
    missed.map(({ title, why }) => `| ${title} | ${why ?? ''} |`),
  );
}

/** Every kind of event. */
function eventKinds(): string {
  const rows = Object.entries(ENTRY_KINDS).map(([kind, meaning]) => `| \`${kind}\` | ${meaning} |`);
  return tableOf(['kind', 'meaning'], rows.sort());
}

/** Page, name of the table, and what it must hold. */
const TABLES: readonly (readonly [string, string, () => string])[] = [
  ['docs/guides/lead-lists.md', 'column targets', columnTargets],
  ['docs/reference/list-words.md', 'list words', listWords],
  ['docs/reference/list-words.md', 'regions', regionNames],
  ['docs/guides/retention.md', 'record duties', recordDuties],
  ['docs/guides/compliance-officer.md', 'facts', facts],
  ['docs/guides/audit.md', 'tampering found', tampering],
  ['docs/guides/audit.md', 'tampering not found', notFound],
  ['docs/reference/events.md', 'event kinds', eventKinds],
];

test.each(TABLES)('%s: %s', (page, name, table) => {
  const path = join(ROOT, page);
  const text = readFileSync(path, 'utf8');
  const pattern = new RegExp(`(<!-- generated: ${name} -->\n)[\\s\\S]*?(<!-- end -->)`);
  expect(text).toMatch(pattern);
  const wanted = text.replace(pattern, (_, begin: string, end: string) => `${begin}\n${table()}\n\n${end}`);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(path, wanted);
  else expect(text).toBe(wanted);
});
