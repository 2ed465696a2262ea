/** How a campaign's leads stand, for reports. */
import { defined, type Supply } from '@outdial/core';
import { placeWindows } from '../leads/place-windows.js';
import type { LeadHints } from '../leads/selection/lead-selection.js';
import { surveyLeads } from '../leads/survey.js';
import type { Store } from '../open-store.js';
import type { ReportRange } from './report-range.js';

/** How a campaign's leads stand at the store's clock: the agents who are logged in are not known. */
export async function surveyCampaign(
  store: Store,
  campaignId: string,
  range: Pick<
    ReportRange,
    'listId' | 'lists' | 'onlyNumbers' | 'callbacksToAnybodyAfterMs' | keyof LeadHints
  > = {},
): Promise<Supply> {
  const { listId, onlyNumbers, callbacksToAnybodyAfterMs = null } = range;
  const lists = listId === undefined ? range.lists : [listId];
  return surveyLeads(store.engine.db, {
    campaignId,
    at: store.clock(),
    windows: placeWindows(range),
    callbacksToAnybodyAfterMs,
    kind: store.engine.kind,
    ...defined({ lists, onlyNumbers, filter: range.selection?.filter }),
  });
}
