/** What a dialer could not write before it ended, and in words. */
import type { WorkUnderWay } from '@outdial/store';

/** How a dialer ended. */
export interface DialerEnd {
  /** False where the store did not answer within a minute: the next start settles what it can. */
  readonly isWritten: boolean;
  /** What the journal was still writing then; empty where everything is written. */
  readonly unwritten: readonly WorkUnderWay[];
}

/** Singular and plural of the kinds of work. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  close: ['end of a call', 'ends of calls'],
  learn: ['statement of a person', 'statements of persons'],
  mark: ['mark of a call', 'marks of calls'],
  audit: ['audit entry', 'audit entries'],
};
const OTHER = ['other write', 'other writes'] as const;

/** '12 ends of calls, 1 statement of a person'. */
export function unwrittenText(unwritten: readonly WorkUnderWay[]): string {
  const counts = new Map<readonly [string, string], number>();
  for (const { kind } of unwritten) {
    const words = WORDS[kind] ?? OTHER;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([[one, many], count]) => `${count} ${count === 1 ? one : many}`).join(', ');
}
