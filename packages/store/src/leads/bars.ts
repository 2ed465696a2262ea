/** What keeps a person, or a number of theirs, from being called again in any list. */
import type { Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { numberKey, personKey } from '../identity.js';
import { listedSubjects } from '../law/do-not-call.js';
import { BARS_PERSON, FROM_LIST } from '../law/learned.js';
import type { StoreSecret } from '../store-secret.js';

/** A number of a person. */
export interface NumberOfPerson {
  readonly person_id: string;
  /** E.164. */
  readonly phone: string;
}

/** Why persons and numbers are barred: 'do-not-call' where they are on that list, else the fact learned. */
export interface Bars {
  ofPerson(personId: string): string | null;
  /** Of the person, or of this number where it is that of the person. */
  ofNumber(number: NumberOfPerson): string | null;
}

const LISTED = 'do-not-call';

/** Reads what bars these numbers and their persons; what is known of a number alone bars the number. */
export async function readBars(
  tx: Tx,
  secret: StoreSecret,
  numbers: readonly NumberOfPerson[],
): Promise<Bars> {
  const known = new Map(numbers.map(({ phone }) => [phone, secret.personIdOf({ phone })]));
  const personIds = [...new Set([...numbers.map(({ person_id }) => person_id), ...known.values()])];
  const listed = await listedSubjects(tx, [
    ...personIds.map(personKey),
    ...numbers.map(({ phone }) => numberKey(phone)),
  ]);
  const persons = new Map<string, string>();
  const wrong = new Set<string>();
  const flagged = new Set<string>();
  for (const personId of personIds) if (listed.has(personKey(personId))) persons.set(personId, LISTED);
  for (const chunk of inChunks(personIds)) {
    const learned = await tx
      .selectFrom('learned')
      .select(['person_id', 'kind', 'phone', 'source'])
      .where('person_id', 'in', chunk)
      .where('withdrawn_at', 'is', null)
      .execute();
    for (const { person_id, kind, phone, source } of learned) {
      if (BARS_PERSON.has(kind)) persons.set(person_id, kind === 'do-not-call-person' ? LISTED : kind);
      if (kind === 'wrong-number') wrong.add(`${person_id} ${phone}`);
      if (kind === 'do-not-call' && source === FROM_LIST) flagged.add(phone);
    }
  }
  return {
    ofPerson: (personId) => persons.get(personId) ?? null,
    ofNumber: ({ person_id, phone }) => {
      const bar = persons.get(person_id) ?? persons.get(known.get(phone) ?? '');
      if (bar !== undefined) return bar;
      if (listed.has(numberKey(phone)) || flagged.has(phone)) return LISTED;
      return wrong.has(`${person_id} ${phone}`) ? 'wrong-number' : null;
    },
  };
}
