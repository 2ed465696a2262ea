/**
 * Third-party debt collection: Regulation F of the CFPB. Applies to `purpose: 'debt-collection'` unless
 * `firstParty`.
 */
import type { Rule } from '../../../../engine/rule.js';
import { representedConsumer, placeOfWork } from './attorney-and-workplace.js';
import {
  sevenCallsInSevenDays,
  pauseAfterConversation,
  unconnectedAttempts,
  particularDebt,
} from './call-frequency.js';
import { collectionHours, locationConflict } from './calling-hours.js';
import { thirdParties, identity, records, stateLaw } from './campaign-duties.js';
import { directConsent } from './direct-consent.js';
import { inconvenientTimes } from './inconvenient-times.js';
import { ceaseNotice, mediumOptOut } from './stop-requests.js';

/** Rules of Regulation F. */
export const regulationFRules: readonly Rule[] = [
  collectionHours,
  locationConflict,
  inconvenientTimes,
  representedConsumer,
  placeOfWork,
  ceaseNotice,
  mediumOptOut,
  sevenCallsInSevenDays,
  pauseAfterConversation,
  directConsent,
  unconnectedAttempts,
  particularDebt,
  thirdParties,
  identity,
  records,
  stateLaw,
];
