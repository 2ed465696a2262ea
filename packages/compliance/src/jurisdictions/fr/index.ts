/** France: Code de la consommation, consumers only. */
import { consentFault, consentFaultText, hasConsent } from '../../engine/consent.js';
import type { Context } from '../../engine/context.js';
import { isSameSeller } from '../../engine/history.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { rule, type Refused, type Rule } from '../../engine/rule.js';
import { weekly } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { consentNeeded, reviewLiveSales, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { frequencyCap } from '../../rules/frequency-cap.js';
import { firstInstantOnOrAfterDay } from '../../time/zone.js';
import { about, askSubject } from '../about.js';
import { frenchHolidays, frenchHolidaysOf } from './holidays.js';
import { objectionRule } from '../objection.js';

const DECREE: Source = {
  title: 'Code de la consommation, décret 2022-1313',
  href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000046422684',
  pinpoint: 'D. 223-9',
};
const LAW_2025: Source = {
  title: 'Loi 2025-594 du 30 juin 2025',
  href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000051830285',
  pinpoint: 'art. L. 223-1',
};
const isBusiness = (context: Context): boolean => context.lead.isBusiness === true;
// Words that campaigns use for energy renovation and adaptation of homes.
const BANNED_SECTORS = new RegExp(
  [
    'renovat',
    'r[ée]novation',
    'adaptation',
    'home[^a-z]*adapt',
    'energy[^a-z]*(sav|work|efficien|retrofit)',
    '[ée]nerg[ée]ti',
    'insulat',
    'isolation',
    'heat[^a-z]*pump',
    'pompe[^a-z]*[àa][^a-z]*chaleur',
    'solar',
    'photovolt',
  ].join('|'),
  'i',
);

// The personal training account: CPF, compte personnel de formation, training account.
const TRAINING_ACCOUNT =
  /(^|[^a-z])cpf([^a-z]|$)|compte[^a-z]*(personnel[^a-z]*)?(de[^a-z]*)?formation|training[^a-z]*account/i;

function refusal60(context: Context, at: number, days: number): Refused | undefined {
  if (isBusiness(context)) return undefined;
  let until: number | undefined;
  for (const zone of context.zones) {
    for (const entry of context.history) {
      if (entry.outcome !== 'refused' || !isSameSeller(entry, context)) continue;
      // The pause counts full days after the day of the refusal.
      const free = zone.localDay(entry.at) + days + 1;
      if (zone.localDay(at) >= free) continue;
      until = Math.max(until ?? at, firstInstantOnOrAfterDay(zone, free, at));
    }
  }
  return until === undefined
    ? undefined
    : { until, because: `The person refused on an earlier call; ${days} calendar days must pass.` };
}

function optIn(context: Context, at: number): Refused | undefined {
  if (isBusiness(context) || context.lead.existingContract === true || hasConsent(context, at, 'express'))
    return undefined;
  return {
    until: null,
    because:
      'Sales calls to consumers need prior consent; ' +
      `${consentFaultText(consentFault(context, at, 'express'))}.`,
  };
}

const rules: readonly Rule[] = [
  callingWindow({
    id: 'fr.hours',
    jurisdiction: 'FR',
    title: 'Sales calls Monday to Friday 10-13 and 14-20',
    citation: 'Code conso. D. 223-9 (décret 2022-1313)',
    parameter: {
      unit: "local time of the consumer's zone",
      values: [
        {
          from: '2023-03-01',
          value: {
            ...weekly({ weekdays: '10:00-13:00 14:00-20:00', saturday: '', sunday: '' }),
            holidays: frenchHolidays,
          },
          source: DECREE,
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    lifted: isBusiness,
    vary: (schedule, context) => ({ ...schedule, holidays: frenchHolidaysOf(context) }),
    remarks:
      'Public holidays of Code du travail L. 3133-1, to which L. 3422-2 adds a day in each overseas ' +
      'department ' +
      '(from memory); the further days of Alsace-Moselle are working days for the decree. ' +
      'Consent to be called at other times would lift it; consent on file names no times, so it does not.',
  }),
  frequencyCap({
    id: 'fr.freq',
    jurisdiction: 'FR',
    title: 'Four solicitations or attempts in 30 calendar days',
    citation: 'Code conso. D. 223-9 (décret 2022-1313)',
    parameter: {
      unit: 'attempts of the trader',
      values: [
        {
          from: '2023-03-01',
          value: { max: 4, period: { days: 30 } },
          source: DECREE,
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    counts: (entry, context) =>
      entry.direction === 'outbound' && entry.outcome !== 'email' && isSameSeller(entry, context),
    counted: 'solicitations or attempts',
    lifted: isBusiness,
    remarks: 'Every attempt counts, also failed ones.',
  }),
  rule<number>({
    id: 'fr.refusal60',
    jurisdiction: 'FR',
    title: 'After a refusal, 60 calendar days',
    citation: 'Code conso. D. 223-9 (décret 2022-1313)',
    parameter: {
      unit: 'full local days after the day of the refusal',
      values: [
        {
          from: '2023-03-01',
          value: 60,
          source: DECREE,
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: refusal60,
  }),
  rule<string>({
    id: 'fr.bloctel',
    jurisdiction: 'FR',
    title: 'No sales calls to numbers on Bloctel',
    citation: 'Code conso. L. 223-1',
    needs: ['lead.doNotCall'],
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2016-06-01',
          until: '2026-08-11',
          value: 'registered numbers are not called',
          source: {
            title: 'Code de la consommation',
            href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042155931',
            pinpoint: 'art. L. 223-1',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context) =>
      context.lead.doNotCall?.national === true &&
      !isBusiness(context) &&
      context.lead.existingContract !== true
        ? { until: null, because: 'The number is on the Bloctel list.' }
        : undefined,
    remarks: 'Ended with the opt-in of 2026-08-11; belongs to the provision of fr.optin.',
  }),
  rule<string>({
    id: 'fr.optin',
    jurisdiction: 'FR',
    title: 'No sales calls to consumers without prior consent',
    citation: 'Loi 2025-594 du 30 juin 2025',
    needs: ['lead.consent'],
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2025-07-01',
          value: 'renovation and home adaptation banned',
          source: LAW_2025,
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
        {
          from: '2026-08-11',
          value: 'renovation and home adaptation banned; all others by consent',
          source: LAW_2025,
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at, value) => {
      if (
        !isBusiness(context) &&
        context.lead.existingContract !== true &&
        BANNED_SECTORS.test(about(context))
      )
        return { until: null, because: 'Sales calls about renovation and home adaptation are banned.' };
      return value.includes('consent') ? optIn(context, at) : undefined;
    },
    remarks:
      'Free, specific, informed, unambiguous, revocable consent. ' +
      'A contract in progress and a related offer are outside (lead.existingContract), renovation included.',
    review: (question) => reviewLiveSales(question, 'France', 'consumers (since 2026-08-11)'),
  }),
  consentNeeded({
    id: 'fr.automated',
    jurisdiction: 'FR',
    title: 'Recorded sales calls need prior consent, of customers, too',
    citation: 'Code des postes et des communications électroniques L. 34-5',
    voices: 'recorded',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2004-07-10',
          value: 'express' as const,
          source: {
            title: 'Code des postes et des communications électroniques',
            href: 'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070987/articles/LEGIARTI000006465785',
            pinpoint: 'art. L. 34-5, first paragraph',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-27',
        },
      ],
    },
    what: 'A recorded sales call in France',
    exempt: isBusiness,
    remarks:
      'Protects natural persons; businesses are outside. The exception for customers is for e-mail ' +
      'alone, so a contract in progress does not lift it.',
    review: (question) => reviewRecordedMarketing(question, 'France'),
  }),
  rule<string>({
    id: 'fr.cpf',
    jurisdiction: 'FR',
    title: 'No sales calls about personal training accounts',
    citation: 'Code du travail L. 6323-8-1',
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2022-12-21',
          value: 'barred, also with consent; a training course in progress is outside',
          source: {
            title: 'Loi 2022-1587 du 19 décembre 2022',
            href: 'https://www.legifrance.gouv.fr/eli/loi/2022/12/19/2022-1587/jo/texte',
            pinpoint: 'art. 1, Code du travail L. 6323-8-1',
          },
          verification: 'primary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    check: (context) =>
      TRAINING_ACCOUNT.test(about(context)) && context.lead.existingContract !== true
        ? { until: null, because: 'Sales calls about personal training accounts (CPF) are barred.' }
        : undefined,
    remarks:
      'Consent does not lift it. Calls about a course in progress that concern it are outside ' +
      '(lead.existingContract).',
    review: (question) =>
      askSubject(
        question,
        'France',
        'personal training accounts and home renovation are barred, also with consent',
      ),
  }),
  objectionRule('fr.internal', 'FR', ['telemarketing']),
];

/** Rules of France. */
export const france: Pack = {
  country: 'FR',
  name: 'France',
  timeZone: 'Europe/Paris',
  rules,
  unmodelled: covers('FR', { telemarketing: 'any' }),
};
