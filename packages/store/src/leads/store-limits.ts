/**
 * What a list says against calls to a person is knowledge of the company, not of the list: it is stored with
 * what calls and operators taught, whether or not the row becomes a lead, and is read for every call.
 *
 * Whom it binds. A notice (attorney, cease letter, employer, hours, media, reassigned number, a number not to
 * be called) binds the person by their key and everyone called on a number of the row, in every list and
 * later ones: a collector that knows it of a consumer knows it of their spouse, too (15 U.S.C. 1692c(a)(2),
 * (c), (d)), and a list without keys knows a person by the number alone. For which debt it was said no list
 * tells, so it is of all; which calls it forbids, the rules of the law say by purpose. A death, a bankruptcy
 * or a minority is of the person alone where a key names them, else of everyone who has one of the numbers.
 */
import { complianceFact } from '@outdial/core';
import type { ComplianceFactKind } from '@outdial/core';
import type { ImportedFacts } from '@outdial/lists';
import { insertStated } from '../audit/insert-stated.js';
import type { StatedRows } from '../audit/stated-rows.js';
import type { Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { toJson } from '../database/json-text.js';
import type { FactDetail } from '../law/fact-detail.js';
import { FROM_LIST } from '../law/learned.js';
import type { StoreSecret } from '../store-secret.js';
import type { PersonsLead } from './persons-lead.js';

/** A fact that a row states, with the day from which it is so. */
interface Limit {
  readonly kind: ComplianceFactKind;
  /** Epoch ms. */
  readonly at: number;
  readonly detail?: FactDetail;
  /** Of two days that lists give, which one says more; absent: the day says nothing. */
  readonly counts?: 'first' | 'last';
  /** E.164; absent: every number of the person. */
  readonly phone?: string;
}

interface LimitRow extends Limit {
  readonly personId: string;
}

/** Where limits are stored. */
interface Within {
  readonly tx: Tx;
  readonly stated: StatedRows;
}

/** Stores the notices of rows under their persons and numbers; what is known is stored once. */
export async function storeLimits(
  { tx, stated }: Within,
  entries: readonly PersonsLead[],
  now: number,
): Promise<void> {
  const rows = entries.flatMap((entry) => limitRowsOf(stated.secret, entry, now));
  if (rows.length === 0) return;
  const known = await knownLimits(tx, rows);
  const fresh = rows.filter((row) => {
    const key = keyOf(row);
    const at = known.get(key);
    const isOld =
      at !== undefined &&
      (row.counts === undefined || (row.counts === 'first' ? row.at >= at : row.at <= at));
    if (!isOld) known.set(key, row.at);
    return !isOld;
  });
  await insertStated(
    tx,
    stated,
    'learned',
    fresh.map(({ personId, phone = '', kind, at, detail }) => ({
      person_id: personId,
      phone,
      kind,
      at,
      source: FROM_LIST,
      attempt_id: null,
      detail: detail ? toJson(detail) : null,
    })),
  );
}

/** The persons who are known by the numbers of a row alone. */
export function numbersPersons(secret: StoreSecret, { lead }: PersonsLead): readonly string[] {
  return lead.phones.map(({ phone }) => secret.personIdOf({ phone }));
}

function limitRowsOf(secret: StoreSecret, entry: PersonsLead, now: number): readonly LimitRow[] {
  const { lead, personId } = entry;
  const limits = noticesOf(lead.facts ?? {}, now);
  const flagged = lead.phones.filter(({ doNotCall }) => doNotCall === true);
  const closed = flagged.map(({ phone }): LimitRow => {
    return { personId: secret.personIdOf({ phone }), phone, kind: 'do-not-call', at: now };
  });
  if (limits.length === 0) return closed;
  const persons = [...new Set([personId, ...numbersPersons(secret, entry)])];
  return [
    ...closed,
    ...limits.flatMap((limit) =>
      complianceFact(limit.kind).about === 'person' || lead.phones.length === 0
        ? persons.map((id) => ({ ...limit, personId: id }))
        : lead.phones.map(({ phone }) => ({ ...limit, phone, personId: secret.personIdOf({ phone }) })),
    ),
  ];
}

/** The notices among the facts of a row. Nothing that permits a call is one. */
function noticesOf(facts: ImportedFacts, now: number): readonly Limit[] {
  const { attorney, ceaseMailedAt, ceaseReceivedAt, employerProhibits, mediumOptOut, reassigned } = facts;
  return [
    attorney?.known === true && ({ kind: 'attorney', at: now } as const),
    ceaseReceivedAt !== undefined && ({ kind: 'cease', at: ceaseReceivedAt, counts: 'first' } as const),
    ceaseMailedAt !== undefined && ({ kind: 'cease-mailed', at: ceaseMailedAt, counts: 'first' } as const),
    employerProhibits === true && ({ kind: 'employer-prohibits', at: now } as const),
    mediumOptOut !== undefined && {
      kind: 'channel-opt-out' as const,
      at: now,
      detail: { media: mediumOptOut },
    },
    reassigned?.answer === 'yes' && {
      kind: 'reassigned' as const,
      at: reassigned.queriedAt,
      counts: 'last' as const,
      detail: { answer: 'yes' as const },
    },
    ...(facts.inconvenient ?? []).map((detail) => ({ kind: 'inconvenient-time' as const, at: now, detail })),
  ].filter((limit) => limit !== false);
}

/** The days of those that are known, by person and fact. */
async function knownLimits(tx: Tx, rows: readonly LimitRow[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const chunk of inChunks([...new Set(rows.map(({ personId }) => personId))])) {
    const learned = await tx
      .selectFrom('learned')
      .select(['person_id', 'phone', 'kind', 'at', 'detail'])
      .where('person_id', 'in', chunk)
      .where('withdrawn_at', 'is', null)
      .execute();
    for (const { person_id: personId, phone, kind, at, detail } of learned) {
      const key = JSON.stringify([personId, phone, kind, detail]);
      const before = found.get(key) ?? at;
      found.set(key, kind === 'reassigned' ? Math.max(before, at) : Math.min(before, at));
    }
  }
  return found;
}

function keyOf({ personId, phone = '', kind, detail }: LimitRow): string {
  return JSON.stringify([personId, phone, kind, detail ? toJson(detail) : null]);
}
