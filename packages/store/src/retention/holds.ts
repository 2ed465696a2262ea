/** Legal holds: what they are about, and whom they keep from being erased. */
import { withArchive } from '../database/archive-db.js';
import type { Db } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { NUMBER_KEY, PERSON_KEY } from '../identity.js';
import type { Store } from '../open-store.js';
import { readStandingOrders } from '../law/standing-orders.js';

/** What the subject of a hold on a campaign begins with. */
export const CAMPAIGN_KEY = 'c:';
/** The subject of a hold on everything. */
export const EVERYTHING = 'all';

/** Subjects of the holds that are in force. */
export async function readHeldSubjects(store: Store): Promise<readonly string[]> {
  const holds = await readStandingOrders(store, 'legal-hold');
  return holds.filter(({ endedAt }) => endedAt === null).map(({ subject }) => subject);
}

/** Those of these persons whom a hold is about: by person, by number, by a campaign that called them. */
export async function heldPersons(
  db: Db,
  personIds: readonly string[],
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  if (subjects.includes(EVERYTHING)) return new Set(personIds);
  const named = (key: string): readonly string[] =>
    subjects.filter((subject) => subject.startsWith(key)).map((subject) => subject.slice(key.length));
  const held = new Set(named(PERSON_KEY));
  const numbers = named(NUMBER_KEY);
  const campaigns = named(CAMPAIGN_KEY);
  for (const chunk of inChunks(personIds)) {
    if (numbers.length > 0) {
      const owners = db.selectFrom('phones').select('person_id').where('person_id', 'in', chunk);
      for (const row of await owners.where('phone', 'in', numbers).execute()) held.add(row.person_id);
    }
    const calls = withArchive(db)
      .selectFrom('attempts')
      .select('person_id')
      .distinct()
      .where('person_id', 'in', chunk);
    if (numbers.length > 0)
      for (const row of await calls.where('phone', 'in', numbers).execute()) held.add(row.person_id);
    if (campaigns.length > 0)
      for (const row of await calls.where('campaign_id', 'in', campaigns).execute()) held.add(row.person_id);
  }
  return held;
}
