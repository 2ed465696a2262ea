/** Recorded and synthetic voices: consent to solicitations, hours, and what the message says. */
import { ALL_PURPOSES, type Rule } from '../../engine/rule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { consentNeeded, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { reviewIdentification } from '../../rules/recorded-message.js';
import { about } from '../about.js';
import { HOURS } from './calling-hours.js';
import { isNoSolicitation } from './solicitation.js';
import { utr } from './sources.js';

const PUBLIC_SERVICE = /public[^a-z]*service/i;

/** Consent to recorded telemarketing. */
export const recordedConsent: Rule = consentNeeded({
  id: 'ca.adad.consent',
  jurisdiction: 'CA',
  title: 'Recorded telemarketing needs express consent',
  citation: 'CRTC Unsolicited Telecommunications Rules, Part IV s. 2',
  purposes: ['telemarketing', 'charity', 'political'],
  voices: 'recorded',
  parameter: {
    unit: 'consent',
    values: [
      {
        from: '2008-09-30',
        value: 'express' as const,
        source: utr('Part IV s. 2; CRTC 2014-155; with the National Do Not Call List, in force 2008-09-30'),
        verification: 'secondary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  what: 'A recorded or synthetic solicitation',
  exempt: isNoSolicitation,
  remarks: 'No exception for a business relationship.',
  review: (question) => reviewRecordedMarketing(question, 'Canada'),
});

/** Hours of recorded calls, and what their message says. */
export const recordedHours: Rule = callingWindow({
  id: 'ca.adad.hours',
  jurisdiction: 'CA',
  title: 'Recorded calls keep the telemarketing hours',
  citation: 'CRTC Unsolicited Telecommunications Rules, Part IV s. 4; TRP CRTC 2009-200',
  purposes: ALL_PURPOSES,
  voices: 'recorded',
  scope: 'call',
  parameter: {
    unit: 'local time of the called party',
    values: [
      {
        from: '2009-04-14',
        value: HOURS,
        source: utr('Part IV s. 4; TRP CRTC 2009-200'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  lifted: (context) => context.campaign.purpose === 'informational' && PUBLIC_SERVICE.test(about(context)),
  remarks:
    'Identify at the start, repeat at the end beyond 60 s, give a local or toll-free number. ' +
    'Emergencies and public service (an informational call whose campaign.content or subject says so) ' +
    'are outside.',
  duties: () => [
    {
      kind: 'message',
      when: 'recorded-message',
      content: 'identification at the start, repeated at the end beyond 60 s; local or toll-free number',
    },
  ],
  review: reviewIdentification,
});
