/** Oklahoma: calling hours, a cap on sales calls, and consent to automated dialing. */
import { everyDay } from '../../../engine/schedule.js';
import { autodialConsent } from '../state-rules/autodial-consent.js';
import { salesCallCap } from '../state-rules/sales-call-cap.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { hasRelationship } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import { EVER_MONTHS } from '../terms.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** 15 O.S. 775C.5: people who bought from the seller before. */
function isEarlierBuyer(context: Context, at: number): boolean {
  return hasRelationship(context, at, { transactionMonths: EVER_MONTHS, inquiryMonths: null });
}

/** The calling law of Oklahoma. */
export const oklahoma: StateLaw = {
  code: 'OK',
  registry: 'Oklahoma Do Not Call Registry',
  rules: [
    stateHours({
      id: 'us.ok.hours',
      jurisdiction: 'US-OK',
      title: 'Oklahoma calling hours',
      citation: '15 O.S. 775C.4(A)',
      business: 'inside',
      lifted: isEarlierBuyer,
      values: [
        {
          from: '2022-11-01',
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Oklahoma Statutes, title 15',
            href: 'https://law.justia.com/codes/oklahoma/title-15/section-15-775c-4/',
            pinpoint: '775C.4(A)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Earlier buyers of the seller are exempt, as from the whole Act (775C.5); of its further ' +
        'exemptions (licensed trades, sales completed face to face) no fact of a request tells. ' +
        'From a secondary page.',
    }),
    salesCallCap({
      id: 'us.ok.freq',
      jurisdiction: 'US-OK',
      title: 'Oklahoma: three sales calls on a subject in 24 hours',
      citation: '15 O.S. 775C.4',
      business: 'inside',
      subject: 'same',
      lifted: isEarlierBuyer,
      values: [
        {
          from: '2022-11-01',
          value: { max: 3, period: { hours: 24 } },
          source: {
            title: 'Oklahoma Statutes, title 15',
            href: 'https://law.justia.com/codes/oklahoma/title-15/section-15-775c-4/',
            pinpoint: '775C.4',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    autodialConsent({
      id: 'us.ok.autodial_consent',
      jurisdiction: 'US-OK',
      title: 'Oklahoma: written consent for automated selection or dialing',
      citation: '15 O.S. 775C.3',
      exempt: isEarlierBuyer,
      values: [
        {
          from: '2022-11-01',
          value: 'written',
          source: {
            title: 'Oklahoma Statutes, title 15',
            href: 'https://law.justia.com/codes/oklahoma/title-15/section-15-775c-3/',
            pinpoint: '775C.3',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    recordedConsent({
      id: 'us.ok.recorded_consent',
      jurisdiction: 'US-OK',
      title: 'Oklahoma: recorded calls need consent or a live introduction',
      citation: '15 O.S. 755.1(C)(3)',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: ['purchase', 'creditor'],
          source: {
            title: 'Oklahoma Statutes, title 15',
            href: 'https://law.justia.com/codes/oklahoma/title-15/section-15-755-1/',
            pinpoint: '755.1(C)(3)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks:
        'Four situations only: calls that the person asked for in writing or began; goods or services ' +
        'ordered or purchased before; creditors and their assignees; an introduction by a live operator. ' +
        'Express consent stands for the request.',
    }),
    stateHours({
      id: 'us.ok.adad_hours',
      jurisdiction: 'US-OK',
      title: 'Oklahoma: announcing devices from 9 to 21',
      citation: '15 O.S. 755.1(C)(2)',
      voices: 'recorded',
      purposes: DEVICE_PURPOSES.filter((purpose) => purpose !== 'debt-collection'),
      scope: 'call',
      business: 'inside',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('09:00-21:00'),
          source: {
            title: 'Oklahoma Statutes, title 15',
            href: 'https://law.justia.com/codes/oklahoma/title-15/section-15-755-1/',
            pinpoint: '755.1(C)(2)(a)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks: 'Binds the device, whatever the call is about; collection has the federal hours.',
    }),
    creditorHours({
      id: 'us.ok.adad_debt_hours',
      jurisdiction: 'US-OK',
      title: 'Oklahoma: recorded collection calls from 8 to 21',
      citation: '15 O.S. 755.1(C)(2)(b)',
      voices: 'recorded',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'Oklahoma Statutes, title 15',
            href: 'https://law.justia.com/codes/oklahoma/title-15/section-15-755-1/',
            pinpoint: '755.1(C)(2)(b)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks: 'The hours of the federal Fair Debt Collection Practices Act, for creditors as well.',
    }),
  ],
};
