/** How long the files of recordings stay: the campaign's own period, or the law's where it is longer. */
import type { RecordDuty } from '@outdial/compliance';
import type { CampaignFile } from '../campaign-file/types.js';
import type { CampaignCompliance } from '../gate/campaign-compliance.js';

/** The period, and what it rests on. */
export interface RecordingPeriod {
  /** Null: the campaign names none, and nobody else does. */
  readonly days: number | null;
  /** Epoch ms: files that were whole before may go. Null without a period. */
  readonly before: number | null;
  /** The duties that make it longer than the campaign's own. */
  readonly duties: readonly RecordDuty[];
}

/** Duties on recordings of conversations; those on messages and call detail ask for no audio of a call. */
const ON_RECORDINGS: ReadonlySet<string> = new Set(['us.regf.records']);

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.25;

/** The period at an instant (epoch ms). `days`: instead of the campaign's own, not of the law's. */
export function recordingPeriod(
  file: CampaignFile,
  { compliance, facts }: CampaignCompliance,
  { at, days = file.conversations.recording.keepDays }: { readonly at: number; readonly days?: number },
): RecordingPeriod {
  if (days === undefined) return { days: null, before: null, duties: [] };
  const { mode, countries } = file;
  const asked = compliance.duties({ ...facts, mode, voice: file.compliance.voice, countries }, at).records;
  const duties = asked.filter(({ rule, years }) => ON_RECORDINGS.has(rule) && daysOf(years) > days);
  const longest = Math.max(days, ...duties.map(({ years }) => daysOf(years)));
  return { days: longest, before: at - longest * DAY_MS, duties };
}

const daysOf = (years: number): number => Math.ceil(years * YEAR_DAYS);
