/** California: hours of announcing devices. */
import { everyDay } from '../../../engine/schedule.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of California. */
export const california: StateLaw = {
  code: 'CA',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.ca.adad_hours',
      jurisdiction: 'US-CA',
      title: 'California: announcing devices from 9 to 21',
      citation: 'Cal. PUC 2872',
      voices: 'recorded',
      purposes: DEVICE_PURPOSES,
      scope: 'call',
      business: 'inside',
      values: [
        {
          from: null,
          value: everyDay('09:00-21:00'),
          source: {
            title: 'California Public Utilities Code',
            href:
              'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=PUC' +
              '&sectionNum=2872',
            pinpoint: '2872',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Binds the device. It also needs a live introduction or consent (PUC 2874): a review item.',
    }),
  ],
};
