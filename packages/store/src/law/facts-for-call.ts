/** What the law is told of a called party: facts learned about the person and the number, for one call. */
import { defined } from '@outdial/core';
import type { ComplianceFactKind } from '@outdial/core';
import { parseJson } from '../database/json-text.js';
import type { LearnedRow } from '../journal/known-facts.js';
import type { LearnedFacts } from '../leads/lead-facts.js';
import type { FactDetail } from './fact-detail.js';
import type { InconvenientHours } from './inconvenient-hours.js';

/**
 * Epoch ms of the last answer, of the list or learned, that a number was reassigned: consent given until then
 * was given by somebody else.
 */
export function reassignedAt(
  learned: readonly LearnedRow[],
  own: Readonly<Record<string, unknown>>,
  phone: string,
): number | undefined {
  const answers = answersOf(
    learned.filter((row) => row.phone === '' || row.phone === phone),
    own['reassigned'],
  );
  const days = answers.flatMap(({ answer, queriedAt }) => (answer === 'yes' ? [queriedAt] : []));
  return days.length === 0 ? undefined : Math.max(...days);
}

/**
 * The facts that rows say, for a call to a number. `own`: what the list says of the lead, to which hours and
 * media are added, and with whose answer on a reassigned number others are compared. `learned`: from the
 * oldest to the newest. `consentAt`: epoch ms of the consent for the call.
 */
export function learnedFacts(
  learned: readonly LearnedRow[],
  own: Readonly<Record<string, unknown>>,
  phone: string,
  consentAt?: number,
): LearnedFacts {
  const rows = learned.filter((row) => row.phone === '' || row.phone === phone);
  const of = (kind: ComplianceFactKind): readonly LearnedRow[] => rows.filter((row) => row.kind === kind);
  const details = (kind: ComplianceFactKind): readonly FactDetail[] =>
    of(kind).flatMap((row) => (row.detail === null ? [] : [parseJson(row.detail, NOTHING)]));

  const hours = details('inconvenient-time').filter(isHours);
  const media = details('channel-opt-out').flatMap((detail) => ('media' in detail ? detail.media : []));
  const zone = details('time-zone').findLast((detail) => 'timeZone' in detail);
  return defined({
    inconvenient:
      hours.length > 0 ? once([...listOf<InconvenientHours>(own['inconvenient']), ...hours]) : undefined,
    attorney: of('attorney').length > 0 ? ({ known: true } as const) : undefined,
    bankrupt: of('bankrupt').length > 0 ? (true as const) : undefined,
    deceased: of('deceased').length > 0 ? (true as const) : undefined,
    minor: of('minor').length > 0 ? (true as const) : undefined,
    ceaseMailedAt: of('cease-mailed')[0]?.at,
    ceaseReceivedAt: of('cease')[0]?.at,
    employerProhibits: of('employer-prohibits').length > 0 ? (true as const) : undefined,
    mediumOptOut: media.length > 0 ? once([...listOf<string>(own['mediumOptOut']), ...media]) : undefined,
    reassigned: reassignedOf(of('reassigned'), own['reassigned'], consentAt),
    timeZone: zone?.timeZone,
    timeZoneSource: zone ? ('confirmed' as const) : undefined,
  });
}

const NOTHING: FactDetail = { purposes: [] };

function isHours(detail: FactDetail): detail is InconvenientHours {
  return 'days' in detail;
}

function listOf<Item>(value: unknown): readonly Item[] {
  return Array.isArray(value) ? (value as readonly Item[]) : [];
}

/** A list says them of its lead and of the person: each is told once. */
function once<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/**
 * The newest answer counts, of the list or learned; of the same day the one that says that the number was
 * reassigned. 'No data' says nothing, and never takes the place of such an answer. A 'no' is about the
 * consent that was asked about: it does not bring back one given until a day on which the answer was yes.
 */
function reassignedOf(
  rows: readonly LearnedRow[],
  own: unknown,
  consentAt: number | undefined,
): LearnedFacts['reassigned'] {
  const answers = answersOf(rows, own);
  let found: Answer | undefined;
  for (const answer of answers) found = newerOf(found, answer);
  if (found === undefined || found.answer === 'yes' || consentAt === undefined) return found;
  const ended = answers.filter(({ answer, queriedAt }) => answer === 'yes' && queriedAt >= consentAt);
  return ended.reduce<Answer>(
    (last, answer) => (last.answer === 'yes' ? newerOf(last, answer) : answer),
    found,
  );
}

function answersOf(rows: readonly LearnedRow[], own: unknown): readonly Answer[] {
  const learned = rows.flatMap(({ kind, at, detail }) => {
    const said = kind !== 'reassigned' || detail === null ? undefined : parseJson(detail, NOTHING);
    return said && 'answer' in said ? [{ queriedAt: at, answer: said.answer }] : [];
  });
  return isAnswer(own) ? [...learned, own] : learned;
}

type Answer = NonNullable<LearnedFacts['reassigned']>;

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'queriedAt' in value && 'answer' in value;
}

function newerOf(known: Answer | undefined, other: Answer): Answer {
  if (!known) return other;
  const [older, newer] = other.queriedAt < known.queriedAt ? [other, known] : [known, other];
  const isKept = newer.answer === 'no-data' || newer.queriedAt === older.queriedAt;
  return older.answer === 'yes' && isKept ? older : newer;
}
