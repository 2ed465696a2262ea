/** Counts a campaign's leads as they stand at an instant, which may lie in the future. */
import { defined, errorFrom, type Fact, type Supply, type SurveyCommand } from '@outdial/core';
import { createLeadQueue, type LeadHints, type Store } from '@outdial/store';
import { LEAD_ERRORS } from '../leads/lead-errors.js';

/** What a survey is asked with. */
export interface SurveyParts extends LeadHints {
  readonly store: Store;
  readonly node: string;
  readonly callbacksToAnybodyAfterMs?: number | null;
}

/** The longest interval of a timer: the queue lives for one question and looks for nothing else. */
const NEVER_MS = 2 ** 31 - 1;

/**
 * Leads that are dialable at `at`, epoch ms, and why the others are not: retries and callbacks due by then,
 * and the calling windows as they are then. Asks a queue of its own, so that the engine's survey of now
 * stays. Throws `leads-not-counted`.
 */
export async function surveyAt(parts: SurveyParts, command: SurveyCommand): Promise<Supply> {
  const { store, node, windowOf, dialsCountry, selection, callbacksToAnybodyAfterMs } = parts;
  const { campaignId, at } = command;
  let supply: Supply | undefined;
  let why = '';
  const queue = createLeadQueue(store, {
    node,
    clock: () => at,
    pollEveryMs: NEVER_MS,
    sink: (fact: Fact) => {
      if (fact.type === 'leads.surveyed') supply = fact.supply;
    },
    onFault: ({ detail }) => void (why = detail),
    ...defined({ windowOf, dialsCountry, selection, callbacksToAnybodyAfterMs }),
  });
  queue.survey(command);
  await queue.stop();
  if (supply) return supply;
  throw errorFrom(LEAD_ERRORS, 'leads-not-counted', { campaign: campaignId, why });
}
