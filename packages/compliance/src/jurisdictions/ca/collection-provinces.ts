/** What each province says of collection calls: hours, days, caps, and who is not called. */
import type { Verification } from '../../contract.js';
import type { Source } from '../../engine/parameter.js';
import { everyDay, weekly, type Schedule } from '../../engine/schedule.js';
import type { Cap } from '../../rules/frequency-cap.js';
import {
  albertanHolidays,
  britishColumbianHolidays,
  islandHolidays,
  manitobanHolidays,
  newBrunswickHolidays,
  novaScotianHolidays,
  ontarianHolidays,
  quebecHolidays,
  saskatchewanHolidays,
  territorialHolidays,
} from './holidays.js';

/** One province's law of collection calls. */
export interface CollectingProvince {
  /** 'ON'. */
  readonly code: string;
  readonly name: string;
  readonly citation: string;
  readonly source: Source;
  /** The first day of the hours; null where none was found. */
  readonly from: string | null;
  readonly hours: Schedule;
  /** The hours before `from`, where a text tells them. */
  readonly earlier?: { readonly from: string; readonly hours: Schedule };
  /** How the hours were verified. */
  readonly hoursVerification: Verification;
  /** The day on which the sources were read. */
  readonly verifiedOn: string;
  readonly hoursRemarks: string;
  readonly stopRemarks: string;
  /** How the duty to stop was verified. */
  readonly stopVerification: Verification;
  /** A cap on contacts, with whom it binds. */
  readonly cap?: CollectionCap;
  /** Present where the debtor is not called at work; whether their consent to it counts. */
  readonly work?: { readonly consentLifts: boolean; readonly remarks: string };
  /**
   * Present where the text of its hours was not found. Calls refuse as not modelled until the client accepts
   * the place by name; then these rules, in the strictest form of any province, are in force.
   */
  readonly unread?: true;
}

/** How often a debtor may be contacted. */
export interface CollectionCap {
  readonly value: Cap;
  readonly bindsCreditors: boolean;
  readonly remarks: string;
  /**
   * 'contacts': what reached the debtor about the debt. 'attempts': every call placed and every e-mail,
   * whatever the debt, where no text says what counts.
   */
  readonly counts: 'contacts' | 'attempts';
  /** First day and source of the cap, where they are not those of the hours. */
  readonly from?: string;
  readonly source?: Source;
  readonly verification?: Verification;
}

const NOVA_SCOTIA: Source = {
  title: 'Nova Scotia, collection agencies: your rights',
  href: 'https://beta.novascotia.ca/collection-agencies-your-rights',
  pinpoint: 'what agencies and businesses cannot do; in force 2021-05-01 (N.S. Reg. 5/2021)',
};

/**
 * A territory whose hours were not found in any text. What stands here is the strictest form of any province:
 * Quebec's hours, no Sundays, the holidays of all territories, Nova Scotia's count, no calls at work.
 */
function territory(
  code: string,
  name: string,
  citation: string,
  source: Pick<Source, 'href' | 'pinpoint'>,
): CollectingProvince {
  return {
    code,
    name,
    citation,
    source: { title: `${citation} (not read)`, ...source },
    from: null,
    hours: {
      ...weekly({ weekdays: '08:00-20:00', saturday: '08:00-20:00', sunday: '' }),
      holidays: territorialHolidays,
    },
    hoursVerification: 'memory',
    verifiedOn: '2026-11-27',
    hoursRemarks:
      'No text of its hours was found: calls refuse as not modelled. Where a client accepts the place by ' +
      'name, the strictest hours of any province bind, with the holidays of all three territories.',
    stopRemarks: 'Kept as in the provinces: a debtor who disputes the debt or names a lawyer is not called.',
    stopVerification: 'memory',
    cap: {
      value: { max: 3, period: { days: 7 } },
      bindsCreditors: true,
      counts: 'attempts',
      verification: 'memory',
      remarks: 'No number was found: the strictest of any province, every call placed and every e-mail.',
    },
    work: { consentLifts: false, remarks: 'As in the strictest provinces.' },
    unread: true,
  };
}

/** The provinces in the order of their rules. A new one goes to the end. */
export const COLLECTING_PROVINCES: readonly CollectingProvince[] = [
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
    hoursVerification: 'secondary',
    verifiedOn: '2026-11-25',
    hoursRemarks:
      'The Act binds agencies; federal rules give banks the same hours for their own debts, so they are ' +
      'applied to every collector. The holidays are those of the Legislation Act.',
    stopRemarks: 'A debtor who disputes the debt by letter, or names a lawyer, is not called.',
    stopVerification: 'secondary',
    cap: {
      value: { max: 3, period: { days: 7 } },
      bindsCreditors: false,
      counts: 'contacts',
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
    hoursVerification: 'secondary',
    verifiedOn: '2026-11-25',
    hoursRemarks: 'Binds every collector, creditors included. No number of calls: not so often as to harass.',
    stopRemarks:
      'A debtor who asks for writing alone or names a lawyer, or disputes the debt, is not called.',
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
    hoursVerification: 'secondary',
    verifiedOn: '2026-11-25',
    hoursRemarks:
      'Pages agree on 7 to 22; some add that Sundays are open from 13 to 17 and holidays closed, which ' +
      'is kept as the stricter reading. Whether creditors are bound is not agreed: applied to every ' +
      'collector.',
    stopRemarks:
      'Kept as in the other provinces: a debtor who disputes the debt or names a lawyer is not called.',
    stopVerification: 'memory',
    cap: {
      value: { max: 3, period: { days: 7 } },
      bindsCreditors: true,
      counts: 'contacts',
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
    hoursVerification: 'secondary',
    verifiedOn: '2026-11-25',
    hoursRemarks:
      'Section 34 binds permit holders; applied to every collector. The Act is chapter 70 of 1979: ' +
      'the first day of the year is used.',
    stopRemarks:
      'A debtor who asks for writing alone, disputes the debt in writing or names a lawyer is not ' +
      'called.',
    stopVerification: 'secondary',
  },
  {
    code: 'MB',
    name: 'Manitoba',
    citation: 'Consumer Protection Act, C.C.S.M. c. C200, s. 98(2)',
    source: {
      title: 'Manitoba Consumer Protection Office, collection practices',
      href: 'https://www.manitoba.ca/cca/cpo/collection_practices.html',
      pinpoint: 'your rights',
    },
    from: null,
    hours: {
      ...weekly({ weekdays: '07:00-21:00', saturday: '07:00-21:00', sunday: '' }),
      holidays: manitobanHolidays,
    },
    hoursVerification: 'secondary',
    verifiedOn: '2026-11-27',
    hoursRemarks:
      'Pages of the Office of 2019 and later agree on hours, Sundays and statutory holidays. Section ' +
      '98(2), as its bill puts it (37th Legislature, 3rd session, Bill 12), binds every person who ' +
      'collects, so creditors, too. No page lists the holidays: the list here has every day that ' +
      'Manitoba keeps by any Act, the stricter reading.',
    stopRemarks:
      'A debtor may ask by registered letter for writing alone, as a secondary page says; that a dispute ' +
      'or a lawyer ends calls is kept as in the other provinces, the stricter reading.',
    stopVerification: 'secondary',
  },
  {
    code: 'SK',
    name: 'Saskatchewan',
    citation: 'Collection Agents Act (Saskatchewan)',
    source: {
      title: 'Financial and Consumer Affairs Authority of Saskatchewan, collection agents',
      href: 'http://fcaa411.gov.sk.ca/CollectionAgents',
      pinpoint: 'methods that are controlled, with the holidays',
    },
    from: null,
    hours: {
      ...weekly({ weekdays: '08:00-21:00', saturday: '08:00-21:00', sunday: '' }),
      holidays: saskatchewanHolidays,
    },
    hoursVerification: 'secondary',
    verifiedOn: '2026-11-27',
    hoursRemarks:
      'The Act binds agents and their collectors; applied to every collector. The holidays are those that ' +
      'the Authority lists, with the Monday after one that falls on a Sunday. A page of the Ministry of ' +
      'Justice has the same hours, Sundays and holidays.',
    stopRemarks:
      'Kept as in the other provinces: a debtor who disputes the debt or names a lawyer is not called.',
    stopVerification: 'memory',
  },
  {
    code: 'NS',
    name: 'Nova Scotia',
    citation:
      "Collection and Debt Management Agencies Act; Consumer Creditors' Conduct Act, R.S.N.S. 1989, c. 91",
    source: NOVA_SCOTIA,
    from: null,
    hours: {
      ...weekly({ weekdays: '08:00-21:00', saturday: '08:00-21:00', sunday: '' }),
      holidays: novaScotianHolidays,
    },
    hoursVerification: 'secondary',
    verifiedOn: '2026-11-27',
    hoursRemarks:
      "Agencies, and creditors by the Consumer Creditors' Conduct Act. The page names Sundays alone; a " +
      'bill of 2003 (59th Assembly, Bill 11) closes statutory holidays, too, and whether that is in ' +
      'force was not found: closed, the stricter reading, with every day that Nova Scotia keeps by any ' +
      'Act.',
    stopRemarks:
      'A debtor who names a lawyer is not called; requests for writing alone and disputes are kept as in ' +
      'the other provinces.',
    stopVerification: 'secondary',
    cap: {
      value: { max: 3, period: { days: 7 } },
      bindsCreditors: true,
      counts: 'attempts',
      from: '2021-05-01',
      source: NOVA_SCOTIA,
      remarks:
        'Agencies and creditors, since the Acts as amended by 2012, c. 40, took effect. The page says ' +
        'contact more than three times; a page on the amendment calls each call an attempt: every call ' +
        'placed and every e-mail counts, whatever the debt, the stricter reading.',
    },
  },
  {
    code: 'NB',
    name: 'New Brunswick',
    citation: 'N.B. Reg. 84-256 (Collection and Debt Settlement Services Act)',
    source: {
      title: 'New Brunswick, release NB 1615 of 2009-10-20 on N.B. Reg. 2009-103',
      href: 'http://www.gnb.ca/cnb/news/jus/2009e1615ju.htm',
      pinpoint: 'time frames, place of employment, holidays; filed 2009-09-30',
    },
    from: '2009-09-30',
    hours: {
      ...weekly({ weekdays: '07:00-21:00', saturday: '07:00-21:00', sunday: '13:00-17:00' }),
      holidays: newBrunswickHolidays,
    },
    earlier: {
      from: '1984-10-23',
      hours: {
        ...weekly({ weekdays: '09:00-21:00', saturday: '09:00-21:00', sunday: '' }),
        holidays: newBrunswickHolidays,
      },
    },
    hoursVerification: 'secondary',
    verifiedOn: '2026-11-27',
    hoursRemarks:
      'The Act binds agencies; applied to every collector. Holidays are closed by the Act, as the ' +
      'Financial and Consumer Services Commission says: the list here has the prescribed days of rest ' +
      'and public holidays that secondary pages name, with Easter Monday and 30 September, the stricter ' +
      'reading. From 9 to 21 and not on Sundays before 2009-09-30.',
    stopRemarks:
      'A debtor may choose the post instead of the telephone; that a dispute or a lawyer ends calls is ' +
      'kept as in the other provinces.',
    stopVerification: 'secondary',
    work: { consentLifts: true, remarks: 'Direct permission of the debtor (express consent) lifts it.' },
  },
  {
    code: 'NL',
    name: 'Newfoundland and Labrador',
    citation: 'Collections Regulations, C.N.L.R. 986/96, s. 12',
    source: {
      title: 'Collections Regulations of Newfoundland and Labrador',
      href: 'http://assembly.nl.ca/Legislation/sr/regulations/rc960986.htm',
      pinpoint: '986/96 s. 12(1)(a), (c)',
    },
    from: '1985-01-01',
    hours: everyDay('08:00-22:00'),
    hoursVerification: 'primary',
    verifiedOn: '2026-11-27',
    hoursRemarks:
      'The code of practice binds agencies; applied to every collector. Section 12, read in whole, ' +
      'closes no day and names no number of contacts; a written notice comes first. The Regulations are ' +
      '90/85: the day in 1985 is not established, so its first is used.',
    stopRemarks:
      'Kept as in the other provinces: a debtor who disputes the debt or names a lawyer is not called.',
    stopVerification: 'memory',
    work: { consentLifts: false, remarks: 'The paragraph names no consent.' },
  },
  {
    code: 'PE',
    name: 'Prince Edward Island',
    citation: 'Collection Agencies Act Regulations (Prince Edward Island)',
    source: {
      title: 'Prince Edward Island, licensed collection agencies and collectors',
      href: 'https://www.princeedwardisland.ca/en/feature/licensed-collection-agencies-and-collectors/',
      pinpoint: 'what a collector is not permitted to do',
    },
    from: null,
    hours: {
      ...weekly({ weekdays: '08:00-21:00', saturday: '08:00-21:00', sunday: '' }),
      holidays: islandHolidays,
    },
    hoursVerification: 'secondary',
    verifiedOn: '2026-11-27',
    hoursRemarks:
      'The Regulations bind agencies; applied to every collector. Sundays are closed, as four pages of ' +
      'the province say. None of them speaks of holidays: closed, the stricter reading, with every day ' +
      'that the Island keeps by any Act.',
    stopRemarks:
      'A debtor who names a lawyer in writing is not called; requests for writing alone and disputes are ' +
      'kept as in the other provinces.',
    stopVerification: 'secondary',
    work: { consentLifts: false, remarks: 'The page names no consent.' },
  },
  ...(
    [
      ['YT', 'Yukon', 'Consumers Protection Act, R.S.Y. 2002, c. 40', 'https://laws.yukon.ca/', 'Part 8'],
      [
        'NT',
        'the Northwest Territories',
        'Debt Collection Practice Regulations, R-049-2003',
        'https://gazette.opennwt.ca/legislation/debt-collection-practice-regulations/',
        's. 1(1)-(3) read: notice and days before the first call; hours not read',
      ],
      [
        'NU',
        'Nunavut',
        'Consumer Protection Act, R.S.N.W.T. (Nu.) 1988, c. C-17',
        'https://www.nunavutlegislation.ca/',
        'Part VIII',
      ],
    ] as const
  ).map(([code, name, citation, href, pinpoint]) => territory(code, name, citation, { href, pinpoint })),
];
