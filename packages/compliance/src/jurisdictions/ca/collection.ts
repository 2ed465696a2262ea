/** Collection calls in Canada: provincial law, for the provinces whose text or regulator's page was found. */
import type { HistoryEntry, Purpose, Verification } from '../../contract.js';
import { hasConsent } from '../../engine/consent.js';
import type { Context } from '../../engine/context.js';
import { isDebtContact, isPlacedCall } from '../../engine/history.js';
import { isOptedOutOfCalls } from '../../engine/opted-out.js';
import type { DatedValue } from '../../engine/parameter.js';
import { rule, type Rule } from '../../engine/rule.js';
import type { Schedule } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { frequencyCap } from '../../rules/frequency-cap.js';
import { COLLECTING_PROVINCES, type CollectingProvince } from './collection-provinces.js';

const DEBT: readonly Purpose[] = ['debt-collection'];

/** Provinces whose law of collection calls is modelled; others refuse until they are accepted by name. */
export const COLLECTION_PROVINCES: ReadonlySet<string> = new Set(
  COLLECTING_PROVINCES.filter(({ unread }) => unread !== true).map(({ code }) => code),
);

/** The debtor asked for no calls: by a letter, through a lawyer, or by telephone never. */
function stops(context: Context, at: number): boolean {
  const { attorney, ceaseReceivedAt } = context.lead;
  return (
    attorney?.known === true ||
    (ceaseReceivedAt !== undefined && ceaseReceivedAt <= at) ||
    isOptedOutOfCalls(context)
  );
}

/** An attempt to collect, by telephone or e-mail, whatever the debt; one of unknown purpose counts. */
function isAttempt(entry: HistoryEntry): boolean {
  return (
    entry.direction === 'outbound' &&
    (isPlacedCall(entry) || entry.outcome === 'email') &&
    (entry.purpose === undefined || entry.purpose === 'debt-collection')
  );
}

/** The cap on contacts, where the province has one. */
function capRule(province: CollectingProvince): readonly Rule[] {
  const { code, name, citation, cap, verifiedOn } = province;
  if (cap === undefined) return [];
  const attempts = cap.counts === 'attempts';
  const unit = attempts ? 'attempts to reach the debtor' : 'contacts about the debt';
  return [
    frequencyCap({
      id: `ca.${code.toLowerCase()}.debt_3in7`,
      jurisdiction: `CA-${code}`,
      title: attempts
        ? `Attempts to reach a debtor in ${name}: three in seven days`
        : `Contacts about a debt in ${name}: three in seven days`,
      citation,
      purposes: DEBT,
      parameter: {
        unit,
        values: [
          {
            from: cap.from ?? province.from,
            value: cap.value,
            source: cap.source ?? province.source,
            verification: cap.verification ?? 'secondary',
            verifiedOn,
          },
        ],
      },
      counts: attempts ? isAttempt : isDebtContact,
      counted: unit,
      lifted: (context) => !cap.bindsCreditors && context.campaign.firstParty === true,
      remarks: cap.remarks,
    }),
  ];
}

/** The hours in force, and those before them where a text tells them. */
function datedHours(province: CollectingProvince): readonly DatedValue<Schedule>[] {
  const { from, hours, earlier, source, hoursVerification, verifiedOn } = province;
  const known = { source, verification: hoursVerification, verifiedOn };
  return [...(earlier ? [{ ...earlier, ...known }] : []), { from, hours, ...known }].map(
    ({ hours: value, ...dated }) => ({ value, ...dated }),
  );
}

/** Calls to the place of work, where the province bars them. */
function workRule(province: CollectingProvince): readonly Rule[] {
  const { code, name, citation, source, work, verifiedOn } = province;
  if (work === undefined) return [];
  return [
    rule<string>({
      id: `ca.${code.toLowerCase()}.debt_work`,
      jurisdiction: `CA-${code}`,
      title: `Debtors in ${name} are not called at work`,
      citation,
      purposes: DEBT,
      parameter: {
        unit: 'text',
        values: [
          {
            from: province.earlier?.from ?? province.from,
            value: 'no calls to the place of employment',
            source,
            verification: province.hoursVerification,
            verifiedOn,
          },
        ],
      },
      check: (context, at) =>
        context.lead.phoneUse === 'work' && !(work.consentLifts && hasConsent(context, at, 'express'))
          ? { until: null, because: 'The number is at the place of work: debtors are not called there.' }
          : undefined,
      remarks: work.remarks,
    }),
  ];
}

function rulesOf(province: CollectingProvince): readonly Rule[] {
  const { code, name, citation, source } = province;
  const lower = code.toLowerCase();
  const dated = <T>(value: T, verification: Verification = 'secondary'): readonly DatedValue<T>[] => [
    { from: province.from, value, source, verification, verifiedOn: province.verifiedOn },
  ];
  const base = { jurisdiction: `CA-${code}`, citation, purposes: DEBT };
  return [
    callingWindow({
      ...base,
      id: `ca.${lower}.debt_hours`,
      title: `Hours of collection calls in ${name}`,
      parameter: { unit: 'local time of the debtor', values: datedHours(province) },
      remarks: province.hoursRemarks,
      review: ({ campaign }) =>
        campaign.purpose === 'debt-collection'
          ? [
              {
                topic: 'preparation',
                severity: 'notice',
                message:
                  'Collectors in Canada are licensed by province and write to the debtor days before ' +
                  'they call (Ontario 6; British Columbia, Quebec and New Brunswick 5; the Northwest ' +
                  'Territories 10 after mailing).',
                remedy: 'Send the notice first, and import only debtors whose days have passed.',
              },
            ]
          : [],
    }),
    ...capRule(province),
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
    ...workRule(province),
  ];
}

/** The rules of the provinces on collection calls. */
export const collectionRules: readonly Rule[] = COLLECTING_PROVINCES.flatMap(rulesOf);
