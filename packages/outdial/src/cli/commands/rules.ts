/** `outdial rules`: the law in force, with citations and links. */
import { createCompliance } from '@outdial/compliance';
import Table from 'cli-table3';
import { utcText } from '@outdial/core';
import { instantOf } from '../clock.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { findJurisdiction, otherReading } from '../find-jurisdiction.js';
import type { CommandIo } from '../io.js';
import type { RulesGiven } from '../syntax/reading-commands.js';
import { fittingWidths } from '../table-width.js';

const A_DAY = /^\d{4}-\d\d-\d\d$/;

/** `outdial rules`. */
export function rules(io: CommandIo, options: RulesGiven): Promise<ExitCode> {
  // Law changes by date: a day alone is enough, and means its noon, UTC.
  const at = instantOf(
    options.at !== undefined && A_DAY.test(options.at) ? `${options.at}T12:00:00Z` : options.at,
    Date.now(),
  );
  const compliance = createCompliance();
  const all = compliance.listRules(at);
  const known = new Set(all.map((rule) => rule.jurisdiction));
  const where =
    options.jurisdiction === undefined ? undefined : findJurisdiction(options.jurisdiction, known);
  const listed = all.filter((rule) => where === undefined || rule.jurisdiction === where);
  if (options.json) {
    io.out.write(`${JSON.stringify({ ruleSet: compliance.ruleSetVersion, at, rules: listed }, null, 2)}\n`);
    return Promise.resolve(EXIT.done);
  }
  const rows = listed.map((rule) => [
    rule.id,
    rule.title,
    rule.jurisdiction,
    rule.value,
    rule.effectiveFrom ?? 'not dated',
    rule.citation,
    `${rule.verification} ${rule.verifiedOn}`,
  ]);
  const head = ['rule', 'title', 'where', 'value', 'since', 'citation', 'verified'];
  const table = new Table({
    head,
    colWidths: fittingWidths(io.out.columns, [head, ...rows], { 1: 44, 3: 44, 5: 34 }),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows);
  const other =
    where === undefined || options.jurisdiction === undefined
      ? null
      : otherReading(options.jurisdiction, where, known);
  const notes = [
    `${listed.length} rules in force on ${utcText(at, 'day')}, rule set ` +
      `${compliance.ruleSetVersion}. Not legal advice.`,
    ...(where?.includes('-') === true
      ? [
          'The law of the whole country applies beside them: outdial rules ' +
            `--jurisdiction ${where.slice(0, 2)}`,
        ]
      : []),
    ...(other === null || where === undefined
      ? []
      : [`'${options.jurisdiction}' was read as the country ${where}; the state is ${other}.`]),
  ];
  const links = new Map<string, string[]>();
  for (const { id, source } of listed) links.set(source.href, [...(links.get(source.href) ?? []), id]);
  const sources = [...links].map(([href, ids]) => `${href}\n    ${ids.join(' ')}`);
  io.out.write(
    `${table.toString()}\nLinks, and what rests on them:\n${sources.join('\n')}\n${notes.join('\n')}\n`,
  );
  return Promise.resolve(EXIT.done);
}
