/** Withdraws facts that were not so: they stay on record with the day and the reason, and bind no call. */
import { complianceFact } from '@outdial/core';
import type { FactName } from '@outdial/core';
import { numberKeys } from '@outdial/lists';
import { StatedRows } from '../audit/stated-rows.js';
import type { Tx } from '../database/engine.js';
import { asJson, parseJson, toJson } from '../database/json-text.js';
import { NUMBER_KEY, PERSON_KEY, numberKey, personKey } from '../identity.js';
import { FLAGGED } from '../leads/closing.js';
import { reopenClosed } from '../leads/reopen-listed.js';
import type { Store } from '../open-store.js';
import { namedBy } from './do-not-call.js';
import type { FactSubject } from './fact-subject.js';
import { CONTACT_OUTCOMES } from './facts.js';
import { defined } from '@outdial/core';

/** What {@link withdrawFact} did. */
export interface FactWithdrawal {
  /** Facts that bind no call any more. */
  readonly withdrawn: number;
  /** Leads that are open again. */
  readonly reopened: number;
}

/** The transaction of a withdrawal. */
interface Within {
  readonly tx: Tx;
  readonly stated: StatedRows;
  readonly withdrawn_at: number;
  readonly withdrawn_why: string;
}

/**
 * Withdraws every fact of a kind of a subject, wherever it came from: calls, operators, lists. Revocations
 * and do-not-call entries that came with it go with it; numbers and leads that it closed are open again,
 * unless another fact bars the person. A fact about a number is withdrawn for the subject's number, or where
 * the subject is not a number for all of the person's. Journaled.
 */
export async function withdrawFact(
  store: Store,
  subject: FactSubject,
  order: { readonly kind: FactName; readonly why: string },
): Promise<FactWithdrawal> {
  const { kind, why } = order;
  return store.audit.within(async (tx, append) => {
    const at = store.clock();
    const stated = new StatedRows(store.secret);
    const within = { tx, stated, withdrawn_at: at, withdrawn_why: why };
    const persons = personsOf(store, subject);
    let withdrawn = kind in CONTACT_OUTCOMES ? await withdrawContacts(within, persons, kind) : 0;
    withdrawn += await withdrawLearned(within, persons, subject, kind);
    const leads = await dropFromLeads(tx, persons, kind, at);
    const subjects = await takeOffList(within, persons, subject, kind);
    if (withdrawn + leads + subjects.length === 0) return { withdrawn: 0, reopened: 0 };
    const leadIds = await reopenClosed(tx, {
      phones: namedBy(NUMBER_KEY, subjects),
      personIds: [...persons, ...namedBy(PERSON_KEY, subjects)],
      closedWhy: kind.startsWith('do-not-call') ? [kind, 'do-not-call', FLAGGED] : [kind],
      why,
      at,
      secret: store.secret,
    });
    const detail = { kind, why, persons, lists: leads, reopened: leadIds.length, ...stated.detail() };
    await append({ at, campaignId: '', kind: 'fact.withdrawn', detail });
    return { withdrawn: withdrawn + leads + subjects.length, reopened: leadIds.length };
  });
}

/** The persons, and the one who is only known by the number. */
function personsOf({ secret }: Store, { persons, phone }: FactSubject): readonly string[] {
  const numbers = phone === null ? persons.flatMap(({ phones }) => phones) : [phone];
  return [
    ...new Set([
      ...persons.map(({ personId }) => personId),
      ...numbers.map((of) => secret.personIdOf({ phone: of })),
    ]),
  ];
}

async function withdrawLearned(
  { tx, stated, withdrawn_at, withdrawn_why }: Within,
  persons: readonly string[],
  { phone }: FactSubject,
  kind: FactName,
): Promise<number> {
  const isOfNumber = complianceFact(kind).about === 'number' && phone !== null;
  const rows = await tx
    .selectFrom('learned')
    .selectAll()
    .where('person_id', 'in', persons)
    .where((eb) => eb(eb.ref('kind').$castTo<string>(), '=', kind))
    .$if(isOfNumber, (query) => query.where('phone', '=', phone ?? ''))
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .execute();
  for (const row of rows) {
    await tx.updateTable('learned').set({ withdrawn_at, withdrawn_why }).where('id', '=', row.id).execute();
    stated.gone('learned', row);
    stated.written('learned', { ...row, withdrawn_at, withdrawn_why });
  }
  const came = REVOKING.has(kind) ? rows : [];
  const revoked = await withdrawRevocations({ tx, stated, withdrawn_at, withdrawn_why }, persons, kind, came);
  return Math.max(rows.length, revoked);
}

/** Kinds that revoke consent, too. */
const REVOKING: ReadonlySet<FactName> = new Set<FactName>([
  'consent-revoked',
  'do-not-call',
  'do-not-call-person',
]);

/** Revocations that came with these facts; those of lists only where revocations are withdrawn. */
async function withdrawRevocations(
  { tx, stated, withdrawn_at, withdrawn_why }: Within,
  persons: readonly string[],
  kind: FactName,
  came: readonly { readonly person_id: string; readonly at: number }[],
): Promise<number> {
  if (!REVOKING.has(kind)) return 0;
  const rows = await tx
    .selectFrom('consents')
    .selectAll()
    .where('person_id', 'in', persons)
    .where('type', '=', 'revocation')
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .execute();
  let count = 0;
  for (const row of rows) {
    if (
      kind !== 'consent-revoked' &&
      !came.some(({ person_id, at }) => person_id === row.person_id && at === row.at)
    )
      continue;
    await tx
      .updateTable('consents')
      .set({ withdrawn_at, withdrawn_why })
      .where('consent_id', '=', row.consent_id)
      .execute();
    stated.gone('consents', row);
    stated.written('consents', { ...row, withdrawn_at, withdrawn_why });
    count += 1;
  }
  return count;
}

async function withdrawContacts(
  { tx, stated, withdrawn_at, withdrawn_why }: Within,
  persons: readonly string[],
  kind: FactName,
): Promise<number> {
  const rows = await tx
    .selectFrom('contacts')
    .selectAll()
    .where('person_id', 'in', persons)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .execute();
  const own = rows.filter(({ entry }) => parseJson(entry, {})['outcome'] === CONTACT_OUTCOMES[kind]);
  for (const row of own) {
    await tx.updateTable('contacts').set({ withdrawn_at, withdrawn_why }).where('id', '=', row.id).execute();
    stated.gone('contacts', row);
    stated.written('contacts', { ...row, withdrawn_at, withdrawn_why });
  }
  return own.length;
}

/** Facts that a list brought stand with the lead: the next upload that says so brings them again. */
async function dropFromLeads(
  tx: Tx,
  persons: readonly string[],
  kind: FactName,
  at: number,
): Promise<number> {
  const { lawFact } = complianceFact(kind);
  if (lawFact === null) return 0;
  const leads = await tx
    .selectFrom('leads')
    .select(['lead_id', 'facts'])
    .where('person_id', 'in', persons)
    .forUpdate()
    .execute();
  let dropped = 0;
  for (const { lead_id, facts: text } of leads) {
    const { [lawFact]: found, timeZoneSource, ...others } = parseJson(text, {});
    if (found === undefined || (kind === 'time-zone' && timeZoneSource !== 'confirmed')) continue;
    // A zone that was not confirmed after all is a guess again.
    const facts =
      kind === 'time-zone'
        ? { ...others, timeZone: found, timeZoneSource: 'guess' }
        : { ...others, ...defined({ timeZoneSource }) };
    await tx
      .updateTable('leads')
      .set({ facts: asJson(toJson<Readonly<Record<string, unknown>>>(facts)), updated_at: at })
      .where('lead_id', '=', lead_id)
      .execute();
    dropped += 1;
  }
  return dropped;
}

/** Takes the entries of the company's list away that such a request made. Returns their keys. */
async function takeOffList(
  { tx, stated }: Within,
  persons: readonly string[],
  { phone }: FactSubject,
  kind: FactName,
): Promise<readonly string[]> {
  const subjects =
    kind === 'do-not-call-person'
      ? persons.map(personKey)
      : kind === 'do-not-call' && phone !== null
        ? numberKeys(phone).map(numberKey)
        : [];
  if (subjects.length === 0) return [];
  const rows = await tx
    .selectFrom('do_not_call')
    .selectAll()
    .where('subject', 'in', subjects)
    .forUpdate()
    .execute();
  if (rows.length === 0) return [];
  await tx.deleteFrom('do_not_call').where('subject', 'in', subjects).execute();
  for (const row of rows) stated.gone('do_not_call', row);
  return rows.map(({ subject }) => subject);
}
