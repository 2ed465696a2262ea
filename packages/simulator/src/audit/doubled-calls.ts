/** The check of invariant 2: no number and no person twice at once. */
import type { Evidence } from './evidence.js';
import { isOfList } from './of-list.js';

interface Span {
  readonly key: string;
  readonly subject: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Invariant 2: no number and no person has two attempts in progress at once, in any campaign: neither on the
 * line nor in the journal.
 */
export function auditDoubledCalls(evidence: Evidence): void {
  const { input } = evidence;
  // Several agents may talk with one contact of the directory at once.
  const placed = evidence.placed.filter(({ row }) => row?.mode !== 'third-party');
  const onTheLine = placed.map(({ call }) => ({
    key: call.phone,
    subject: call.attemptId,
    from: call.invitedAt,
    to: call.endedAt ?? Infinity,
  }));
  const toPersons = placed.flatMap(({ call, row }) =>
    row
      ? [
          {
            key: row.lead.personId,
            subject: call.attemptId,
            from: call.invitedAt,
            to: call.endedAt ?? Infinity,
          },
        ]
      : [],
  );
  // Calls of ours: somebody may call us while we dial them.
  const rows = [...input.disk.attempts.values()].filter(({ mode }) => isOfList(mode));
  const open = (key: (row: (typeof rows)[number]) => string): Span[] =>
    rows.map((row) => ({
      key: key(row),
      subject: row.attemptId,
      from: row.storedAt,
      to: row.closedStoredAt ?? Infinity,
    }));
  noneOverlap(evidence, onTheLine, 'two calls to one number at once');
  noneOverlap(evidence, toPersons, 'two calls to one person at once');
  noneOverlap(
    evidence,
    open((row) => row.phone),
    'two open attempts on one number',
  );
  noneOverlap(
    evidence,
    open((row) => row.lead.personId),
    'two open attempts on one person',
  );
}

function noneOverlap(evidence: Evidence, spans: readonly Span[], what: string): void {
  const endOf = new Map<string, number>();
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const before = endOf.get(span.key) ?? -Infinity;
    evidence.check(2, before <= span.from, what, span.subject, span.from);
    endOf.set(span.key, Math.max(before, span.to));
  }
}
