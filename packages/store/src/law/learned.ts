/** Facts learned about a person, and what each puts in force at once. */
import { complianceFact, defined, localTimeOf } from '@outdial/core';
import type { ComplianceFactKind, LearnedFact } from '@outdial/core';
import { numberKeys } from '@outdial/lists';
import { insertStated } from '../audit/insert-stated.js';
import { StatedRows } from '../audit/stated-rows.js';
import type { Db, Tx } from '../database/engine.js';
import { toJson } from '../database/json-text.js';
import { keptReason } from '../database/kept-values.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { personKey } from '../identity.js';
import { closeNumbers, closePersons } from '../leads/closing.js';
import type { Closing } from '../leads/closing.js';
import type { Store } from '../open-store.js';
import { writeConsents } from './consents.js';
import { COMPANY, listSubject, subjectsOfNumber } from './do-not-call.js';
import type { FactDetail } from './fact-detail.js';
import type { InconvenientHours } from './inconvenient-hours.js';

/** About whom something was learned. */
export interface LearnedAbout {
  readonly personId: string;
  /** E.164 of the number the call went to. */
  readonly phone: string;
  /** IANA zone of the person, for inconvenient hours. */
  readonly timeZone?: string | undefined;
  readonly attemptId?: string;
  /** The lead whose attempt it comes from: its own state is settled by the attempt's end. */
  readonly leadId?: string;
}

/** Kinds that bar a person: the company never calls them again, in any list. */
export const BARS_PERSON: ReadonlySet<string> = new Set<ComplianceFactKind>([
  'do-not-call-person',
  'cease',
  'attorney',
  'bankrupt',
  'deceased',
]);

/** Source of what a list says: such facts close nothing by themselves, the law and the store refuse calls. */
export const FROM_LIST = 'import' as const;

/** A fact, with what it carries besides its date. `source`: how it came, in words. */
export interface FactLearned extends Omit<LearnedFact, 'source'> {
  readonly source: string;
  readonly detail?: FactDetail;
}

const selectKnown = preparedQuery(
  (
    db: Db,
    {
      personId,
      attemptId,
      kind,
    }: Given<{
      personId: string;
      attemptId: string;
      kind: ComplianceFactKind;
    }>,
  ) =>
    db
      .selectFrom('learned')
      .select('id')
      .where('person_id', '=', personId)
      .where('attempt_id', '=', attemptId)
      .where('kind', '=', kind)
      .limit(1),
);

/**
 * Stores one learned fact and puts it in force at once: lists, revokes, closes numbers and leads in every
 * list. The same fact of the same attempt is stored once. The audit entry of the transaction states the rows.
 */
export async function learn(
  tx: Tx,
  about: LearnedAbout,
  fact: FactLearned,
  stated: StatedRows,
): Promise<void> {
  const { personId, attemptId } = about;
  const { kind, at, source } = fact;
  const detail = fact.detail ?? detailOfCall(kind, at, about.timeZone);
  if (attemptId !== undefined && (await selectKnown.first(tx, { personId, attemptId, kind }))) return;

  const row = {
    person_id: personId,
    phone: complianceFact(kind).about === 'number' ? about.phone : '',
    kind,
    at,
    source: keptReason(source),
    attempt_id: attemptId ?? null,
    detail: detail ? toJson(detail) : null,
  };
  await insertStated(tx, stated, 'learned', [row]);
  await listAndRevoke(tx, about, fact, stated);
  await closeFor(tx, about, fact);
}

/** Lists a request not to be called; it ends every consent, as a revocation does. */
async function listAndRevoke(
  tx: Tx,
  about: LearnedAbout,
  fact: FactLearned,
  stated: StatedRows,
): Promise<void> {
  const { kind, at, source } = fact;
  const { personId, phone } = about;
  if (kind === 'do-not-call') {
    for (const subject of subjectsOfNumber(phone))
      await listSubject(tx, { subject, scope: COMPANY, at, source }, stated);
  }
  if (kind === 'do-not-call-person') {
    await listSubject(tx, { subject: personKey(personId), scope: COMPANY, at, source }, stated);
  }
  if (kind === 'do-not-call' || kind === 'do-not-call-person' || kind === 'consent-revoked') {
    const scope = fact.detail && 'purposes' in fact.detail ? fact.detail.purposes : undefined;
    const revocation = defined({ personId, type: 'revocation' as const, at, source, scope });
    await writeConsents(tx, [revocation], stated);
  }
}

/** Closes the numbers and persons that the fact is about. */
async function closeFor(tx: Tx, about: LearnedAbout, { kind, at }: FactLearned): Promise<void> {
  const { personId, phone } = about;
  const closing: Closing = defined({ why: kind, closedBy: 'do-not-call', at, except: about.leadId });
  if (kind === 'do-not-call') await closeNumbers(tx, { phones: numberKeys(phone) }, closing);
  if (kind === 'wrong-number') await closeNumbers(tx, { phones: [phone], personId }, closing);
  if (BARS_PERSON.has(kind)) await closePersons(tx, [personId], closing);
}

/** Stores a fact that did not come from a call: a letter, a form, the console. Journaled. */
export async function recordLearned(store: Store, about: LearnedAbout, fact: FactLearned): Promise<void> {
  await store.audit.within(async (tx, append) => {
    const stated = new StatedRows(store.secret);
    await learn(tx, about, fact, stated);
    await append({
      at: store.clock(),
      campaignId: '',
      kind: 'fact.learned',
      detail: {
        personId: about.personId,
        kind: fact.kind,
        source: fact.source,
        ...stated.detail(),
      },
    });
  });
}

/** What a call itself says of a fact whose kind carries something: the hour, the zone on file, the medium. */
function detailOfCall(
  kind: ComplianceFactKind,
  at: number,
  timeZone: string | undefined,
): FactDetail | undefined {
  if (kind === 'inconvenient-time') return hoursAround(at, timeZone);
  if (kind === 'time-zone') return timeZone === undefined ? undefined : { timeZone };
  if (kind === 'channel-opt-out') return { media: ['phone'] };
  return kind === 'reassigned' ? { answer: 'yes' } : undefined;
}

/**
 * "Not at this time": the hour in which it was said, on every day, until the person says more. Without a zone
 * there is no hour to keep.
 */
function hoursAround(at: number, timeZone: string | undefined): InconvenientHours | undefined {
  const local = timeZone === undefined ? null : localTimeOf(at, timeZone);
  if (!local) return undefined;
  const two = (hour: number): string => String(hour).padStart(2, '0');
  return {
    days: [0, 1, 2, 3, 4, 5, 6],
    from: `${two(local.hour)}:00`,
    to: local.hour === 23 ? '23:59' : `${two(local.hour + 1)}:00`,
  };
}
