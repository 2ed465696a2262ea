/** Collection calls in Canada: provincial law, for the provinces whose text or regulator's page was found. */
import type { Purpose, Verification } from '../../contract.js';
import type { Context } from '../../engine/context.js';
import { isDebtContact } from '../../engine/history.js';
import type { DatedValue, Source } from '../../engine/parameter.js';
import { rule, type Rule } from '../../engine/rule.js';
import { weekly, type Schedule } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { frequencyCap, type Cap } from '../../rules/frequency-cap.js';
import { albertanHolidays, britishColumbianHolidays, ontarianHolidays, quebecHolidays } from './holidays.js';

const DEBT: readonly Purpose[] = ['debt-collection'];
const VERIFIED_ON = '2026-11-25';

/** One province's law of collection calls. */
interface Province {
  /** 'ON'. */
  readonly code: string;
  readonly name: string;
  readonly citation: string;
  readonly source: Source;
  readonly from: string | null;
  readonly hours: Schedule;
  readonly hoursRemarks: string;
  readonly stopRemarks: string;
  /** How the duty to stop was verified. */
  readonly stopVerification: Verification;
  /** A cap on contacts, with whom it binds. */
  readonly cap?: { readonly value: Cap; readonly bindsCreditors: boolean; readonly remarks: string };
}

const PROVINCES: readonly Province[] = [
  {
    code: 'ON',
    name: 'Ontario',
    citation: 'R.R.O. 1990, Reg. 74 (Collection and Debt Settlement Services Act)',
    source: {
      title: 'Ontario, guide to collection agencies',
      href: 'https://ontario.ca/document/guide-collection-agencies/prohibited-practices-and-conduct',
      pinpoint: 'Reg. 74 ss. 20-25',
    },
    from: '2006-06-01',
    hours: {
      ...weekly({ weekdays: '07:00-21:00', saturday: '07:00-21:00', sunday: '13:00-17:00' }),
      holidays: ontarianHolidays,
    },
    hoursRemarks:
      'The Act binds agencies; federal rules give banks the same hours for their own debts, so they are ' +
      'applied ' +
      'to every collector. The holidays are those of the Legislation Act.',
    stopRemarks: 'A debtor who disputes the debt by letter, or names a lawyer, is not called.',
    stopVerification: 'secondary',
    cap: {
      value: { max: 3, period: { days: 7 } },
      bindsCreditors: false,
      remarks:
        'Conversations, messages and e-mails count, unanswered calls do not. Agencies alone ' +
        '(campaign.firstParty is outside).',
    },
  },
  {
    code: 'BC',
    name: 'British Columbia',
    citation: 'Business Practices and Consumer Protection Act, Part 7',
    source: {
      title: 'Consumer Protection BC, rules debt collectors must follow',
      href: 'https://www.consumerprotectionbc.ca/2022/06/the-rules-debt-collectors-must-follow-in-bc/',
      pinpoint: 'Part 7',
    },
    from: '2004-07-04',
    hours: {
      ...weekly({ weekdays: '07:00-21:00', saturday: '07:00-21:00', sunday: '13:00-17:00' }),
      holidays: britishColumbianHolidays,
    },
    hoursRemarks: 'Binds every collector, creditors included. No number of calls: not so often as to harass.',
    stopRemarks:
      'A debtor who asks for writing alone or names a lawyer, or disputes the debt, is not ' + 'called.',
    stopVerification: 'secondary',
  },
  {
    code: 'AB',
    name: 'Alberta',
    citation: 'Collection and Debt Repayment Practices Regulation, s. 12',
    source: {
      title: 'Collection and Debt Repayment Practices Regulation (read about)',
      href: 'https://csmithco.ca/pages/dealing-with-debt-collectors-in-alberta',
      pinpoint: 'Alta. Reg. 194/1999 s. 12',
    },
    from: '1999-09-01',
    hours: {
      ...weekly({ weekdays: '07:00-22:00', saturday: '07:00-22:00', sunday: '13:00-17:00' }),
      holidays: albertanHolidays,
    },
    hoursRemarks:
      'Pages agree on 7 to 22; some add that Sundays are open from 13 to 17 and holidays closed, which ' +
      'is kept as ' +
      'the stricter reading. Whether creditors are bound is not agreed: applied to every collector.',
    stopRemarks:
      'Kept as in the other provinces: a debtor who disputes the debt or names a lawyer is not ' + 'called.',
    stopVerification: 'memory',
    cap: {
      value: { max: 3, period: { days: 7 } },
      bindsCreditors: true,
      remarks: 'Conversations, messages and e-mails count, unanswered calls do not.',
    },
  },
  {
    code: 'QC',
    name: 'Quebec',
    citation: 'Act respecting the collection of certain debts, CQLR c. R-2.2, s. 34',
    source: {
      title: 'Loi sur le recouvrement de certaines créances',
      href: 'https://www.legisquebec.gouv.qc.ca/en/document/cs/R-2.2',
      pinpoint: 'ss. 3, 34(2)-(4); days of the Office de la protection du consommateur',
    },
    from: '1979-01-01',
    hours: {
      ...weekly({ weekdays: '08:00-20:00', saturday: '08:00-20:00', sunday: '' }),
      holidays: quebecHolidays,
    },
    hoursRemarks:
      'Section 34 binds permit holders; applied to every collector. The Act is chapter 70 of 1979: ' +
      'the first day of the year is used.',
    stopRemarks:
      'A debtor who asks for writing alone, disputes the debt in writing or names a lawyer is not ' +
      'called.',
    stopVerification: 'secondary',
  },
];

/** Provinces whose law of collection calls is modelled. */
export const COLLECTION_PROVINCES: ReadonlySet<string> = new Set(PROVINCES.map(({ code }) => code));

/** The debtor asked for no calls: by a letter, through a lawyer, or by telephone never. */
function stops({ lead }: Context, at: number): boolean {
  return (
    lead.attorney?.known === true ||
    (lead.ceaseReceivedAt !== undefined && lead.ceaseReceivedAt <= at) ||
    lead.mediumOptOut?.some((medium) => medium === 'phone' || medium === lead.phone) === true
  );
}

function rulesOf(province: Province): readonly Rule[] {
  const { code, name, citation, source, cap } = province;
  const lower = code.toLowerCase();
  const dated = <T>(value: T, verification: Verification = 'secondary'): readonly DatedValue<T>[] => [
    { from: province.from, value, source, verification, verifiedOn: VERIFIED_ON },
  ];
  const base = { jurisdiction: `CA-${code}`, citation, purposes: DEBT };
  return [
    callingWindow({
      ...base,
      id: `ca.${lower}.debt_hours`,
      title: `Hours of collection calls in ${name}`,
      parameter: { unit: 'local time of the debtor', values: dated(province.hours) },
      remarks: province.hoursRemarks,
      review: ({ campaign }) =>
        campaign.purpose === 'debt-collection'
          ? [
              {
                topic: 'preparation',
                severity: 'notice',
                message:
                  'Collectors in Canada are licensed by province and write to the debtor days before ' +
                  'they call ' +
                  '(Ontario 6, British Columbia and Quebec 5).',
                remedy: 'Send the notice first, and import only debtors whose days have passed.',
              },
            ]
          : [],
    }),
    ...(cap === undefined
      ? []
      : [
          frequencyCap({
            ...base,
            id: `ca.${lower}.debt_3in7`,
            title: `Contacts about a debt in ${name}: three in seven days`,
            parameter: { unit: 'contacts about the debt', values: dated(cap.value) },
            counts: isDebtContact,
            counted: 'contacts about the debt',
            lifted: (context) => !cap.bindsCreditors && context.campaign.firstParty === true,
            remarks: cap.remarks,
          }),
        ]),
    rule<string>({
      ...base,
      id: `ca.${lower}.debt_stop`,
      title: `Debtors in ${name} who asked for no calls`,
      parameter: { unit: 'text', values: dated('no calls', province.stopVerification) },
      check: (context, at) =>
        stops(context, at)
          ? {
              until: null,
              because:
                'The debtor asked for writing alone, disputed the debt in writing, or is represented by ' +
                'a lawyer.',
            }
          : undefined,
      remarks: province.stopRemarks,
    }),
  ];
}

/** The rules of the provinces on collection calls. */
export const collectionRules: readonly Rule[] = PROVINCES.flatMap(rulesOf);
