/** The text with which a new campaign begins: that of `outdial init`, for a list that is uploaded. */
import { startingCampaign, type StartingChoice } from 'outdial';
import { parseDocument } from 'yaml';

/** What a person says of a new campaign. */
export interface CampaignDraft extends StartingChoice {
  readonly campaignId: string;
  readonly name: string;
  readonly listId: string;
  /** IANA name of the agency's zone. */
  readonly timeZone: string;
}

/** Sections that are the server's, or of a campaign without people. */
const NOT_HERE = ['store', 'telephony', 'simulation', 'agents'] as const;

/** The text of a new campaign. It dials nobody before `live` is true. */
export function draftCampaign({ campaignId, name, listId, timeZone, ...choice }: CampaignDraft): string {
  const document = parseDocument(startingCampaign(choice));
  for (const section of NOT_HERE) document.delete(section);
  document.commentBefore = ' Every setting: docs/reference/campaign-file.md.';
  document.set('id', campaignId);
  document.set('name', name);
  document.set('timeZone', timeZone);
  document.set('allowList', document.createNode([]));
  document.set('lists', document.createNode([{ id: listId, defaultCountry: 'US' }]));
  return document.toString({ lineWidth: 0 });
}
