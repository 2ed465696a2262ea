/** Reads from the detail of an entry what it states of rows. */
import { parseJson, asJson } from '../database/json-text.js';
import type { AttemptStatement } from './attempt-statement.js';
import { DIGESTED_TABLES } from './row-digest.js';
import type { StatedPart } from './row-pages.js';
import { decisionDigest, endDigest, openingDigest } from './statement-digest.js';
import type { AboutAttempt } from './statement-digest.js';
import type { StatedDetail, StatedDigests } from './stated-rows.js';

/** The columns of an entry that state something. */
export interface StatingEntry {
  readonly at: number;
  readonly campaign_id: string;
  readonly kind: string;
  readonly detail: string;
}

/** The detail of an entry, as far as it states rows. */
interface StatingDetail extends StatedDetail {
  readonly attemptId?: string;
  readonly leadId?: string;
  readonly mode?: string;
  readonly decision?: string;
  readonly outcome?: string;
  readonly disposition?: string | null;
  readonly row?: AttemptStatement;
}

/** What an entry states of the decision on an attempt. */
export interface DecisionInEntry {
  /** Hash of the record. */
  readonly decision: string;
  readonly digest: string;
}

/** What an entry states. */
export interface StatedInEntry {
  readonly about: AboutAttempt | null;
  readonly decision: DecisionInEntry | null;
  readonly opening: AttemptStatement | null;
  readonly end: AttemptStatement | null;
  /** Outcome and disposition: all that entries of earlier versions stated of an end. */
  readonly outcome: string | null;
  /** Rows written and rows gone. */
  readonly rows: readonly { readonly part: StatedPart; readonly digest: string; readonly times: 1 | -1 }[];
}

const NOTHING: StatedInEntry = {
  about: null,
  decision: null,
  opening: null,
  end: null,
  outcome: null,
  rows: [],
};

/** Kinds of entries that are about the row of an attempt. */
export const OPENED = 'attempt.opened';
export const CAME_IN = 'inbound.opened';
export const CLOSED = 'attempt.closed';

/** Reads an entry. One that cannot be read states nothing: its hash shows that it was changed. */
export function statedIn(entry: StatingEntry): StatedInEntry {
  const detail = read(entry.detail);
  if (!detail) return NOTHING;
  const { attemptId, leadId = '', row, decision, mode = '' } = detail;
  const about = attemptId === undefined ? null : { attemptId, campaignId: entry.campaign_id, leadId };
  const isOpening = entry.kind === OPENED || entry.kind === CAME_IN;
  const opening = about && isOpening && row ? row : null;
  const end = about && entry.kind === CLOSED && row ? row : null;
  const decided = about && decision !== undefined ? { at: entry.at, mode, decision } : null;
  return {
    about,
    opening,
    end,
    decision:
      about && decided ? { decision: decided.decision, digest: decisionDigest(about, decided) } : null,
    outcome: about && entry.kind === CLOSED ? outcomeText(detail.outcome, detail.disposition) : null,
    rows: [
      ...partsOf(about, opening, end, decided),
      ...digestsOf(detail.rows, 1),
      ...digestsOf(detail.gone, -1),
    ],
  };
}

/** Outcome and disposition as one text. */
export function outcomeText(
  outcome: string | null | undefined,
  disposition: string | null | undefined,
): string {
  return `${String(outcome ?? null)} ${disposition ?? ''}`;
}

function read(text: string): StatingDetail | null {
  try {
    return parseJson(asJson<StatingDetail>(text), {});
  } catch {
    return null;
  }
}

function partsOf(
  about: AboutAttempt | null,
  opening: AttemptStatement | null,
  end: AttemptStatement | null,
  decided: { readonly at: number; readonly mode: string; readonly decision: string } | null,
): StatedInEntry['rows'] {
  if (!about) return [];
  return [
    ...(opening ? [{ part: 'attempts', digest: openingDigest(about, opening), times: 1 } as const] : []),
    ...(end ? [{ part: 'attempt_ends', digest: endDigest(about, end), times: 1 } as const] : []),
    ...(decided ? [{ part: 'decisions', digest: decisionDigest(about, decided), times: 1 } as const] : []),
  ];
}

const STATED_NAMES = [...DIGESTED_TABLES, 'attempts', 'attempt_ends'] as const;

function digestsOf(digests: StatedDigests | undefined, times: 1 | -1): StatedInEntry['rows'] {
  if (!digests) return [];
  return STATED_NAMES.flatMap((part) => (digests[part] ?? []).map((digest) => ({ part, digest, times })));
}
