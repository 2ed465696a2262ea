/** Undoes an upload while none of its leads was called. */
import type { ExpressionBuilder, ExpressionWrapper, Selectable, SqlBool } from 'kysely';
import { StatedRows } from '../audit/stated-rows.js';
import type { Tx } from '../database/engine.js';
import type { Database, ImportsTable } from '../database/tables.js';
import { parseJson } from '../database/json-text.js';
import { storeError } from '../errors.js';
import { counted } from '../leads/lead-counts.js';
import type { Store } from '../open-store.js';
import { emptyTotals } from './import-totals.js';

/** Result of undoing an upload. */
export interface UndoReport {
  readonly importId: string;
  readonly listId: string;
  /** Leads removed. */
  readonly removed: number;
  /** Leads that were there before and that the upload brought up to date: they stay as they are now. */
  readonly kept: number;
  /** Rows of the upload that were not to be called: what a person asked stays in force. */
  readonly doNotCall: number;
}

const PAGE = 200;

/**
 * Removes the leads that an upload added, with their numbers and the consents that came with them, in one
 * transaction. Leads that were there before, do-not-call requests and facts of persons stay.
 *
 * @throws 'import-unknown'; 'import-in-use' where one of its leads was called or is claimed: then nothing is
 * removed.
 */
export async function undoImport(store: Store, importId: string): Promise<UndoReport> {
  return store.audit.within(async (tx, append) => {
    const upload = await tx
      .selectFrom('imports')
      .selectAll()
      .where('import_id', '=', importId)
      .executeTakeFirst();
    if (!upload) throw storeError('import-unknown', { importId });
    await refuseUsed(tx, upload);
    const stated = new StatedRows(store.secret);
    let removed = 0;
    for (let page = await readPage(tx, upload); page.length > 0; page = await readPage(tx, upload)) {
      await removeLeads(tx, page, stated);
      removed += page.length;
    }
    const kept = await countKept(tx, importId);
    await removeUpload(tx, upload, stated);
    const detail = { importId, listId: upload.list_id, removed, kept, ...stated.detail() };
    await append({ at: store.clock(), campaignId: '', kind: 'import.undone', detail });
    const { doNotCall } = { ...emptyTotals(), ...parseJson(upload.totals, {}) };
    return { importId, listId: upload.list_id, removed, kept, doNotCall };
  });
}

type Upload = Selectable<ImportsTable>;

/** A lead that was called, or is about to be. */
export function isUsed(
  eb: ExpressionBuilder<Database, 'leads'>,
): ExpressionWrapper<Database, 'leads', SqlBool> {
  return eb.or([eb('touched', '=', 1), eb('attempts', '>', 0), eb('state', '=', 'claimed')]);
}

/** Refuses where a lead of the upload was called, or is about to be. */
async function refuseUsed(tx: Tx, { import_id, started_at }: Upload): Promise<void> {
  const { used } = await tx
    .selectFrom('leads')
    .select(({ fn }) => fn.countAll<number>().as('used'))
    .where('import_id', '=', import_id)
    .where('created_at', '=', started_at)
    .where(isUsed)
    .executeTakeFirstOrThrow();
  if (Number(used) > 0) throw storeError('import-in-use', { importId: import_id, leads: Number(used) });
}

interface AddedLead {
  readonly lead_id: string;
  readonly person_id: string;
}

/** Some of the leads that the upload added: a lead that it brought up to date is older. */
function readPage(tx: Tx, { import_id, started_at }: Upload): Promise<AddedLead[]> {
  return tx
    .selectFrom('leads')
    .select(['lead_id', 'person_id'])
    .where('import_id', '=', import_id)
    .where('created_at', '=', started_at)
    .limit(PAGE)
    .forUpdate()
    .execute();
}

async function removeLeads(tx: Tx, leads: readonly AddedLead[], stated: StatedRows): Promise<void> {
  const leadIds = leads.map(({ lead_id }) => lead_id);
  await tx.deleteFrom('phones').where('lead_id', 'in', leadIds).execute();
  const removed = tx.deleteFrom('leads').where('lead_id', 'in', leadIds);
  await counted(tx, leadIds, () => removed.execute());
  const personIds = [...new Set(leads.map(({ person_id }) => person_id))];
  const elsewhere = await personsElsewhere(tx, personIds);
  const gone = personIds.filter((personId) => !elsewhere.has(personId));
  if (gone.length === 0) return;
  const consents = tx.selectFrom('consents').selectAll().where('person_id', 'in', gone);
  for (const consent of await consents.where('source', '=', 'import').execute())
    stated.gone('consents', consent);
  await tx.deleteFrom('consents').where('person_id', 'in', gone).where('source', '=', 'import').execute();
}

/** Persons who stand in another list, or were called. */
async function personsElsewhere(tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const table of ['leads', 'attempts', 'learned'] as const) {
    const rows = await tx
      .selectFrom(table)
      .select('person_id')
      .distinct()
      .where('person_id', 'in', personIds)
      .execute();
    for (const row of rows) found.add(row.person_id);
  }
  return found;
}

async function countKept(tx: Tx, importId: string): Promise<number> {
  const { kept } = await tx
    .selectFrom('leads')
    .select(({ fn }) => fn.countAll<number>().as('kept'))
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow();
  return Number(kept);
}

/** The upload itself goes: the same file can be imported anew under its name. */
async function removeUpload(tx: Tx, upload: Upload, stated: StatedRows): Promise<void> {
  stated.gone('imports', upload);
  if (upload.done === 1) stated.gone('import_ends', upload);
  await tx.deleteFrom('imports').where('import_id', '=', upload.import_id).execute();
}
