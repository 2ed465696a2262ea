/** Reads the company's own do-not-call list: what a new database must know of the one before it. */
import { NUMBER_KEY, PERSON_KEY } from '../identity.js';
import type { Store } from '../open-store.js';

/** A number on the list. */
export interface DoNotCallOnFile {
  /** E.164. */
  readonly phone: string;
  /** 'company', or the campaign that alone leaves it out. */
  readonly scope: string;
  /** Epoch ms at which it was asked for. */
  readonly at: number;
  readonly source: string;
  /** True: the person asked, and this is one of their numbers. */
  readonly isOfPerson: boolean;
}

/** What was read of the list. */
export interface DoNotCallPage {
  readonly numbers: readonly DoNotCallOnFile[];
  /** Entries of persons of whom the store has no number. */
  readonly withoutNumber: number;
}

const PAGE = 1_000;

/**
 * The entries of the list in pages. A person's entry gives each number that the store knows of the person.
 */
export async function* readDoNotCall(store: Store): AsyncGenerator<DoNotCallPage> {
  const { db } = store.engine;
  for (let after = { subject: '', scope: '' }; ;) {
    const rows = await db
      .selectFrom('do_not_call')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('subject', '>', after.subject),
          eb.and([eb('subject', '=', after.subject), eb('scope', '>', after.scope)]),
        ]),
      )
      .orderBy('subject')
      .orderBy('scope')
      .limit(PAGE)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    const persons = rows.flatMap(({ subject }) =>
      subject.startsWith(PERSON_KEY) ? [subject.slice(PERSON_KEY.length)] : [],
    );
    const phones = await phonesOf(store, persons);
    const numbers: DoNotCallOnFile[] = [];
    let withoutNumber = 0;
    for (const { subject, scope, at, source } of rows) {
      const isOfPerson = subject.startsWith(PERSON_KEY);
      const own = isOfPerson
        ? (phones.get(subject.slice(PERSON_KEY.length)) ?? [])
        : [subject.slice(NUMBER_KEY.length)];
      if (own.length === 0) withoutNumber += 1;
      for (const phone of own) numbers.push({ phone, scope, at, source, isOfPerson });
    }
    yield { numbers, withoutNumber };
    after = { subject: last.subject, scope: last.scope };
  }
}

async function phonesOf(
  store: Store,
  persons: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (persons.length === 0) return found;
  const rows = await store.engine.db
    .selectFrom('phones')
    .select(['person_id', 'phone'])
    .where('person_id', 'in', [...persons])
    .distinct()
    .execute();
  for (const { person_id: person, phone } of rows) found.set(person, [...(found.get(person) ?? []), phone]);
  return found;
}
