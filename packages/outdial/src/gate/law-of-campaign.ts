/** The law of a campaign for people: rules in force with their sources, and what of it must be read again. */
import { lawToReadAgain, type LawToRead, type RuleInfo } from '@outdial/compliance';
import { isoInstant } from '@outdial/core';
import { loadFlows } from '../campaign-file/load-flows.js';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { createCampaignCompliance } from './campaign-compliance.js';
import { rulesOfCampaign } from './rules-of-campaign.js';

/** Days after which a rule is to be compared with its source again. */
const READ_AGAIN_DAYS = 180;

/** A rule to read again, with every place that has it. */
export interface RuleToRead extends Omit<LawToRead, 'jurisdiction'> {
  readonly jurisdictions: readonly string[];
}

/** What holds for the calls of a campaign at an instant. */
export interface LawOfCampaign {
  /** '2026-06-10', by UTC. */
  readonly day: string;
  readonly rules: readonly RuleInfo[];
  /** Rules from memory, rules not compared for long, and rules whose change was expected by then. */
  readonly toRead: readonly RuleToRead[];
}

/** Answers what the law says of one campaign at an instant, epoch ms. */
export type LawAt = (at: number) => LawOfCampaign;

/**
 * Loads the law of a campaign once, with its flows. Rules change with dates alone: the answer of a day is
 * kept for further questions of that day.
 */
export async function loadLawOfCampaign(campaign: LoadedCampaign): Promise<LawAt> {
  const flows = await loadFlows(campaign);
  const law = createCampaignCompliance(campaign.file, flows);
  let known: LawOfCampaign | undefined;
  return (at) => {
    const day = isoInstant(at).slice(0, 'YYYY-MM-DD'.length);
    if (known?.day === day) return known;
    const rules = rulesOfCampaign({ file: campaign.file, flows, law }, at);
    return (known = { day, rules, toRead: byRule(lawToReadAgain(rules, day, READ_AGAIN_DAYS)) });
  };
}

/** A rule of several places, such as that of the territories, stands once. */
function byRule(toRead: readonly LawToRead[]): readonly RuleToRead[] {
  const found = new Map<string, RuleToRead>();
  for (const { jurisdiction, ...one } of toRead) {
    const key = [one.rule, one.why, one.since, one.what].join('\n');
    found.set(key, { ...one, jurisdictions: [...(found.get(key)?.jurisdictions ?? []), jurisdiction] });
  }
  return [...found.values()];
}
