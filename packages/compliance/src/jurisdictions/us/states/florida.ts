/** Florida: calling hours, a cap on sales calls, and consent to automated dialing. */
import { isStartedByMachine, type Context } from '../../../engine/context.js';
import { everyDay } from '../../../engine/schedule.js';
import { autodialConsent } from '../state-rules/autodial-consent.js';
import { salesCallCap } from '../state-rules/sales-call-cap.js';
import { stateHours } from '../state-rules/state-hours.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import { creditorBars } from '../state-rules/creditor-bars.js';
import { hasRelationship } from '../../../engine/consent.js';
import { dayNumber } from '../../../time/civil-date.js';
import { EVER_MONTHS } from '../terms.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** 2023-05-25, when section 501.059(8) was narrowed to unsolicited sales calls. */
const NARROWED = dayNumber(2023, 5, 25);

/** A contract, or a purchase or inquiry however long ago, not ended by a request to stop. */
function isSolicitedSince2023(context: Context, at: number): boolean {
  if (!context.zones.every((zone) => zone.localDay(at) >= NARROWED)) return false;
  return (
    context.lead.existingContract === true ||
    hasRelationship(context, at, { transactionMonths: EVER_MONTHS, inquiryMonths: EVER_MONTHS })
  );
}

/** The calling law of Florida. */
export const florida: StateLaw = {
  code: 'FL',
  creditors: 'bound',
  registry: 'Florida Do Not Call List',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.fl.hours',
      jurisdiction: 'US-FL',
      title: 'Florida calling hours',
      citation: 'Fla. Stat. 501.616(6)(a)',
      business: 'inside',
      values: [
        {
          from: '2021-07-01',
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Florida Statutes',
            href:
              'http://www.leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute' +
              '&URL=0500-0599/0501/Sections/0501.616.html',
            pinpoint: '501.616(6)(a)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'A Florida area code is presumed to reach a Floridian.',
    }),
    salesCallCap({
      id: 'us.fl.freq',
      jurisdiction: 'US-FL',
      title: 'Florida: three sales calls on a subject in 24 hours',
      citation: 'Fla. Stat. 501.616(6)(b)',
      business: 'inside',
      subject: 'same',
      values: [
        {
          from: '2021-07-01',
          value: { max: 3, period: { hours: 24 } },
          source: {
            title: 'Florida Statutes',
            href:
              'http://www.leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute' +
              '&URL=0500-0599/0501/Sections/0501.616.html',
            pinpoint: '501.616(6)(b)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    autodialConsent({
      id: 'us.fl.autodial_consent',
      jurisdiction: 'US-FL',
      title: 'Florida: written consent for automated selection and dialing',
      citation: 'Fla. Stat. 501.059(8)',
      exempt: isSolicitedSince2023,
      values: [
        {
          from: '2021-07-01',
          value: 'written',
          source: {
            title: 'Florida Statutes',
            href:
              'http://www.leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute' +
              '&URL=0500-0599/0501/Sections/0501.059.html',
            pinpoint: '501.059(8)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Covers recorded messages. Outside: a call a person starts by a click; since 2023-05-25 also calls ' +
        'that are not unsolicited: an existing contract or debt, a prior or existing business relationship.',
      review: ({ campaign }) =>
        campaign.purpose === 'telemarketing' && isStartedByMachine(campaign)
          ? [
              {
                topic: 'consent',
                severity: 'notice',
                message:
                  'In Florida, Oklahoma and Maryland this mode needs written consent of each lead, ' +
                  'live agent or not.',
                remedy: 'Call those without consent by preview started by a click, or manually.',
              },
            ]
          : [],
    }),
    creditorHours({
      id: 'us.fl.debt_hours',
      jurisdiction: 'US-FL',
      title: 'Florida: collection calls from 8 to 21, by creditors, too',
      citation: 'Fla. Stat. 559.72(17)',
      values: [
        {
          from: '1972-01-01',
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'Florida Statutes',
            href: 'https://www.flsenate.gov/Laws/Statutes/2025/559.72',
            pinpoint: '559.72(17)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks:
        'Binds every person who collects a consumer debt, in the time zone of the debtor. Consent on ' +
        'file to calls is not read as consent to these hours. The section is of 1972 (ch. ' +
        '72-81), the paragraph perhaps younger. The year is from memory; its first day is used.',
    }),
    creditorBars({
      id: 'us.fl.debt_attorney',
      jurisdiction: 'US-FL',
      title: 'Florida: a debtor with an attorney is not called by the creditor either',
      citation: 'Fla. Stat. 559.72(18)',
      bars: ['attorney'],
      values: [
        {
          from: '1972-01-01',
          value: 'the attorney only',
          source: {
            title: 'Florida Statutes',
            href: 'https://www.flsenate.gov/Laws/Statutes/2025/559.72',
            pinpoint: '559.72(18)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Binds every person who collects a consumer debt. The exceptions (an attorney who does not respond ' +
        'for 30 days or consents, a debtor who calls) are no facts of a request: such calls go without the ' +
        'fact. The section is of 1972 (ch. 72-81), the paragraph perhaps younger. The year is ' +
        'from memory; its first day is used.',
    }),
  ],
};
