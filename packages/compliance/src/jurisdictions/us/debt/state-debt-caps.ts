/** State and city caps on collection calls. */
import type { HistoryEntry } from '../../../contract.js';
import type { Context } from '../../../engine/context.js';
import {
  isConnectedCall,
  isConversation,
  isPlacedCall,
  isSameDebt,
  isToThisPhone,
} from '../../../engine/history.js';
import { since, type Source } from '../../../engine/parameter.js';
import { later, rule, type Rule } from '../../../engine/rule.js';
import { everyDay, type Schedule } from '../../../engine/schedule.js';
import { capRefusal, type Cap } from '../../../rules/frequency-cap.js';
import { hoursRefusal } from '../../../rules/calling-window.js';
import { stateLaw } from '../sources.js';
import { stateParameter } from '../states/state-rules.js';

const DEBT = ['debt-collection'] as const;
const isWork = (context: Context): boolean => context.lead.phoneUse === 'work';
const isFirstParty = (context: Context): boolean => context.campaign.firstParty === true;
const isDebtCall = (entry: HistoryEntry, context: Context): boolean =>
  isConnectedCall(entry) && isSameDebt(entry, context);
const isDebtCallToWork = (entry: HistoryEntry, context: Context): boolean =>
  isDebtCall(entry, context) && isToThisPhone(entry, context);
const isDebtConversation = (entry: HistoryEntry, context: Context): boolean =>
  isConversation(entry) && isSameDebt(entry, context);

interface CapWithHours {
  readonly cap: Cap;
  readonly workCap?: Cap;
  readonly conversations?: Cap;
  readonly hours?: Schedule;
}

const NYC = (pinpoint: string): Source =>
  stateLaw('Rules of the City of New York, title 6', pinpoint, 'https://rules.cityofnewyork.us/');

/** An attempt by any medium: since 2027 electronic media count, and so do busy lines. */
const isNycAttempt = (entry: HistoryEntry, context: Context): boolean =>
  entry.direction === 'outbound' &&
  (isPlacedCall(entry) || entry.outcome === 'email') &&
  isSameDebt(entry, context);

const newYorkCity: readonly Rule[] = [
  rule<CapWithHours>({
    id: 'us.nyc.debt_3in7',
    jurisdiction: 'US-NYC',
    title: 'New York City: three attempts in seven days per account',
    citation: '6 RCNY 5-77(b), as amended',
    purposes: DEBT,
    parameter: {
      unit: 'attempts per account',
      values: [
        since<CapWithHours>(
          '2027-01-01',
          { cap: { max: 3, period: { days: 7 } }, conversations: { max: 1, period: { days: 7 } } },
          NYC('5-77(b)'),
          'memory',
        ),
      ],
    },
    check: (context, at, value) =>
      later(
        capRefusal(context, at, value.cap, isNycAttempt, 'attempts about this account'),
        value.conversations
          ? capRefusal(
              context,
              at,
              { ...value.conversations },
              isDebtConversation,
              'exchange about this account',
            )
          : undefined,
      ),
    needs: ['campaign.debtId'],
    remarks:
      'From 2027-01-01 (the start of 2026-09-01 was postponed). Original creditors are covered once in collection; electronic media count. Also no attempt within seven days after an exchange. The numbers are from memory.',
  }),
  rule<CapWithHours>({
    id: 'us.nyc.debt_2in7_old',
    jurisdiction: 'US-NYC',
    title: 'New York City: two contacts in seven days',
    citation: '6 RCNY 5-77(b)(1)(iv)',
    purposes: DEBT,
    parameter: {
      unit: 'contacts',
      values: [
        {
          ...since<CapWithHours>(
            '2010-01-01',
            { cap: { max: 2, period: { days: 7 } } },
            NYC('5-77(b)(1)(iv)'),
            'secondary',
            '2027-01-01',
          ),
        },
      ],
    },
    check: (context, at, value) => capRefusal(context, at, value.cap, isDebtCall, 'contacts about this debt'),
    needs: ['campaign.debtId'],
    remarks: "Until 2026-12-31; collectors and creditors' collection staff.",
  }),
];

const MA = {
  state: 'MA',
  id: 'us.ma.debt_2in7',
  title: '',
  citation: '940 CMR 7.04(1)(f); 209 CMR 18.16(1)(d)',
} as const;
const WA = { state: 'WA', id: 'us.wa.debt_3week', title: '', citation: 'RCW 19.16.250' } as const;
const WV = { state: 'WV', id: 'us.wv.debt_30', title: '', citation: 'W. Va. Code 46A-2-125(d)' } as const;
const DC = {
  state: 'DC',
  id: 'us.dc.debt_3in7',
  title: '',
  citation: 'D.C. Code 28-3814',
  verification: 'memory',
  from: '2022-01-01',
} as const;

/** State and city caps on collection calls. */
export const stateDebtCaps: readonly Rule[] = [
  rule<CapWithHours>({
    id: MA.id,
    jurisdiction: 'US-MA',
    title: 'Massachusetts: two communications per debt in seven days',
    citation: MA.citation,
    purposes: DEBT,
    parameter: stateParameter<CapWithHours>(MA, 'telephone communications per debt', {
      cap: { max: 2, period: { hours: 7 * 24 } },
      workCap: { max: 2, period: { hours: 30 * 24 } },
      hours: everyDay('08:00-21:00'),
    }),
    check: (context, at, value) =>
      later(
        isWork(context) && value.workCap
          ? capRefusal(
              context,
              at,
              value.workCap,
              isDebtCallToWork,
              'communications about this debt at this place',
            )
          : capRefusal(context, at, value.cap, isDebtCall, 'communications about this debt'),
        value.hours ? hoursRefusal(context, at, value.hours, 'hours of collection calls') : undefined,
      ),
    needs: ['campaign.debtId'],
    remarks:
      'Creditors and collectors. Home, mobile and personal numbers: two in seven days; elsewhere two in 30 days; 8 to 21. Unanswered calls count (Armata v. Target, 2018); busy lines do not.',
  }),
  ...newYorkCity,
  rule<CapWithHours>({
    id: WA.id,
    jurisdiction: 'US-WA',
    title: 'Washington: three communications a week with the debtor',
    citation: WA.citation,
    purposes: DEBT,
    parameter: stateParameter<CapWithHours>(WA, 'communications', {
      cap: { max: 3, period: { days: 7 } },
      workCap: { max: 1, period: { days: 7 } },
      hours: everyDay('07:30-21:00'),
    }),
    check: (context, at, value) => {
      if (isFirstParty(context)) return undefined;
      const atWork =
        isWork(context) && value.workCap
          ? capRefusal(context, at, value.workCap, isDebtCallToWork, 'communications at work')
          : undefined;
      const week = later(
        atWork,
        capRefusal(context, at, value.cap, isAnyDebtCall, 'communications with the debtor'),
      );
      return later(
        week,
        !isWork(context) && value.hours
          ? hoursRefusal(context, at, value.hours, 'hours of collection calls')
          : undefined,
      );
    },
    remarks:
      'Collection agencies. With debtor or spouse, whatever the debt; one a week at work; at home from 7:30 to 21:00.',
  }),
  rule<CapWithHours>({
    id: WV.id,
    jurisdiction: 'US-WV',
    title: 'West Virginia: 30 calls or 10 conversations a week',
    citation: WV.citation,
    purposes: DEBT,
    parameter: stateParameter<CapWithHours>(WV, 'calls', {
      cap: { max: 30, period: { hours: 7 * 24 } },
      conversations: { max: 10, period: { hours: 7 * 24 } },
      hours: everyDay('08:00-21:00'),
    }),
    check: (context, at, value) =>
      later(
        later(
          capRefusal(context, at, value.cap, isAnyDebtCall, 'calls to the debtor'),
          value.conversations
            ? capRefusal(
                context,
                at,
                value.conversations,
                isAnyDebtConversation,
                'conversations with the debtor',
              )
            : undefined,
        ),
        value.hours ? hoursRefusal(context, at, value.hours, 'hours of collection calls') : undefined,
      ),
    remarks:
      'The law asks for intent to annoy; the number is applied without it. A week is counted as seven times 24 hours: the text does not say, and of the clocks in use this one is never shorter than calendar days.',
  }),
  rule<CapWithHours>({
    id: DC.id,
    jurisdiction: 'US-DC',
    title: 'District of Columbia: three calls per account in seven days',
    citation: DC.citation,
    purposes: DEBT,
    parameter: stateParameter<CapWithHours>(DC, 'calls per account', {
      cap: { max: 3, period: { hours: 7 * 24 } },
    }),
    check: (context, at, value) => capRefusal(context, at, value.cap, isDebtCall, 'calls about this account'),
    needs: ['campaign.debtId'],
    remarks:
      'Creditors and collectors. Seven days are counted as seven times 24 hours, never shorter than calendar days. Summaries of the emergency acts say three calls, one of a later act says four: three is the stricter.',
  }),
  rule<string>({
    id: 'us.debt.others',
    jurisdiction: 'US',
    title: 'Further state collection laws',
    citation: 'ORS 646.639; RSA 358-C; and others',
    purposes: DEBT,
    effects: ['review'],
    parameter: {
      unit: 'text',
      values: [
        {
          from: null,
          value:
            'Oregon, New Hampshire, Pennsylvania, Iowa, Michigan, North Carolina, Texas, Nevada, California',
          source: stateLaw('State collection laws', 'ORS 646.639; RSA 358-C'),
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks:
      'No numeric cap is known, so there is nothing to decide call by call; California copies the federal hours.',
  }),
];

function isAnyDebtCall(entry: HistoryEntry): boolean {
  return isConnectedCall(entry) && (entry.purpose === undefined || entry.purpose === 'debt-collection');
}

function isAnyDebtConversation(entry: HistoryEntry): boolean {
  return (
    isConversation(entry) &&
    entry.direction === 'outbound' &&
    (entry.purpose === undefined || entry.purpose === 'debt-collection')
  );
}
