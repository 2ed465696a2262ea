import { createCompliance } from '@outdial/compliance';
import Table from 'cli-table3';
import { instantOf } from '../clock.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';

const CITATION_WIDTH = 34;
const VALUE_WIDTH = 44;

/** `outdial rules`. */
export function rules(io: CommandIo, options: { readonly at?: string; readonly jurisdiction?: string; readonly json?: boolean }): Promise<ExitCode> {
  const at = instantOf(options.at, Date.now());
  const compliance = createCompliance();
  const listed = compliance.listRules(at).filter((rule) => options.jurisdiction === undefined || rule.jurisdiction === options.jurisdiction.toUpperCase());
  if (options.json === true) {
    io.out.write(`${JSON.stringify({ ruleSet: compliance.ruleSetVersion, at, rules: listed }, null, 2)}\n`);
    return Promise.resolve(EXIT.done);
  }
  const table = new Table({ head: ['rule', 'where', 'value', 'since', 'citation', 'verified'], colWidths: [null, null, VALUE_WIDTH, null, CITATION_WIDTH, null], wordWrap: true, style: { head: [], border: [], compact: true } });
  for (const rule of listed) table.push([rule.id, rule.jurisdiction, rule.value, rule.effectiveFrom ?? 'always', rule.citation, `${rule.verification} ${rule.verifiedOn}`]);
  io.out.write(`${table.toString()}\n${listed.length} rules in force on ${new Date(at).toISOString().slice(0, 10)}, rule set ${compliance.ruleSetVersion}. Not legal advice.\n`);
  return Promise.resolve(EXIT.done);
}
