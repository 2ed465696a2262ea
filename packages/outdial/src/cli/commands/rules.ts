/** `outdial rules`: the law in force, with citations and links; with a campaign, the rules that judge it. */
import { createCompliance, type Compliance, type RuleInfo } from '@outdial/compliance';
import Table from 'cli-table3';
import { countOf, utcText } from '@outdial/core';
import { loadFlows } from '../../campaign-file/load-flows.js';
import { createCampaignCompliance } from '../../gate/campaign-compliance.js';
import { campaignVoices, rulesOfCampaign } from '../../gate/rules-of-campaign.js';
import { campaignClock, instantOf } from '../clock.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { findCampaign } from '../find-campaign.js';
import { findJurisdiction, otherReading } from '../find-jurisdiction.js';
import type { CommandIo } from '../io.js';
import type { RulesGiven } from '../syntax/rules-commands.js';
import { fittingWidths } from '../table-width.js';
import { DAY_TEXT } from '../../local-time/day-text.js';

/** The rules that are asked for, before a jurisdiction narrows them. */
interface Asked {
  readonly at: number;
  readonly compliance: Compliance;
  readonly rules: readonly RuleInfo[];
  /** What is said below the table. */
  readonly notes: readonly string[];
}

/** `outdial rules`. */
export async function rules(io: CommandIo, options: RulesGiven): Promise<ExitCode> {
  const asked = await (options.campaign === undefined
    ? everyRule(options)
    : rulesOfOne(io, options, options.campaign));
  const known = new Set(asked.rules.map((rule) => rule.jurisdiction));
  const where =
    options.jurisdiction === undefined ? undefined : findJurisdiction(options.jurisdiction, known);
  const listed = asked.rules.filter((rule) => where === undefined || rule.jurisdiction === where);
  if (options.json) {
    const { ruleSetVersion: ruleSet } = asked.compliance;
    io.out.write(`${JSON.stringify({ ruleSet, at: asked.at, rules: listed }, null, 2)}\n`);
    return EXIT.done;
  }
  const notes = [
    ...asked.notes,
    knownFrom(listed),
    `${countOf(listed.length, 'rule')} in force on ${utcText(asked.at, 'day')}, rule set ` +
      `${asked.compliance.ruleSetVersion}. Not legal advice.`,
    ...(options.jurisdiction === undefined || where === undefined
      ? []
      : placeNotes(options.jurisdiction, where, known)),
  ];
  io.out.write(
    `${tableText(listed, io.out.columns)}\nLinks, and what rests on them:\n` +
      `${links(listed).join('\n')}\n${notes.join('\n')}\n`,
  );
  return EXIT.done;
}

function everyRule({ at: given }: RulesGiven): Promise<Asked> {
  const at = lawInstant(given, Date.now());
  const compliance = createCompliance();
  return Promise.resolve({ at, compliance, rules: compliance.listRules(at), notes: [] });
}

async function rulesOfOne(io: CommandIo, { at: given }: RulesGiven, path: string): Promise<Asked> {
  const campaign = await findCampaign(io, path);
  const { file } = campaign;
  const at = lawInstant(given, campaignClock(io, file)());
  const flows = await loadFlows(campaign);
  const law = createCampaignCompliance(file, flows);
  const { purpose, acceptUnmodelled } = file.compliance;
  const notes = [
    `Campaign ${file.id}: ${purpose} calls into ${file.countries.join(', ')}, mode ${file.mode}, ` +
      `voices ${[...campaignVoices(file, flows)].join(', ')}. ` +
      'A call is judged by the rules of its own country and state among these.',
    ...(acceptUnmodelled.length === 0
      ? []
      : [`Law not modelled and accepted: ${acceptUnmodelled.join(', ')}.`]),
  ];
  return { at, compliance: law.compliance, rules: rulesOfCampaign({ file, flows, law }, at), notes };
}

/** Law changes by date: a day alone is enough, and means its noon, UTC. */
function lawInstant(text: string | undefined, now: number): number {
  return instantOf(text !== undefined && DAY_TEXT.test(text) ? `${text}T12:00:00Z` : text, now);
}

function tableText(listed: readonly RuleInfo[], width: number | undefined): string {
  const rows = listed.map((rule) => [
    rule.id,
    rule.title,
    rule.jurisdiction,
    rule.value,
    rule.effectiveFrom ?? 'not dated',
    rule.citation,
    `${rule.setting === 'on' ? '' : `${rule.setting}, `}${rule.verification} ${rule.verifiedOn}`,
  ]);
  const head = ['rule', 'title', 'where', 'value', 'since', 'citation', 'verified'];
  const table = new Table({
    head,
    colWidths: fittingWidths(width, [head, ...rows], { 1: 44, 3: 44, 5: 34 }),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows);
  return table.toString();
}

function links(listed: readonly RuleInfo[]): readonly string[] {
  const found = new Map<string, string[]>();
  for (const { id, source } of listed) found.set(source.href, [...(found.get(source.href) ?? []), id]);
  return [...found].map(([href, ids]) => `${href}\n    ${ids.join(' ')}`);
}

/** How the law among the rules is known: what stands on memory needs a lawyer first. */
function knownFrom(listed: readonly RuleInfo[]): string {
  const law = listed.filter(({ kind }) => kind === 'law');
  const of = (status: RuleInfo['verification']): readonly RuleInfo[] =>
    law.filter(({ verification }) => verification === status);
  const memory = of('memory').map(({ id }) => id);
  return (
    `Law from its text: ${of('primary').length}, from a secondary page: ${of('secondary').length}, ` +
    `from memory: ${memory.length}${memory.length === 0 ? '' : ` (${[...new Set(memory)].join(', ')})`}.`
  );
}

function placeNotes(given: string, where: string, known: ReadonlySet<string>): readonly string[] {
  const other = otherReading(given, where, known);
  return [
    ...(where.includes('-')
      ? [
          'The law of the whole country applies beside them: outdial rules ' +
            `--jurisdiction ${where.slice(0, 2)}`,
        ]
      : []),
    ...(other === null ? [] : [`'${given}' was read as the country ${where}; the state is ${other}.`]),
  ];
}
