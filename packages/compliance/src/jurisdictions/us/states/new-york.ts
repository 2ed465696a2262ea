/** New York: calling hours, and the ban on telemarketing during a declared emergency. */
import { hasConsent } from '../../../engine/consent.js';
import { everyDay } from '../../../engine/schedule.js';
import { emergencyBan } from '../state-rules/emergency-ban.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { reviewNote } from '../state-rules/review-note.js';
import { stateHours } from '../state-rules/state-hours.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of New York. */
export const newYork: StateLaw = {
  code: 'NY',
  creditors: 'bound',
  rules: [
    stateHours({
      id: 'us.ny',
      jurisdiction: 'US-NY',
      title: 'New York calling hours',
      citation: 'N.Y. GBL 399-z(2), (5-a)',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'New York General Business Law',
            href: 'https://www.nysenate.gov/legislation/laws/GBS/399-Z',
            pinpoint: '399-z(2), (5-a)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'Callers identify themselves and offer their own do-not-call list at the start. Express consent ' +
        'to a call at a different time lifts the hours: consent on file to calls is not read as that.',
    }),
    reviewNote({
      id: 'us.ny.adad',
      jurisdiction: 'US-NY',
      title: 'New York: recordings name the caller and the nature of the call',
      citation: 'N.Y. GBL 399-p(2)-(3)',
      purposes: DEVICE_PURPOSES,
      voices: 'recorded',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: 'a device is used as the section says: who calls and why, an end when the person hangs up',
          source: {
            title: 'New York General Business Law',
            href: 'https://www.nysenate.gov/legislation/laws/GBS/399-P/',
            pinpoint: '399-p(1), (2) read; (3) from memory',
          },
          verification: 'memory',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'About what the message says, so no single call is decided by it. Whatever the message is about; ' +
        'devices of nonprofits are inside.',
      review: ({ campaign }) =>
        campaign.voice === 'live'
          ? []
          : [
              {
                topic: 'recorded-message',
                severity: 'notice',
                message: 'New York asks recordings to say at the start who calls and why.',
                remedy: 'Say it, give a number at the end, and hang up with the person.',
              },
            ],
    }),
    emergencyBan({
      id: 'us.ny.emergency',
      jurisdiction: 'US-NY',
      title: 'New York: no telemarketing during a declared emergency',
      citation: 'N.Y. GBL 399-z(5-a)',
      lifted: (context, at) => hasConsent(context, at, 'express'),
      values: [
        {
          from: '2019-01-01',
          value: 'no solicitation while it lasts',
          source: {
            title: 'New York General Business Law',
            href: 'https://www.nysenate.gov/legislation/laws/GBS/399-Z',
            pinpoint: '399-z(5-a), as added by chapter 680 of 2019',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Read in a bill of 2023 that would narrow it and was not passed. ' +
        'The day in 2019 is not established: its first is used. ' +
        'Calls the person asked for (prior express consent) are outside. Emergencies are given to ' +
        'createCompliance().',
    }),
    creditorHours({
      id: 'us.ny.debt_hours',
      jurisdiction: 'US-NY',
      title: 'New York: collection calls from 8 to 21, by creditors, too',
      citation: 'N.Y. GBL 601(6)',
      values: [
        {
          from: '1973-01-01',
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'New York General Business Law',
            href: 'https://www.nysenate.gov/legislation/laws/GBS/601',
            pinpoint: '601(6)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Binds principal creditors and their agents. Section 601(6) bars unusual hours that can be ' +
        'expected to abuse or harass. The text names no hours of the clock: 8 to 21 is the strict reading ' +
        'of it. Article 29-H is of 1973. The year is from memory; its first day is used.',
    }),
  ],
};
