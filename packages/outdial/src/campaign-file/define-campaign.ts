/** A campaign as an object literal that editors complete and the compiler checks. */
import type { CampaignInput } from './types.js';

/**
 * Gives a campaign back unchanged; editors complete its settings and the compiler checks them. The values
 * themselves are checked by `createDialer`.
 *
 * @example
 * export const spring = defineCampaign({ id: 'spring', name: 'Spring', mode: 'progressive', ... });
 */
export function defineCampaign(campaign: CampaignInput): CampaignInput {
  return campaign;
}
