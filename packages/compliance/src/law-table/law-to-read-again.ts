/**
 * Which law must be read by a date: written down from memory, compared with its source long ago, or expected
 * to change.
 */
import type { RuleInfo } from '../contract.js';
import { ComplianceInputError } from '../errors.js';
import { formatCivilDate, parseCivilDate } from '../time/civil-date.js';

/** How long a comparison with a source holds, in days, where nobody says otherwise. */
export const READ_AGAIN_AFTER_DAYS = 365;

/** A rule whose text must be read again. */
export interface LawToRead {
  readonly rule: string;
  readonly jurisdiction: string;
  readonly title: string;
  /**
   * 'memory': compared with no text yet. 'old': compared too long ago. 'watch': a change is expected or was
   * not confirmed.
   */
  readonly why: 'memory' | 'old' | 'watch';
  /** 'YYYY-MM-DD' from which it must be read again. */
  readonly since: string;
  /** What is known, in words. */
  readonly what: string;
  readonly source: RuleInfo['source'];
}

/**
 * The law among `rules` to read again on a day, the longest overdue first. Policies are not law and left out.
 *
 * @param on 'YYYY-MM-DD'
 * @param days comparisons older than this are named
 * @throws ComplianceInputError for a day that is none
 */
export function lawToReadAgain(
  rules: readonly RuleInfo[],
  on: string,
  days: number = READ_AGAIN_AFTER_DAYS,
): readonly LawToRead[] {
  const today = parseCivilDate(on);
  if (today === undefined) throw new ComplianceInputError('on', `'${on}' is not a date YYYY-MM-DD`);
  return rules
    .filter(({ kind }) => kind === 'law')
    .flatMap((rule) => [...notCompared(rule, today, days), ...watched(rule, on)])
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

function notCompared(rule: RuleInfo, today: number, days: number): readonly LawToRead[] {
  if (rule.verification === 'memory')
    return [
      {
        ...headOf(rule),
        why: 'memory',
        since: rule.verifiedOn,
        what: `written down from memory on ${rule.verifiedOn}, compared with no text yet`,
      },
    ];

  const due = (parseCivilDate(rule.verifiedOn) ?? today) + days;
  if (today <= due) return [];
  const how = { primary: 'its text', secondary: 'a secondary page' };
  return [
    {
      ...headOf(rule),
      why: 'old',
      since: formatCivilDate(due + 1),
      what: `last compared on ${rule.verifiedOn}, with ${how[rule.verification]}`,
    },
  ];
}

function watched(rule: RuleInfo, on: string): readonly LawToRead[] {
  const { watch } = rule;
  // A date that has passed stays due until the rule says how the change came out.
  if (watch === undefined || watch.on > on) return [];
  return [{ ...headOf(rule), why: 'watch', since: watch.on, what: watch.what }];
}

function headOf({
  id,
  jurisdiction,
  title,
  source,
}: RuleInfo): Pick<LawToRead, 'rule' | 'jurisdiction' | 'title' | 'source'> {
  return { rule: id, jurisdiction, title, source };
}
