/** What a newer upload says of leads that are there. */
import type { StatedRows } from '../audit/stated-rows.js';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { insertMany } from '../database/insert-many.js';
import { parseJson, toJson } from '../database/json-text.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { writeConsents } from '../law/consents.js';
import { dialOrderOf, orderPushed } from './dial-order.js';
import { counted } from './lead-counts.js';
import { readPhones } from './lead-row.js';
import type { LeadRow, PhoneRow } from './lead-row.js';
import { placeOfLead } from './place-of-lead.js';
import { addPlaces, consentsOf, phoneRow } from './upload-rows.js';
import type { Entry, WriteOptions } from './upload-rows.js';

const lockUploaded = preparedQuery((db: Db, { leadIds }: Given<{ leadIds: readonly string[] }>) =>
  db.selectFrom('leads').selectAll().where('lead_id', 'in', leadIds).forUpdate(),
);

/** What an upload sets of a lead. */
type Uploaded = Pick<LeadRow, 'facts' | 'fields' | 'place' | 'dial_order' | 'skills'> &
  Pick<LeadRow, 'owner_agent_id' | 'answer_probability' | 'account' | 'seller'> &
  Pick<LeadRow, 'lead_id' | 'import_id' | 'import_line' | 'updated_at'>;

const setUploaded = preparedCommand((db: Db, given: Given<Uploaded>) =>
  db
    .updateTable('leads')
    .set((eb) => ({
      facts: given.facts,
      fields: given.fields,
      place: given.place,
      dial_order: given.dial_order,
      skills: given.skills,
      owner_agent_id: eb.fn.coalesce(given.owner_agent_id, 'owner_agent_id'),
      answer_probability: eb.fn.coalesce(given.answer_probability, 'answer_probability'),
      account: eb.fn.coalesce(given.account, 'account'),
      seller: eb.fn.coalesce(given.seller, 'seller'),
      import_id: given.import_id,
      import_line: given.import_line,
      updated_at: given.updated_at,
    }))
    .where('lead_id', '=', given.lead_id),
);

/**
 * Brings leads up to date with what the list says now: facts, fields, priority, numbers. What was learned on
 * calls stays. A lead that the upload has several times takes them in their order.
 */
export async function updateLeads(
  within: { readonly tx: Tx; readonly stated: StatedRows },
  entries: readonly Entry[],
  listed: ReadonlySet<string>,
  options: WriteOptions,
): Promise<void> {
  for (let left = entries; left.length > 0;) {
    const now = new Map<string, Entry>();
    const later: Entry[] = [];
    for (const entry of left)
      if (now.has(entry.leadId)) later.push(entry);
      else now.set(entry.leadId, entry);
    for (const some of inChunks([...now.values()])) await updateSome(within, some, listed, options);
    left = later;
  }
}

/** Brings different leads up to date: what is read of them is read at once. */
async function updateSome(
  { tx, stated }: { readonly tx: Tx; readonly stated: StatedRows },
  entries: readonly Entry[],
  listed: ReadonlySet<string>,
  options: WriteOptions,
): Promise<void> {
  const leadIds = entries.map(({ leadId }) => leadId);
  const rows = new Map((await lockUploaded.all(tx, { leadIds })).map((row) => [row.lead_id, row]));
  const phones = await readPhones(tx, leadIds);
  const known = entries.flatMap((entry) => {
    const row = rows.get(entry.leadId);
    if (!row) return [];
    const facts = { ...parseJson(row.facts, {}), ...entry.lead.facts };
    const numbers = [...(phones.get(entry.leadId) ?? []), ...entry.lead.phones];
    return [{ entry, row, facts, place: placeOfLead({ facts, phones: numbers }) }];
  });
  await addPlaces(tx, options.listId, [...new Set(known.map(({ place }) => place))]);
  const updated = known.map(({ row }) => row.lead_id);
  await counted(tx, updated, async () => {
    for (const { entry, row, facts, place } of known) {
      await setUploaded(tx, uploadedOf(entry, row, { facts, place, options }));
      const newNumber = await mergePhones(tx, entry, phones.get(entry.leadId) ?? [], listed);
      const consents = await writeConsents(tx, consentsOf(entry), stated);
      const changed = JSON.stringify(facts) !== row.facts || consents > 0 || newNumber !== null;
      if (changed) await askAgain(tx, row, newNumber, options.at);
    }
  });
}

type Facts = Readonly<Record<string, unknown>>;

function uploadedOf(
  { lead, leadId, line }: Entry,
  row: LeadRow,
  {
    facts,
    place,
    options,
  }: { readonly facts: Facts; readonly place: string; readonly options: WriteOptions },
): Uploaded {
  const order = lead.priority === undefined ? row.dial_order : dialOrderOf(lead.priority);
  return {
    lead_id: leadId,
    facts: toJson(facts),
    fields: toJson({ ...parseJson(row.fields, {}), ...lead.fields }),
    place,
    dial_order: options.first ? orderPushed(order) : order,
    skills: lead.skills ? toJson(lead.skills) : row.skills,
    owner_agent_id: lead.ownerAgentId ?? null,
    answer_probability: lead.answerProbability ?? null,
    account: lead.account ?? null,
    seller: lead.seller ?? null,
    import_id: options.importId,
    import_line: line,
    updated_at: options.at,
  };
}

/**
 * Appends numbers that are new; known ones keep their position and stay closed when closed. Returns the
 * position of the first new open number.
 */
async function mergePhones(
  tx: Tx,
  entry: Entry,
  known: readonly PhoneRow[],
  listed: ReadonlySet<string>,
): Promise<number | null> {
  let position = known.length;
  let first: number | null = null;
  for (const phone of entry.lead.phones) {
    const same = known.find((row) => row.phone === phone.phone);
    if (same) {
      if (phone.lineType && phone.lineType !== same.line_type) {
        await tx
          .updateTable('phones')
          .set({ line_type: phone.lineType })
          .where('lead_id', '=', entry.leadId)
          .where('position', '=', same.position)
          .execute();
      }
      continue;
    }
    const row = phoneRow(entry, phone, position, listed);
    await insertMany(tx, 'phones', [row]);
    if (row.open === 1) first ??= position;
    position += 1;
  }
  return first;
}

/**
 * The law refused the lead on facts that changed, or it had no number left and has one now: the law is asked
 * again. Nothing else in an upload reopens a lead.
 */
async function askAgain(tx: Tx, row: LeadRow, newNumber: number | null, at: number): Promise<void> {
  const refused = row.closed_by === 'refused' || (row.state === 'waiting' && row.why.startsWith('refused: '));
  const exhausted = row.state === 'closed' && row.why === 'no-number-left' && newNumber !== null;
  if (!refused && !exhausted) return;
  await tx
    .updateTable('leads')
    .set({
      state: 'waiting',
      closed_by: null,
      next_dialable_at: at,
      phone_index: exhausted ? newNumber : 0,
      why: 'facts-changed',
      updated_at: at,
    })
    .where('lead_id', '=', row.lead_id)
    .execute();
}
