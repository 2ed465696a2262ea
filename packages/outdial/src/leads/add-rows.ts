/** Leads that a program gives: read like the rows of a file, added at once, with a verdict a row. */
import { defined, errorFacts, errorFrom } from '@outdial/core';
import { readLeadRows, type RowProblem } from '@outdial/lists';
import { addLeads, type Store, type WriteVerdict } from '@outdial/store';
import type { CampaignFile, ListSource } from '../campaign-file/types.js';
import { listed, ListingError } from '../error-catalogue/listing-error.js';
import { countryOf, dateOrderOf } from './import-list.js';
import { LEAD_ERRORS } from './lead-errors.js';

/**
 * A lead given as data: values by any name the importer knows (phone, name, state, consent ...); further
 * ones are shown to the agent.
 */
export type LeadRecord = Readonly<Record<string, string>>;

/** How rows are added. */
export interface AddRowsOptions {
  /** Default: the first list of the campaign. */
  readonly listId?: string;
  /** What happens to a row whose person is in the list already. Default: as the list says. */
  readonly duplicates?: 'skip' | 'update';
  /** Dialed next: ahead of callbacks, every priority and leads claimed before. Default: false. */
  readonly first?: boolean;
}

/** What became of one row, in the order of the rows. */
export interface LeadVerdict {
  /** 'rejected': the row cannot be used; its problems say why. */
  readonly verdict: WriteVerdict | 'rejected';
  /** The lead in the store, also where the list had it before; null: rejected. */
  readonly leadId: string | null;
  /** Values that were left out, or why the row was rejected. */
  readonly problems: readonly RowProblem[];
}

/** Adds rows to a list of a campaign. Throws `campaign-list-unknown`. */
export async function addRows(
  store: Store,
  file: CampaignFile,
  rows: readonly LeadRecord[],
  options: AddRowsOptions = {},
): Promise<readonly LeadVerdict[]> {
  const list = listOf(file, options.listId);
  const readings = readLeadRows(rows, {
    defaultCountry: countryOf(list, file),
    numbers: list.numbers,
    ...dateOrderOf(list),
    ...defined({ columns: list.columns }),
  });
  const leads = readings.flatMap(({ lead }) => lead ?? []);
  const against = readings.flatMap((reading) => reading.against ?? []);
  const duplicates = options.duplicates ?? list.duplicates;
  const { first = false } = options;
  const written =
    leads.length + against.length === 0
      ? []
      : await addLeads(store, leads, { listId: list.id, duplicates, first, against });
  const next = written.values();
  return readings.map(({ lead, problems }) => {
    const done = lead ? next.next().value : undefined;
    return { verdict: done?.verdict ?? 'rejected', leadId: done?.leadId ?? null, problems };
  });
}

/** Adds rows that must all be usable. Throws `leads-unusable`, which lists every row that is not. */
export async function addRowsOrThrow(
  store: Store,
  file: CampaignFile,
  rows: readonly LeadRecord[],
): Promise<void> {
  const verdicts = await addRows(store, file, rows);
  const problems = verdicts.flatMap(({ verdict, problems: found }, index) => {
    const last = verdict === 'rejected' ? found.at(-1) : undefined;
    return last ? [`row ${index + 1}: ${last.field}: ${last.problem}; ${last.remedy}`] : [];
  });
  if (problems.length === 0) return;
  const facts = errorFacts(LEAD_ERRORS, 'leads-unusable', { problems: listed(problems) });
  throw new ListingError({ ...facts, context: { rows: problems.length } });
}

function listOf(file: CampaignFile, listId: string | undefined): ListSource {
  const list = listId === undefined ? file.lists[0] : file.lists.find(({ id }) => id === listId);
  if (list) return list;
  throw errorFrom(LEAD_ERRORS, 'campaign-list-unknown', {
    list: listId ?? '',
    campaign: file.id,
    lists: file.lists.map(({ id }) => id).join(', '),
  });
}
