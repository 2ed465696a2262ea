/** Adds leads from a program. */
import { randomUUID } from 'node:crypto';
import { isE164 } from '@outdial/core';
import { storeError } from '../errors.js';
import type { Store } from '../open-store.js';
import { leadIdOf, personIdOf } from '../identity.js';
import { beginImport, noteProgress } from '../import/import-progress.js';
import { emptyTotals } from '../import/import-totals.js';
import type { NewLead } from './new-lead.js';
import { writeLeads } from './write-leads.js';
import type { WriteVerdict } from './write-leads.js';

/**
 * Adds leads from a program instead of a file: numbers must be E.164 already. Says what became of each, with
 * its id.
 */
export async function addLeads(
  store: Store,
  leads: readonly NewLead[],
  options: {
    readonly listId: string;
    readonly duplicates?: 'skip' | 'update';
    readonly onePer?: 'person' | 'account';
  },
): Promise<{ readonly leadId: string; readonly personId: string; readonly verdict: WriteVerdict }[]> {
  for (const [index, lead] of leads.entries()) checkLead(lead, index);
  const { importId, startedAt } = await beginImport(store, randomUUID(), options.listId);
  const onePer = options.onePer ?? 'person';
  const verdicts = await store.audit.within(async (tx) => {
    const lines = leads.map((lead, index) => ({ lead, line: index + 1 }));
    const written = await writeLeads(store, tx, lines, {
      listId: options.listId,
      importId,
      duplicates: options.duplicates ?? 'skip',
      onePer,
      at: startedAt,
    });
    await noteProgress(tx, importId, {
      position: leads.length,
      rejectsBytes: 0,
      totals: { ...emptyTotals(), rows: leads.length },
      done: true,
      at: store.clock(),
    });
    return written;
  });
  return leads.map((lead, index) => {
    const personId = personIdOf({ key: lead.personKey, phone: lead.phones[0]?.phone ?? '' });
    return {
      leadId: leadIdOf({
        listId: options.listId,
        personId,
        account: onePer === 'account' ? lead.account : undefined,
      }),
      personId,
      verdict: verdicts[index] ?? 'added',
    };
  });
}

function checkLead(lead: NewLead, index: number): void {
  const position = index + 1;
  if (lead.phones.length === 0) throw storeError('lead-invalid', { position, reason: 'it has no number' });
  const odd = lead.phones.findIndex((phone) => !isE164(phone.phone));
  if (odd < 0) return;
  throw storeError('lead-invalid', { position, reason: `its number ${odd + 1} is not E.164` });
}
