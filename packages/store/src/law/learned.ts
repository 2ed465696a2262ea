import type { ComplianceFactKind, LearnedFact } from '@outdial/core';
import { execute, query } from '../database/statements.js';
import type { Tx } from '../database/engine.js';
import type { Append } from '../audit/chain.js';
import { numberKey, personKey } from '../identity.js';
import { closeNumbers, closePersons } from '../leads/closing.js';
import type { Store } from '../open-store.js';
import { writeConsents } from './consents.js';
import { COMPANY, listSubject } from './do-not-call.js';
import { localTimeOf } from './local-time.js';

/** Hours at which a person does not want to be called, in local time. Days: 0 is Monday. */
export interface InconvenientHours {
  readonly days: readonly number[];
  /** 'HH:MM'. */
  readonly from: string;
  readonly to: string;
}

/** About whom something was learned. */
export interface LearnedAbout {
  readonly personId: string;
  /** E.164 of the number the call went to. */
  readonly phone: string;
  /** IANA zone of the person, for inconvenient hours. */
  readonly timeZone?: string;
  readonly attemptId?: string;
  /** The lead whose attempt taught it: its own state is settled by the attempt's end. */
  readonly leadId?: string;
}

/** Kinds that concern the number called, not the person. */
const OF_NUMBER: ReadonlySet<ComplianceFactKind> = new Set([
  'do-not-call',
  'wrong-number',
  'employer-prohibits',
]);
/** Kinds after which nobody of the company calls that person any more, in any list. */
export const ENDS_PERSON: ReadonlySet<string> = new Set<ComplianceFactKind>([
  'do-not-call-person',
  'cease',
  'attorney',
  'bankrupt',
  'deceased',
]);

/**
 * Stores one learned fact and puts it in force at once: lists, revokes, closes numbers and leads in every
 * list. The same fact of the same attempt is stored once.
 */
export async function learn(
  store: Store,
  tx: Tx,
  about: LearnedAbout,
  fact: LearnedFact & { readonly detail?: InconvenientHours },
): Promise<void> {
  const phone = OF_NUMBER.has(fact.kind) ? about.phone : '';
  const detail =
    fact.detail ?? (fact.kind === 'inconvenient-time' ? hoursAround(fact.at, about.timeZone) : undefined);
  if (about.attemptId !== undefined) {
    const known = await query(
      tx,
      'select 1 as known from learned where person_id = ? and attempt_id = ? and kind = ? limit 1',
      [about.personId, about.attemptId, fact.kind],
    );
    if (known.length > 0) return;
  }
  await execute(
    tx,
    'insert into learned (person_id, phone, kind, at, source, attempt_id, detail) values (?, ?, ?, ?, ?, ?, ?)',
    [
      about.personId,
      phone,
      fact.kind,
      fact.at,
      fact.source,
      about.attemptId ?? null,
      detail ? JSON.stringify(detail) : null,
    ],
  );
  if (fact.kind === 'do-not-call')
    await listSubject(store, tx, {
      subject: numberKey(about.phone),
      scope: COMPANY,
      at: fact.at,
      source: fact.source,
    });
  if (fact.kind === 'do-not-call-person')
    await listSubject(store, tx, {
      subject: personKey(about.personId),
      scope: COMPANY,
      at: fact.at,
      source: fact.source,
    });
  if (fact.kind === 'do-not-call' || fact.kind === 'do-not-call-person' || fact.kind === 'consent-revoked') {
    await writeConsents(tx, store.engine.insertIgnore, [
      { personId: about.personId, type: 'revocation', at: fact.at, source: fact.source },
    ]);
  }
  const closing = {
    why: fact.kind,
    closedBy: 'do-not-call' as const,
    at: fact.at,
    ...(about.leadId === undefined ? {} : { except: about.leadId }),
  };
  if (fact.kind === 'do-not-call')
    await closeNumbers(tx, store.engine.forUpdate, { phones: [about.phone] }, closing);
  if (fact.kind === 'wrong-number')
    await closeNumbers(
      tx,
      store.engine.forUpdate,
      { phones: [about.phone], personId: about.personId },
      closing,
    );
  if (ENDS_PERSON.has(fact.kind)) await closePersons(tx, store.engine.forUpdate, [about.personId], closing);
}

/** Stores a fact that came by another way than a call: a letter, a form, the console. Journaled. */
export async function recordLearned(
  store: Store,
  about: LearnedAbout,
  fact: LearnedFact & { readonly detail?: InconvenientHours },
): Promise<void> {
  await store.audit.within(async (tx, append: Append) => {
    await learn(store, tx, about, fact);
    await append({
      at: store.clock(),
      campaignId: '',
      kind: 'fact.learned',
      detail: { personId: about.personId, kind: fact.kind, source: fact.source },
    });
  });
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
