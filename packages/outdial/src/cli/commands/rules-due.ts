/** `outdial rules due`: law that must be read on a day. */
import { countOf } from '@outdial/core';
import { createCompliance, lawToReadAgain, type LawToRead, type RuleInfo } from '@outdial/compliance';
import Table from 'cli-table3';
import { loadFlows } from '../../campaign-file/load-flows.js';
import { createCampaignCompliance } from '../../gate/campaign-compliance.js';
import { rulesOfCampaign } from '../../gate/rules-of-campaign.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { findCampaign } from '../find-campaign.js';
import { findJurisdiction } from '../find-jurisdiction.js';
import type { CommandIo } from '../io.js';
import { dayOf } from '../law-of-argument.js';
import type { RulesDueGiven } from '../syntax/rules-commands.js';
import { fittingWidths } from '../table-width.js';

/** `outdial rules due`. */
export async function due(io: CommandIo, options: RulesDueGiven): Promise<ExitCode> {
  const day = dayOf(options.at);
  const at = Date.parse(`${day}T12:00:00Z`);
  const rules = await rulesAsked(io, options.campaign, at);
  const known = new Set(rules.map(({ jurisdiction }) => jurisdiction));
  const where =
    options.jurisdiction === undefined ? undefined : findJurisdiction(options.jurisdiction, known);
  const asked = rules.filter(({ jurisdiction }) => where === undefined || jurisdiction === where);
  const found = lawToReadAgain(asked, day, options.days);
  if (options.json)
    io.out.write(`${JSON.stringify({ at: day, days: options.days, rules: found }, null, 2)}\n`);
  else
    io.out.write(
      `${found.length === 0 ? '' : `${tableText(found, io.out.columns)}\n`}` +
        `${found.length} of ${countOf(asked.length, 'rule')} to read on ${day}: from memory and compared ` +
        `with no ` +
        `text yet, last compared more than ${countOf(options.days, 'day')} before, or of a date on which ` +
        `a change ` +
        'was expected.\n',
    );
  return found.length === 0 ? EXIT.done : EXIT.findings;
}

async function rulesAsked(io: CommandIo, path: string | undefined, at: number): Promise<readonly RuleInfo[]> {
  if (path === undefined) return createCompliance().listRules(at);
  const campaign = await findCampaign(io, path);
  const flows = await loadFlows(campaign);
  const law = createCampaignCompliance(campaign.file, flows);
  return rulesOfCampaign({ file: campaign.file, flows, law }, at);
}

function tableText(found: readonly LawToRead[], width: number | undefined): string {
  const head = ['rule', 'where', 'since', 'why', 'source'];
  const rows = found.map(({ rule, jurisdiction, since, what, source }) => [
    rule,
    jurisdiction,
    since,
    what,
    source.href,
  ]);
  const table = new Table({
    head,
    colWidths: fittingWidths(width, [head, ...rows], { 3: 50, 4: 70 }),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows);
  return table.toString();
}
