/** Federal rules that are not decided call by call: review items, duties and notes, each with its reason. */
import type { Rule } from '../../../../engine/rule.js';
import { callerNumber, spoofing, attestation, callerNumberAndName } from './caller-number.js';
import { callerNames, promptDisclosures } from './disclosures.js';
import { portedNumbers, businessLines, lineProbing } from './lines.js';
import { oneSellerPerConsent, politicalCalls, businessCalls } from './reach.js';
import { recordedIdentification, recordedOptOut } from './recorded-messages.js';
import { telemarketingRecords } from './records.js';

/** Rules that shape a campaign rather than one call. */
export const federalCampaignRules: readonly Rule[] = [
  portedNumbers,
  businessLines,
  lineProbing,
  recordedIdentification,
  recordedOptOut,
  callerNames,
  oneSellerPerConsent,
  callerNumber,
  spoofing,
  attestation,
  politicalCalls,
  callerNumberAndName,
  promptDisclosures,
  telemarketingRecords,
  businessCalls,
];
