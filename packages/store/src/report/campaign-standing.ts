/** Where a campaign stands at this moment: the few figures of a status, counted by the database itself. */
import { MODES_BESIDE_LISTS, metricValue, type Supply } from '@outdial/core';
import { historyFrom } from '../audit/archived-before.js';
import type { Db } from '../database/engine.js';
import type { Store } from '../open-store.js';
import type { CampaignReport } from './report-campaign.js';
import { callsOf, type ReportRange, type Span, spanOf } from './report-range.js';
import { toldByLateEnds } from './late-ends.js';
import { surveyCampaign } from './survey-campaign.js';

/** The figures of a {@link CampaignReport} that need no look at single calls. Shares are 0..1. */
export interface CampaignStanding
  extends
    Pick<CampaignReport, 'attempts' | 'open' | 'liveAnswers' | 'connected' | 'abandoned'>,
    Pick<CampaignReport, 'abandonmentRate' | 'penetration'> {
  readonly supply: Supply;
}

/** Where the campaign stands, over all of its attempts unless the range says otherwise. */
export async function readStanding(
  store: Store,
  campaignId: string,
  range: ReportRange = {},
): Promise<CampaignStanding> {
  const span = spanOf(campaignId, range);
  const sums = await readSums(await historyFrom(store.engine.db, span.from), span);
  const supply = await surveyCampaign(store, campaignId, range);
  const counts = { ...sums, attemptedLeads: supply.attempted, leads: supply.total };
  return {
    ...sums,
    abandonmentRate: metricValue('abandonmentRate', counts),
    supply,
    penetration: metricValue('penetration', counts) ?? 0,
  };
}

type Sums = Pick<CampaignStanding, 'attempts' | 'open' | 'liveAnswers' | 'connected' | 'abandoned'>;

/** Sums of dialed attempts; what a late end tells of one counts, as in every report. */
async function readSums(db: Db, span: Span): Promise<Sums> {
  const sums = await callsOf(db, span)
    .where('mode', 'not in', MODES_BESIDE_LISTS)
    .leftJoin(toldByLateEnds(db), 'told.attempt_id', 'attempts.attempt_id')
    .select((eb) => {
      const { coalesce, count } = eb.fn;
      return [
        eb.fn.countAll<number>().as('attempts'),
        count<number>('attempts.ended_at').as('ended'),
        count<number>(coalesce('attempts.live_answer_at', 'told.live_answer_at')).as('liveAnswers'),
        count<number>(coalesce('attempts.connected_at', 'told.connected_at')).as('connected'),
        count<number>(coalesce('attempts.abandoned_at', 'told.abandoned_at')).as('abandoned'),
      ];
    })
    .executeTakeFirst();
  const { attempts = 0, ended = 0, liveAnswers = 0, connected = 0, abandoned = 0 } = sums ?? {};
  return { attempts, open: attempts - ended, liveAnswers, connected, abandoned };
}
