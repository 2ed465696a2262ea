/** The answer rates that lists showed in the journal, for leads without a probability of their own. */
import { ListAnswerRates, MODES_BESIDE_LISTS } from '@outdial/core';
import type { AnswersOfList, Lead } from '@outdial/core';
import type { Db } from '../database/engine.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;
const WEEKS = 4;
/** ms after which the journal is read again: a list that was begun an hour ago is known by then. */
const READ_EVERY_MS = 20 * 60_000;
/** Attempts read of each span at most: enough to know a rate within half a point. */
const ATTEMPTS_MOST = 5_000;

/**
 * Gives each claimed lead the answer rate that its list is expected to have in this hour, so that a pacer
 * hears of a better list or of an evening's rise with the call, not from the answers. It reads the journal:
 * the same hour of the week (UTC) in the last four weeks, and the last hour. A process that starts anew knows
 * what the one before it knew.
 */
export class LearnedAnswerRates {
  readonly #ofCampaigns = new Map<string, { readonly step: number; readonly rates: ListAnswerRates }>();

  /** Reads the journal, unless it was read for this third of the hour. */
  async prepare(db: Db, campaignId: string, at: number): Promise<void> {
    const step = Math.floor(at / READ_EVERY_MS);
    if (this.#ofCampaigns.get(campaignId)?.step === step) return;
    const hour = at - (at % HOUR_MS);
    const sameHour = [];
    for (let week = 1; week <= WEEKS; week += 1) {
      const from = hour - week * WEEK_MS;
      sameHour.push(await readAnswers(db, { campaignId, from, to: from + HOUR_MS }));
    }
    const lastHour = await readAnswers(db, { campaignId, from: at - HOUR_MS, to: at });
    this.#ofCampaigns.set(campaignId, { step, rates: new ListAnswerRates({ sameHour, lastHour }) });
  }

  /** The lead with the rate of its list, unless it has a probability of its own or nothing is known. */
  scored(campaignId: string, lead: Lead): Lead {
    if (lead.answerProbability !== undefined) return lead;
    const answerProbability = this.#ofCampaigns.get(campaignId)?.rates.of(lead.listId);
    return answerProbability === undefined ? lead : { ...lead, answerProbability };
  }
}

const answersOfSpan = preparedQuery(
  (db: Db, { campaignId, from, to }: Given<{ campaignId: string; from: number; to: number }>) =>
    db
      .selectFrom((inner) =>
        inner
          .selectFrom('attempts')
          .select(['list_id', 'live_answer_at'])
          .where('campaign_id', '=', campaignId)
          .where('opened_at', '>=', from)
          .where('opened_at', '<', to)
          .where('dialed_at', 'is not', null)
          .where('ended_at', 'is not', null)
          .where('mode', 'not in', MODES_BESIDE_LISTS)
          .limit(ATTEMPTS_MOST)
          .as('dialed'),
      )
      .select(({ fn }) => [
        'list_id',
        fn.countAll<number>().as('calls'),
        fn.count<number>('live_answer_at').as('live_answers'),
      ])
      .groupBy('list_id'),
);

async function readAnswers(
  db: Db,
  span: { readonly campaignId: string; readonly from: number; readonly to: number },
): Promise<readonly AnswersOfList[]> {
  const rows = await answersOfSpan.all(db, span);
  return rows.map(({ list_id, calls, live_answers }) => ({
    listId: list_id,
    calls: Number(calls),
    liveAnswers: Number(live_answers),
  }));
}
