/** Reads and computes every figure of a report in one pass over the attempts. */
import { type AbandonmentLimit, type Disposition, type Outcome } from '@outdial/core';
import {
  countLeads,
  readPauses,
  readStaffedHours,
  readStaffing,
  reportCampaign,
  type AgentPauses,
  type AgentStaffing,
  type CampaignReport,
  type ListCount,
  type ReportedAttempt,
  type ReportRange,
  type StaffedHour,
  type Store,
} from '@outdial/store';
import { Breakdowns, isShort, type BrokenDown, type OutcomeHour } from './breakdowns.js';
import { RegulatorPeriods, type RegulatorPeriod, type RegulatorQuestion } from './regulator-periods.js';
import { LimitPeriods, type LimitPeriod } from './limit-periods.js';
import { readZoneHours, type ZoneHours, type ZoneHoursQuestion } from './zone-hours.js';

/** Mean, median, 95th percentile and largest of some durations, ms. */
export interface TimeFigure {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly largest: number;
}

/**
 * All figures of a report, as `outdial report --format json` writes them. Formulas:
 * docs/reference/metrics.md.
 */
export interface ReportFigures extends CampaignReport {
  readonly name: string;
  /** Epoch ms of the report. */
  readonly at: number;
  readonly firstAttemptAt: number | null;
  readonly lastAttemptAt: number | null;
  readonly machines: number;
  readonly answered: number;
  readonly shortCalls: number;
  readonly contacts: number;
  readonly rightParties: number;
  readonly conversions: number;
  readonly connectTime: TimeFigure | null;
  readonly ringTime: TimeFigure | null;
  readonly talkTime: TimeFigure | null;
  /** From the dial command to ringing. */
  readonly postDialDelay: TimeFigure | null;
  /** From the answer to the end, of whatever was answered. */
  readonly callDuration: TimeFigure | null;
  /** By day of the agency, by list, by caller number, by trunk, by seller. */
  readonly days: readonly BrokenDown[];
  readonly lists: readonly BrokenDown[];
  readonly callerNumbers: readonly BrokenDown[];
  readonly trunks: readonly BrokenDown[];
  readonly sellers: readonly BrokenDown[];
  /** The lists of the campaign as they stand now, and how much of each was called. */
  readonly penetrations: readonly ListCount[];
  readonly outcomeHours: readonly OutcomeHour[];
  readonly limitPeriods: readonly LimitPeriod[];
  /** Abandonment as each regulator counts it. */
  readonly abandonment: readonly RegulatorPeriod[];
  /** Agents' time as the runs journaled it; agents of runs that journaled none are absent. */
  readonly staffing: readonly AgentStaffing[];
  /** Of the same time, by the hour. */
  readonly staffedHours: readonly StaffedHour[];
  /** Open leads by time zone, and when they may be called. */
  readonly zoneHours: readonly ZoneHours[];
  /** Agents' pauses by code, and their log-ins. */
  readonly pauses: readonly AgentPauses[];
  /** IANA name of the agency's zone. */
  readonly timeZone: string;
  /** What the figures were narrowed to; null: not at all. */
  readonly listId: string | null;
  readonly agentId: string | null;
  /** Connected calls by connect time: upper edges in ms; the last bucket is open. */
  readonly connectHistogram: readonly { readonly upTo: number | null; readonly calls: number }[];
}

/** What the figures are read with. */
export interface FigureContext {
  readonly campaignId: string;
  readonly name: string;
  /** IANA name of the agency's zone. */
  readonly timeZone: string;
  /** The limits in force at an instant (epoch ms), each with the period that runs then. */
  readonly limitsAt: (at: number) => readonly AbandonmentLimit[];
  /** The regulators' limits at an instant, and what is known for their figures. */
  readonly regulators: RegulatorQuestion;
  readonly dispositions: readonly Disposition[];
  /** By what calling hours are known. */
  readonly hours: Omit<ZoneHoursQuestion, 'at' | 'lists'>;
  /** What is reported, and how its leads are counted. */
  readonly range: ReportRange;
}

/** Reads and computes every figure of a campaign. One pass over its attempts. */
export async function gatherFigures(store: Store, context: FigureContext): Promise<ReportFigures> {
  const at = store.clock();
  const { campaignId, name, timeZone, range } = context;
  const { agentId, listId } = range;
  const tally = new Tally(context);
  // Calls that came in are in `report.inbound`, and in the figures of agents; third parties are no leads.
  const report = await reportCampaign(store, campaignId, range, (attempt) => tally.add(attempt));
  const isReported = (agent: { readonly agentId: string }): boolean =>
    agentId === undefined || agent.agentId === agentId;
  const staffing = (await readStaffing(store, campaignId, range)).filter(isReported);
  const pauses = (await readPauses(store, campaignId, range)).filter(isReported);
  return {
    ...report,
    name,
    at,
    timeZone,
    listId: listId ?? null,
    agentId: agentId ?? null,
    ...tally.figures(),
    staffing,
    pauses,
    staffedHours: await readStaffedHours(store, campaignId, range),
    penetrations: await penetrationsOf(store, range),
    zoneHours: await readZoneHours(store, { ...context.hours, at, lists: listsOf(range) }),
  };
}

/** How much of each list was called: of those of the campaign, or the one to which the report is narrowed. */
async function penetrationsOf(store: Store, range: ReportRange): Promise<readonly ListCount[]> {
  const lists = listsOf(range);
  if (lists.length === 0) return [];
  return (await countLeads(store, { lists })).lists;
}

const listsOf = ({ listId, lists = [] }: ReportRange): readonly string[] =>
  listId === undefined ? lists : [listId];

const CONNECT_EDGES_MS = [25, 50, 75, 100, 150, 200, 300, 500, 1000, 2000] as const;
const MACHINES: ReadonlySet<string> = new Set<Outcome>(['machine', 'voicemail']);

class Tally {
  readonly #byCode: ReadonlyMap<string, Disposition>;
  readonly #connect: number[] = [];
  readonly #ring: number[] = [];
  readonly #talk: number[] = [];
  readonly #postDial: number[] = [];
  readonly #duration: number[] = [];
  readonly #periods: LimitPeriods;
  readonly #regulators: RegulatorPeriods;
  readonly #breakdowns: Breakdowns;
  readonly #counts = {
    machines: 0,
    answered: 0,
    shortCalls: 0,
    contacts: 0,
    rightParties: 0,
    conversions: 0,
  };
  #first: number | null = null;
  #last: number | null = null;

  constructor(context: FigureContext) {
    this.#periods = new LimitPeriods(context.limitsAt);
    this.#regulators = new RegulatorPeriods(context.regulators);
    this.#breakdowns = new Breakdowns(context.timeZone);
    this.#byCode = new Map(context.dispositions.map((disposition) => [disposition.code, disposition]));
  }

  add(attempt: ReportedAttempt): void {
    this.#first ??= attempt.openedAt;
    this.#last = attempt.openedAt;
    if (MACHINES.has(attempt.outcome ?? '')) this.#counts.machines += 1;
    if (attempt.answeredAt !== null) this.#counts.answered += 1;
    if (isShort(attempt)) this.#counts.shortCalls += 1;
    const disposition = this.#byCode.get(attempt.disposition ?? '');
    if (disposition?.contact) this.#counts.contacts += 1;
    if (disposition?.rightParty) this.#counts.rightParties += 1;
    if (disposition?.conversion) this.#counts.conversions += 1;
    note(this.#connect, attempt.liveAnswerAt, attempt.connectedAt);
    note(this.#ring, attempt.ringingAt, attempt.answeredAt);
    note(this.#talk, attempt.connectedAt, attempt.endedAt);
    note(this.#postDial, attempt.dialedAt, attempt.ringingAt);
    note(this.#duration, attempt.answeredAt, attempt.endedAt);
    this.#breakdowns.add(attempt, disposition);
    this.#regulators.add(attempt);
    if (attempt.liveAnswerAt !== null) this.#periods.add(attempt.liveAnswerAt, attempt.abandonedAt !== null);
  }

  figures(): Omit<ReportFigures, keyof CampaignReport | NamedFigures> {
    return {
      ...this.#counts,
      firstAttemptAt: this.#first,
      lastAttemptAt: this.#last,
      connectTime: timeFigure(this.#connect),
      ringTime: timeFigure(this.#ring),
      talkTime: timeFigure(this.#talk),
      postDialDelay: timeFigure(this.#postDial),
      callDuration: timeFigure(this.#duration),
      days: this.#breakdowns.list('days'),
      lists: this.#breakdowns.list('lists'),
      callerNumbers: this.#breakdowns.list('callerNumbers'),
      trunks: this.#breakdowns.list('trunks'),
      sellers: this.#breakdowns.list('sellers'),
      outcomeHours: this.#breakdowns.outcomeHours(),
      limitPeriods: this.#periods.list(),
      abandonment: this.#regulators.list(),
      connectHistogram: histogram(this.#connect),
    };
  }
}

/** Figures that do not come from the attempts. */
type NamedFigures =
  | 'name'
  | 'at'
  | 'staffing'
  | 'staffedHours'
  | 'pauses'
  | 'penetrations'
  | 'zoneHours'
  | 'timeZone'
  | 'listId'
  | 'agentId';

function note(durations: number[], from: number | null, to: number | null): void {
  if (from !== null && to !== null && to >= from) durations.push(to - from);
}

function timeFigure(durations: readonly number[]): TimeFigure | null {
  if (durations.length === 0) return null;
  const sorted = [...durations].sort((a, b) => a - b);
  // Nearest rank: the smallest value that at least this share does not pass.
  const quantile = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return {
    count: sorted.length,
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    median: quantile(0.5),
    p95: quantile(0.95),
    largest: sorted[sorted.length - 1] ?? 0,
  };
}

/** Calls by connect time. */
export function histogram(durations: readonly number[]): ReportFigures['connectHistogram'] {
  const counts = Array.from({ length: CONNECT_EDGES_MS.length + 1 }, () => 0);
  for (const duration of durations) {
    const bucket = CONNECT_EDGES_MS.findIndex((edge) => duration <= edge);
    const index = bucket < 0 ? CONNECT_EDGES_MS.length : bucket;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((calls, index) => ({ upTo: CONNECT_EDGES_MS[index] ?? null, calls }));
}
