/** Undoes an upload while none of its leads was called. */
import type { ExpressionBuilder, ExpressionWrapper, Selectable, SqlBool } from 'kysely';
import { StatedRows } from '../audit/stated-rows.js';
import { STEP_ROWS, stepBeside } from '../database/beside-dialing.js';
import { breathe } from '../database/breathe.js';
import type { Db, Tx } from '../database/engine.js';
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

/** Leads of an upload that one statement looks at. */
const COUNTED_ROWS = 2_000;

/**
 * Removes the leads that an upload added, with their numbers and the consents that came with them, in steps
 * beside dialing. Leads that were there before, do-not-call requests and facts of persons stay. Where it was
 * cut short, asking again removes the rest.
 *
 * @throws 'import-unknown'; 'import-in-use' where one of its leads was called or is claimed: then nothing is
 * removed; 'import-undone-in-part' where a campaign took leads meanwhile: these stay, and the upload with
 * them.
 */
export async function undoImport(store: Store, importId: string): Promise<UndoReport> {
  const { db } = store.engine;
  const upload = await db
    .selectFrom('imports')
    .selectAll()
    .where('import_id', '=', importId)
    .executeTakeFirst();
  if (!upload) throw storeError('import-unknown', { importId });
  const { used } = await countLeads(db, upload);
  if (used > 0) throw storeError('import-in-use', { importId, leads: used });
  let removed = 0;
  for (let after: string | null = ''; after !== null;) {
    const from: string = after;
    const step = await stepBeside(store, () => removeSome(store, upload, from));
    removed += step.removed;
    after = step.last;
  }
  const left = await countLeads(db, upload);
  if (left.added > 0) throw storeError('import-undone-in-part', { importId, removed, leads: left.added });
  const report = { importId, listId: upload.list_id, removed, kept: left.kept };
  await removeUpload(store, upload, report);
  const { doNotCall } = { ...emptyTotals(), ...parseJson(upload.totals, {}) };
  return { ...report, doNotCall };
}

type Upload = Selectable<ImportsTable>;

/** A lead that was called, or is about to be. */
export function isUsed(
  eb: ExpressionBuilder<Database, 'leads'>,
): ExpressionWrapper<Database, 'leads', SqlBool> {
  return eb.or([eb('touched', '=', 1), eb('attempts', '>', 0), eb('state', '=', 'claimed')]);
}

/** Leads of an upload. */
interface UploadedLeads {
  /** Leads that it added: one that it brought up to date is older. */
  readonly added: number;
  /** Those of them that were called, or are about to be. */
  readonly used: number;
  readonly kept: number;
}

async function countLeads(db: Db, { import_id, started_at }: Upload): Promise<UploadedLeads> {
  const sums = { added: 0, used: 0, kept: 0 };
  for (let after: string | null = ''; after !== null;) {
    const page = await db
      .selectFrom('leads')
      .select(['lead_id', 'created_at', (eb) => isUsed(eb).as('used')])
      .where('import_id', '=', import_id)
      .where('lead_id', '>', after)
      .orderBy('lead_id')
      .limit(COUNTED_ROWS)
      .execute();
    for (const { created_at, used } of page) {
      if (created_at !== started_at) sums.kept += 1;
      else sums.added += 1;
      if (created_at === started_at && Number(used) === 1) sums.used += 1;
    }
    after = page.length < COUNTED_ROWS ? null : (page.at(-1)?.lead_id ?? null);
    await breathe();
  }
  return sums;
}

/** Removes the next leads that the upload added; `last`: null when there are no more. */
async function removeSome(
  store: Store,
  { import_id, list_id, started_at }: Upload,
  after: string,
): Promise<{ readonly removed: number; readonly last: string | null }> {
  const page = await store.engine.db
    .selectFrom('leads')
    .select('lead_id')
    .where('import_id', '=', import_id)
    .where('lead_id', '>', after)
    .orderBy('lead_id')
    .limit(STEP_ROWS)
    .execute();
  const leadIds = page.map(({ lead_id }) => lead_id);
  const last = page.length < STEP_ROWS ? null : (leadIds.at(-1) ?? null);
  if (leadIds.length === 0) return { removed: 0, last };
  const removed = await store.audit.within(async (tx, append) => {
    const leads = await tx
      .selectFrom('leads')
      .select(['lead_id', 'person_id'])
      .where('lead_id', 'in', leadIds)
      .where('created_at', '=', started_at)
      .where((eb) => eb.not(isUsed(eb)))
      .forUpdate()
      .execute();
    if (leads.length === 0) return 0;
    const stated = new StatedRows(store.secret);
    await removeLeads(tx, leads, stated);
    const detail = { importId: import_id, listId: list_id, removed: leads.length, ...stated.detail() };
    await append({ at: store.clock(), campaignId: '', kind: 'import.undone-part', detail });
    return leads.length;
  });
  return { removed, last };
}

interface AddedLead {
  readonly lead_id: string;
  readonly person_id: string;
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

/** The upload itself goes: the same file can be imported anew under its name. */
async function removeUpload(
  store: Store,
  upload: Upload,
  report: Omit<UndoReport, 'doNotCall'>,
): Promise<void> {
  await store.audit.within(async (tx, append) => {
    const stated = new StatedRows(store.secret);
    stated.gone('imports', upload);
    if (upload.done === 1) stated.gone('import_ends', upload);
    await tx.deleteFrom('imports').where('import_id', '=', upload.import_id).execute();
    const detail = { ...report, ...stated.detail() };
    await append({ at: store.clock(), campaignId: '', kind: 'import.undone', detail });
  });
}
