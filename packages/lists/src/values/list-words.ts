/** Every closed vocabulary of lists by its column, for the guide. */
import { CALL_PERMISSION_WORDS } from './call-permission.js';
import { CONSENT_WORDS } from './consent-words.js';
import { LISTED_WORDS, NOT_LISTED_WORDS, REGISTER_WORDS } from './do-not-call-flag.js';
import { LINE_TYPE_WORDS } from './line-type.js';
import { MEDIA_WORDS } from './media-words.js';
import { BANKRUPT_WORDS, DECEASED_WORDS, NOT_KNOWN_WORDS, REASSIGNED_WORDS } from './person-words.js';
import { STATUS_WORDS } from './status-words.js';
import { BUSINESS_WORDS, CALLED_PARTY_WORDS, PHONE_USE_WORDS } from './use-words.js';
import { YES_NO } from './yes-no.js';

/** What a vocabulary is of, to each meaning, to the whole texts that have it. */
export const LIST_WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'yes and no': YES_NO,
  consentType: CONSENT_WORDS,
  callPermission: CALL_PERMISSION_WORDS,
  'do-not-call columns': {
    listed: LISTED_WORDS,
    'public registers': REGISTER_WORDS,
    'not listed': NOT_LISTED_WORDS,
  },
  'attorney, ceaseReceivedAt, ceaseMailedAt, employerProhibits, inconvenientTimes': { no: NOT_KNOWN_WORDS },
  deceased: DECEASED_WORDS,
  bankrupt: BANKRUPT_WORDS,
  reassigned: REASSIGNED_WORDS,
  channelOptOut: MEDIA_WORDS,
  lineType: LINE_TYPE_WORDS,
  phoneUse: PHONE_USE_WORDS,
  isBusiness: BUSINESS_WORDS,
  status: STATUS_WORDS,
  numberProvidedBy: { 'called-party': CALLED_PARTY_WORDS },
};
