/** The United Kingdom: Ofcom's policy on persistent misuse, PECR, and industry hours. */
import { covers, type Pack } from '../../engine/pack.js';
import { afterAbandonedCall, afterMachineDetection } from './agent-guaranteed.js';
import { callerNumber } from './caller-number.js';
import { collectionHours, marketingHours } from './calling-hours.js';
import { automatedMarketing, claimsManagement, fines, liveMarketing, pensions } from './marketing.js';
import { abandonedCallMessage, abandonedCalls, ringTime } from './persistent-misuse.js';

/** Rules of the United Kingdom. */
export const unitedKingdom: Pack = {
  country: 'GB',
  name: 'United Kingdom',
  timeZone: 'Europe/London',
  registries: [{ id: 'GB', name: 'Telephone Preference Service', of: 'country' }],
  rules: [
    abandonedCalls,
    abandonedCallMessage,
    ringTime,
    afterAbandonedCall,
    afterMachineDetection,
    callerNumber,
    automatedMarketing,
    liveMarketing,
    claimsManagement,
    pensions,
    fines,
    marketingHours,
    collectionHours,
  ],
  unmodelled: covers('GB', {
    telemarketing: 'any',
    charity: 'any',
    political: 'any',
    'debt-collection': 'any',
    informational: 'any',
    research: 'any',
    healthcare: 'any',
    'financial-alert': 'any',
  }),
};
