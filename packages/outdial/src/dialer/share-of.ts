/** The share that a dialer has in its campaign, as the campaign file says. */
import { CampaignShare, type CampaignShareParts } from './campaign-share.js';
import type { DialerParts } from './dialer-parts.js';

/** What a share asks of its dialer. */
type AskedOfDialer = Pick<CampaignShareParts, 'give' | 'state' | 'calls'>;

/** The share of a dialer; undefined: the campaign is worked by one dialer alone. */
export function shareOf(
  { campaign, records, store, onFault }: DialerParts,
  dialer: AskedOfDialer,
): CampaignShare | undefined {
  const { id: campaignId, dialing } = campaign.file;
  const { holdPart } = records;
  if (dialing.nodes === 1 || !holdPart) return undefined;
  return new CampaignShare({
    ...dialer,
    ...{ campaignId, store, shares: dialing.nodes, holdPart },
    whole: { lines: dialing.lines, callsPerSecond: dialing.callsPerSecond },
    onFault: (detail) => onFault?.({ where: 'store', detail }),
  });
}
