/** Warns of law that is about to change, was to have changed, or was last read long ago. */
import { lawToReadAgain, type LawToRead, type RuleInfo } from '@outdial/compliance';
import { countOf, utcText } from '@outdial/core';
import type { Finding } from './finding.js';

/** Days before a date of change from which it is named. */
const NOTICE_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * Looks at the rules that reach a campaign. A rule's watch date is a warning from 90 days before on; rules
 * that were compared with their sources more than a year ago are one warning together.
 *
 * @param at epoch ms
 */
export function checkDatesOfLaw(rules: readonly RuleInfo[], at: number): readonly Finding[] {
  const soon = lawToReadAgain(rules, utcText(at + NOTICE_DAYS * DAY_MS, 'day'));
  const watched = soon
    .filter(({ why }) => why === 'watch')
    .map((rule) => watchFinding(rule, utcText(at, 'day')));
  const old = lawToReadAgain(rules, utcText(at, 'day')).filter(({ why }) => why === 'old');
  const [oldest] = old;
  if (oldest === undefined) return watched;
  return [
    ...watched,
    {
      check: 'law, last read',
      verdict: 'warning',
      detail:
        `${countOf(old.length, 'rule')} last compared with the source more than a year ago, ` +
        `first ${oldest.rule}: ${oldest.what}`,
      remedy: "See 'outdial rules due', and take a newer version of outdial or have the sources read.",
    },
  ];
}

function watchFinding({ rule, since, what, source }: LawToRead, today: string): Finding {
  return {
    check: `law ${rule}`,
    verdict: 'warning',
    detail: since > today ? `changes on ${since}: ${what}` : `was to change on ${since}: ${what}`,
    remedy: `Read it again: ${source.href}`,
  };
}
