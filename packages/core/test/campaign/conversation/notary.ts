/** A campaign whose agents may reach one telephone number: the notary's. */
import {
  DEFAULT_CONVERSATIONS,
  DEFAULT_OUTSIDE,
  type CampaignSettings,
  type ConversationSettings,
} from '../../../src/index.js';

export const NOTARY = { name: 'Notary', phone: '+12125550190' };
export const named = { kind: 'named', name: 'Notary' };

export const outside = (changes: Partial<ConversationSettings> = {}): Partial<CampaignSettings> => ({
  conversations: {
    ...DEFAULT_CONVERSATIONS,
    outside: { ...DEFAULT_OUTSIDE, directory: [NOTARY], talkMostMs: 600_000 },
    ...changes,
  },
});
