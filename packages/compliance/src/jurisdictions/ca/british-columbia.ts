/** British Columbia: licensed telemarketers do not call on statutory holidays, and once a month. */
import type { HistoryOutcome, Purpose } from '../../contract.js';
import { askRegistration } from '../../review/registrations.js';
import type { Context } from '../../engine/context.js';
import { hasConsent } from '../../engine/consent.js';
import { isSameSeller, isSameSubject } from '../../engine/history.js';
import type { Source } from '../../engine/parameter.js';
import type { Rule } from '../../engine/rule.js';
import { weekly } from '../../engine/schedule.js';
import { isSalesCampaign } from '../../review/campaign-kind.js';
import { callingWindow } from '../../rules/calling-window.js';
import { frequencyCap } from '../../rules/frequency-cap.js';
import { britishColumbianHolidays } from './holidays.js';

const LICENSING: Source = {
  title: 'Consumer Protection BC on the Telemarketer Licensing Regulation',
  href: 'https://consumerprotectionbc.ca/2011/07/everything-you-wanted-to-know-about-telemarketers',
  pinpoint: 'when and how often',
};
const CITATION = 'B.C. Telemarketer Licensing Regulation';
const SALES: readonly Purpose[] = ['telemarketing', 'charity'];

/** Calls to businesses, and charities that call themselves, need no licence. */
function isUnlicensed(context: Context): boolean {
  if (context.lead.isBusiness === true) return true;
  return context.campaign.purpose === 'charity' && context.campaign.firstParty === true;
}

/** Outcomes in which the consumer was contacted: a person heard the call, or a message was left. */
const CONTACTS: ReadonlySet<HistoryOutcome> = new Set([
  'conversation',
  'refused',
  'abandoned',
  'voicemail',
  'message-delivered',
  'unknown',
]);

/** Rules of British Columbia on sales calls. */
export const britishColumbia: readonly Rule[] = [
  callingWindow({
    id: 'ca.bc.holiday',
    jurisdiction: 'CA-BC',
    title: 'No sales calls on statutory holidays of British Columbia',
    citation: CITATION,
    purposes: SALES,
    parameter: {
      unit: 'local time of the called party',
      values: [
        {
          from: '2005-07-01',
          value: {
            ...weekly({ weekdays: '*', saturday: '*', sunday: '*' }),
            holidays: britishColumbianHolidays,
          },
          source: LICENSING,
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    lifted: isUnlicensed,
    remarks:
      'Consumers alone; charities that call themselves (campaign.firstParty) and political parties need no ' +
      'licence. Consent does not lift it. The hours of the Regulation are those of the CRTC.',
    review: (question) =>
      isSalesCampaign(question.campaign)
        ? askRegistration(question, {
            place: 'CA-BC',
            kinds: ['licence'],
            message: 'Telemarketers who call consumers in British Columbia need a licence there.',
            remedy: 'Obtain it from Consumer Protection BC.',
          })
        : [],
  }),
  frequencyCap({
    id: 'ca.bc.once30',
    jurisdiction: 'CA-BC',
    title: 'One contact in 30 days about the same offer, without permission for more',
    citation: CITATION,
    purposes: SALES,
    parameter: {
      unit: 'contacts about the offer',
      values: [
        {
          from: '2005-07-01',
          value: { max: 1, period: { hours: 30 * 24 } },
          source: LICENSING,
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    counts: (entry, context) =>
      entry.direction === 'outbound' &&
      CONTACTS.has(entry.outcome) &&
      isSameSubject(entry, context) &&
      isSameSeller(entry, context),
    counted: 'contacts about the same offer',
    lifted: (context, at) => isUnlicensed(context) || hasConsent(context, at, 'express'),
    remarks:
      'The same offer is the subject of the campaign, by the same seller; where neither is named, every ' +
      'sales ' +
      'contact counts. Unanswered calls are no contact. Express consent is the permission.',
  }),
];
