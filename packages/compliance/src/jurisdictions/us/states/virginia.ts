/** Virginia: calling hours of sales calls, and consent to recorded ones. */
import { hasConsent } from '../../../engine/consent.js';
import { rule } from '../../../engine/rule.js';
import type { Source } from '../../../engine/parameter.js';
import { everyDay } from '../../../engine/schedule.js';
import { anniversary } from '../anniversary.js';
import { UNDATED } from '../state-rules/undated.js';
import { hasEbr, requestInForceAt } from '../terms.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';

const UNWANTED: Source = {
  title: 'Code of Virginia, Telephone Privacy Protection Act',
  href: 'https://law.lis.virginia.gov/vacode/59.1-514/',
  pinpoint: '59.1-514(A), (B), (D)',
};

/** The calling law of Virginia. */
export const virginia: StateLaw = {
  code: 'VA',
  rules: [
    stateHours({
      id: 'us.va',
      jurisdiction: 'US-VA',
      title: 'Virginia calling hours',
      citation: 'Va. Code 59.1-511',
      business: 'inside',
      values: [
        {
          from: '2001-01-01',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Code of Virginia',
            href: 'https://law.lis.virginia.gov/vacode/59.1-511/',
            pinpoint: '59.1-511',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'Reaches any landline or wireless number with a Virginia area code, businesses included. The ' +
        'section lifts the hours with prior consent of the called person: consent on file to calls is ' +
        'not read as consent to other hours. Abandoned calls hear a message (59.1-513.1). Acts 2001, cc. ' +
        '528, 553; businesses since 2004, kept inside before. The day in the year is not established: ' +
        'its first is used.',
      duties: () => [{ kind: 'records', years: 10, what: 'opt-outs in Virginia' }],
    }),
    rule<string>({
      id: 'us.va.dnc',
      jurisdiction: 'US-VA',
      title: 'Virginia: no sales calls to registered numbers, businesses included',
      citation: 'Va. Code 59.1-514(B), (D)',
      parameter: {
        unit: 'text',
        values: [
          {
            from: null,
            undated: UNDATED.amended,
            value: 'numbers on the national registry are not called',
            source: UNWANTED,
            verification: 'primary',
            verifiedOn: '2026-11-27',
          },
        ],
      },
      needs: ['lead.doNotCall'],
      check: (context, at) =>
        context.lead.doNotCall?.national === true &&
        !hasConsent(context, at, 'written') &&
        !hasEbr(context, at)
          ? {
              until: null,
              because:
                'The number is registered: Virginia forbids sales calls to it, of businesses, too, ' +
                'without a signed agreement or a relationship (a purchase of 18 months, an inquiry of ' +
                'three).',
            }
          : undefined,
      remarks:
        'Any number with a Virginia area code, of businesses, too, which federal law leaves out. The ' +
        'text names no exception for nonprofits. Since 2026-01-01 (SB 1339) the section reaches text ' +
        'messages.',
    }),
    rule<number>({
      id: 'us.va.dnc_internal',
      jurisdiction: 'US-VA',
      title: 'Virginia: a request to stop is honoured for ten years',
      citation: 'Va. Code 59.1-514(A)',
      parameter: {
        unit: 'years',
        values: [
          {
            from: null,
            undated: UNDATED.amended,
            value: 10,
            source: UNWANTED,
            verification: 'primary',
            verifiedOn: '2026-11-27',
          },
        ],
      },
      needs: ['lead.doNotCall'],
      check: (context, at, years) => {
        const requestedAt = requestInForceAt(context, at);
        if (requestedAt === undefined) return undefined;
        const until = anniversary(context, requestedAt, years);
        return at < until
          ? {
              until,
              because: `The person asked this caller to stop; Virginia honours it for ${years} years.`,
            }
          : undefined;
      },
      remarks:
        'Twice the time of federal law, and for businesses and nonprofits, too. In force before SB 1339, ' +
        'which adds text messages from 2026-01-01.',
    }),
    recordedConsent({
      id: 'us.va.recorded_consent',
      jurisdiction: 'US-VA',
      title: 'Virginia: recorded sales calls need consent or a live introduction',
      citation: 'Va. Code 59.1-518.1, 59.1-518.2',
      purposes: ['telemarketing'],
      values: [
        {
          from: '2009-01-01',
          value: ['relationship', 'purchase'],
          source: {
            title: 'Code of Virginia, chapter 44.1',
            href: 'https://law.lis.virginia.gov/vacodefull/title59.1/chapter44.1/',
            pinpoint: '59.1-518.1, 59.1-518.2; 2009, c. 699',
          },
          verification: 'primary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Businesses are inside. Unsolicited means without an earlier business or personal relationship, ' +
        'however old. The day in 2009 is not established: its first is used.',
    }),
  ],
};
