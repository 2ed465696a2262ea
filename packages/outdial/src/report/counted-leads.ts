/** What a count of a campaign's leads goes by: its lists, the law's calling windows, whose callbacks wait. */
import type { LeadHints, LeadSelection, PlaceHints, ReportRange } from '@outdial/store';
import { callbacksToAnybodyAfter } from '../campaign-file/to-settings.js';
import type { CampaignFile } from '../campaign-file/types.js';
import type { CampaignCompliance } from '../gate/campaign-compliance.js';

/** Counts leads as a running campaign does, also before its first run. */
export function countedLeads(
  file: CampaignFile,
  law: Pick<CampaignCompliance, keyof PlaceHints>,
  selection: LeadSelection,
): Pick<ReportRange, 'lists' | keyof LeadHints | 'onlyNumbers' | 'callbacksToAnybodyAfterMs'> {
  return {
    lists: file.lists.map(({ id }) => id),
    windowOf: law.windowOf,
    dialsCountry: law.dialsCountry,
    selection,
    ...(file.live ? {} : { onlyNumbers: file.allowList }),
    callbacksToAnybodyAfterMs: callbacksToAnybodyAfter(file),
  };
}
