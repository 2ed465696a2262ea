/** What a report covers: the instants, list and agent, and the attempts in them. */
import type { SelectQueryBuilder } from 'kysely';
import type { Db } from '../database/engine.js';
import type { Database } from '../database/tables.js';
import type { LeadHints } from '../leads/selection/lead-selection.js';

/** What a report covers, and how its leads are counted. */
export interface ReportRange extends LeadHints {
  /** Epoch ms, inclusive. */
  readonly from?: number;
  /** Epoch ms, exclusive. */
  readonly to?: number;
  /** Attempts on leads of this list, and its leads. Absent: of every list of the campaign. */
  readonly listId?: string;
  /** Attempts that this agent took. Absent: all. */
  readonly agentId?: string;
  /** The campaign's lists, for a campaign that has not run yet. Absent: those of its last start. */
  readonly lists?: readonly string[];
  /** Before a campaign is live: the numbers of its allow-list. Absent: it is live. */
  readonly onlyNumbers?: readonly string[];
  /**
   * How long a callback reserved for one agent may be overdue before any agent gets it, ms; null or absent:
   * without limit.
   */
  readonly callbacksToAnybodyAfterMs?: number | null;
  /** A caller served within this time is served in time, ms. @default 20_000 */
  readonly serviceLevelMs?: number;
}

/** A range in which every end is known. */
export interface Span {
  readonly campaignId: string;
  /** Epoch ms, inclusive. */
  readonly from: number;
  /** Epoch ms, exclusive. */
  readonly to: number;
  readonly listId: string | undefined;
  readonly agentId: string | undefined;
}

/** The range with its ends: without them, all attempts of the campaign. */
export function spanOf(campaignId: string, { from, to, listId, agentId }: ReportRange): Span {
  return { campaignId, from: from ?? 0, to: to ?? Number.MAX_SAFE_INTEGER, listId, agentId };
}

/** Attempts of a span, of which nothing is selected yet. */
type AttemptsOfSpan = SelectQueryBuilder<Database, 'attempts', Record<never, never>>;

/** The calls of the span: dialed, come in, and to third parties. */
export function callsOf(db: Db, span: Span): AttemptsOfSpan {
  let attempts = db
    .selectFrom('attempts')
    .where('campaign_id', '=', span.campaignId)
    .where('opened_at', '>=', span.from)
    .where('opened_at', '<', span.to);
  if (span.agentId !== undefined) attempts = attempts.where('agent_id', '=', span.agentId);
  if (span.listId !== undefined) attempts = attempts.where('list_id', '=', span.listId);
  return attempts;
}
