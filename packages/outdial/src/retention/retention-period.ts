/** How long a campaign's data stays: the longest period of a law, or a longer one of the client. */
import type { RecordDuty } from '@outdial/compliance';
import type { CampaignFile } from '../campaign-file/types.js';
import type { CampaignCompliance } from '../gate/campaign-compliance.js';

/** The period, and what it rests on. */
export interface RetentionPeriod {
  /** Years; null: no law that is known gives one, and the client names none. */
  readonly years: number | null;
  /** Epoch ms: what is older may go. Null without a period. */
  readonly before: number | null;
  readonly duties: readonly RecordDuty[];
}

/** Duties on the do-not-call list alone: its entries stay as long as there are calls. */
const ON_THE_LIST: ReadonlySet<string> = new Set(['us.tcpa.dnc_internal', 'ca.dncl_internal', 'us.va']);

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.25;

/**
 * The period at an instant (epoch ms). `years`: the client's own, which can lengthen what the law asks for
 * and never shorten it.
 */
export function retentionPeriod(
  file: CampaignFile,
  { compliance, facts }: CampaignCompliance,
  at: number,
  years: number | undefined,
): RetentionPeriod {
  const { mode, countries } = file;
  const campaign = { ...facts, mode, voice: file.compliance.voice, countries };
  const duties = compliance.duties(campaign, at).records;
  const asked = duties.filter(({ rule }) => !ON_THE_LIST.has(rule)).map((duty) => duty.years);
  const all = [...asked, ...(years === undefined ? [] : [years])];
  if (all.length === 0) return { years: null, before: null, duties };
  const longest = Math.max(...all);
  return { years: longest, before: at - Math.ceil(longest * YEAR_DAYS) * DAY_MS, duties };
}
