/** Consent for prerecorded, synthetic and autodialed calls. */
import type { Rule } from '../../../../engine/rule.js';
import { aiVoice } from './ai-voice.js';
import { reassignedNumber, revocation, revocationForAll } from './lost-consent.js';
import { emergencyLines, patientRooms } from './protected-lines.js';
import { residentialAdvertising, recordedSalesCalls } from './recorded-sales.js';
import { wirelessConsent, marketingConsent } from './wireless-lines.js';

/** Rules on consent to robocalls. */
export const robocallConsent: readonly Rule[] = [
  reassignedNumber,
  revocation,
  revocationForAll,
  wirelessConsent,
  marketingConsent,
  residentialAdvertising,
  recordedSalesCalls,
  emergencyLines,
  patientRooms,
  aiVoice,
];
