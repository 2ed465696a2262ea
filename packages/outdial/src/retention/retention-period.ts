/** How long a campaign's data stays: the longest period of a law, or a longer one of the client. */
import { PURPOSES, VOICES, type Compliance, type RecordDuty } from '@outdial/compliance';
import type { KnownCampaign } from '@outdial/store';
import type { CampaignFile } from '../campaign-file/types.js';
import type { CampaignCompliance } from '../gate/campaign-compliance.js';

/** The period, and what it rests on. */
export interface RetentionPeriod {
  /** Years; null: no law that is known gives one, and the client names none. */
  readonly years: number | null;
  /** Epoch ms: what is older may go. Null without a period. */
  readonly before: number | null;
  readonly duties: readonly RecordDuty[];
  /** Other campaigns of the store, whose records go and stay with these. */
  readonly others: readonly KnownCampaign[];
}

/** Duties on the do-not-call list alone: its entries stay as long as there are calls. */
const ON_THE_LIST: ReadonlySet<string> = new Set(['us.tcpa.dnc_internal', 'ca.dncl_internal', 'us.va']);

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.25;

/**
 * The period at an instant (epoch ms). A person is erased with their records of every campaign of the store,
 * so the law of each counts: of a campaign other than the file's the store knows the purpose, and its
 * countries are any. `years`: the client's own, which can lengthen what the law asks for, never shorten it.
 */
export function retentionPeriod(
  file: CampaignFile,
  { compliance, facts }: CampaignCompliance,
  {
    at,
    years,
    campaigns,
  }: {
    readonly at: number;
    readonly years: number | undefined;
    readonly campaigns: readonly KnownCampaign[];
  },
): RetentionPeriod {
  const { mode, countries } = file;
  const own = compliance.duties({ ...facts, mode, voice: file.compliance.voice, countries }, at).records;
  const others = campaigns.filter(({ campaignId }) => campaignId !== file.id);
  const theirs = others.flatMap((campaign) => dutiesOfAny(compliance, campaign, at));
  const duties = [
    ...new Map([...own, ...theirs].map((duty) => [`${duty.rule} ${duty.what}`, duty])).values(),
  ];
  const asked = duties.filter(({ rule }) => !ON_THE_LIST.has(rule)).map((duty) => duty.years);
  const all = [...asked, ...(years === undefined ? [] : [years])];
  if (all.length === 0) return { years: null, before: null, duties, others };
  const longest = Math.max(...all);
  return { years: longest, before: at - Math.ceil(longest * YEAR_DAYS) * DAY_MS, duties, others };
}

/** What any country asks of a campaign of which only the purpose is known, or not even that. */
function dutiesOfAny(compliance: Compliance, { purpose }: KnownCampaign, at: number): readonly RecordDuty[] {
  const purposes = PURPOSES.filter((known) => purpose === null || known === purpose);
  return purposes.flatMap((of) =>
    VOICES.flatMap((voice) => compliance.duties({ purpose: of, mode: 'predictive', voice }, at).records),
  );
}
