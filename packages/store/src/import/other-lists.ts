/**
 * Leads of an upload that stand in another list, too, which a campaign dials beside this one: the campaign
 * calls them through one of their leads (`journal/pursuit.ts`).
 */
import type { NewLead, RowProblem } from '@outdial/lists';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given, RowOf } from '../database/prepared.js';
import { entryOf } from '../identity.js';

/** A lead of an upload as it is looked up. */
export interface Sought {
  readonly lead: NewLead;
  readonly personId: string;
}

/** Lists that campaigns dial beside this one. `named`: further ones, of a campaign not yet registered. */
export async function listsBeside(
  db: Db,
  listId: string,
  named: readonly string[] = [],
): Promise<readonly string[]> {
  const registered = await db
    .selectFrom('campaign_lists as ours')
    .innerJoin('campaign_lists as theirs', 'theirs.campaign_id', 'ours.campaign_id')
    .select('theirs.list_id')
    .distinct()
    .where('ours.list_id', '=', listId)
    .execute();
  const all = new Set([...registered.map(({ list_id }) => list_id), ...named]);
  all.delete(listId);
  return [...all].sort();
}

const selectByNumber = preparedQuery(
  (db: Db, { phones, lists }: Given<{ phones: readonly string[]; lists: readonly string[] }>) =>
    db
      .selectFrom('phones as p')
      .innerJoin('leads as l', 'l.lead_id', 'p.lead_id')
      .select(['p.phone', 'l.person_id', 'l.list_id', 'l.import_line', 'l.entry', 'l.touched', 'l.state'])
      .where('p.phone', 'in', phones)
      .where('l.list_id', 'in', lists),
);

const selectByPerson = preparedQuery(
  (db: Db, { persons, lists }: Given<{ persons: readonly string[]; lists: readonly string[] }>) =>
    db
      .selectFrom('leads as l')
      .select(['l.person_id', 'l.list_id', 'l.import_line', 'l.entry', 'l.touched', 'l.state'])
      .where('l.person_id', 'in', persons)
      .where('l.list_id', 'in', lists),
);

type Twin = RowOf<typeof selectByPerson>;

/**
 * For each of these leads what its row is listed with, where its number or person stands in one of `lists`;
 * else null.
 */
export async function standingElsewhere(
  tx: Tx,
  leads: readonly Sought[],
  lists: readonly string[],
): Promise<(RowProblem | null)[]> {
  if (lists.length === 0) return leads.map(() => null);
  const twins = new Map<string, Twin[]>();
  const note = (key: string, twin: Twin): void => {
    const known = twins.get(key);
    if (known) known.push(twin);
    else twins.set(key, [twin]);
  };
  const numbers = new Set(leads.flatMap(({ lead }) => lead.phones.map(({ phone }) => phone)));
  for (const phones of inChunks([...numbers]))
    for (const row of await selectByNumber.all(tx, { phones, lists })) note(row.phone, row);
  // Without a key the person is the number.
  const keyed = new Set(leads.flatMap(({ lead, personId }) => (lead.personKey ? [personId] : [])));
  for (const persons of inChunks([...keyed]))
    for (const row of await selectByPerson.all(tx, { persons, lists })) note(row.person_id, row);
  return leads.map((sought) => problemOf(sought, twins));
}

function problemOf(
  { lead, personId }: Sought,
  twins: ReadonlyMap<string, readonly Twin[]>,
): RowProblem | null {
  const keys = [...lead.phones.map(({ phone }) => phone), personId];
  const found = keys.flatMap((key) => twins.get(key) ?? []).find((twin) => isOne(lead, twin));
  if (!found) return null;
  const what = found.person_id === personId ? 'the person' : 'a number of the row';
  const line = found.import_line === null ? '' : ` (line ${found.import_line} of its upload)`;
  return {
    field: '',
    value: '',
    problem: `${what} stands in list '${found.list_id}' of the campaign, too${line}${pursuitOf(found)}`,
    remedy: 'nothing is to be done: the campaign calls them through one of the two leads',
  };
}

/** Leads of two accounts are two pursuits. */
function isOne(lead: NewLead, { entry }: Twin): boolean {
  return entry === '' || lead.account === undefined || entry === entryOf(lead.account);
}

function pursuitOf({ state, touched }: Twin): string {
  if (state === 'closed') return ', where it is closed';
  return touched === 1 ? ', where it is pursued already' : '';
}
