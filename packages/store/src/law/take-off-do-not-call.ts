/** Takes a mistaken entry off the internal do-not-call list, and opens what it had closed. */
import { StatedRows } from '../audit/stated-rows.js';
import { NUMBER_KEY, PERSON_KEY, numberKey } from '../identity.js';
import { reopenListed } from '../leads/reopen-listed.js';
import type { Store } from '../open-store.js';
import { namedBy, subjectsOf } from './do-not-call.js';
import type { DoNotCallSubject } from './do-not-call.js';

/** What {@link takeOffDoNotCall} did. */
export interface DoNotCallRemoval {
  /** Whether there was an entry. */
  readonly removed: boolean;
  /** Leads that are open again. */
  readonly reopened: number;
}

/**
 * Takes a number or person off the list, where the entry was a mistake. Numbers and leads that the entry
 * closed are open again, except those of a person who is barred by another fact. Journaled.
 */
export async function takeOffDoNotCall(
  store: Store,
  request: DoNotCallSubject,
  why: string,
): Promise<DoNotCallRemoval> {
  return store.audit.within(async (tx, append) => {
    // An entry of an earlier version may have the number as it was given.
    const given = request.phone === undefined ? [] : [numberKey(request.phone)];
    const subjects = [...new Set([...subjectsOf(store.secret, request), ...given])];
    const rows = await tx
      .selectFrom('do_not_call')
      .selectAll()
      .where('subject', 'in', subjects)
      .forUpdate()
      .execute();
    if (rows.length === 0) return { removed: false, reopened: 0 };

    await tx.deleteFrom('do_not_call').where('subject', 'in', subjects).execute();
    const stated = new StatedRows(store.secret);
    for (const row of rows) stated.gone('do_not_call', row);
    const at = store.clock();
    const leadIds = await reopenListed(tx, {
      phones: namedBy(NUMBER_KEY, subjects),
      personIds: namedBy(PERSON_KEY, subjects),
      why,
      at,
      secret: store.secret,
    });
    const detail = { count: 1, why, ...stated.detail() };
    await append({ at, campaignId: '', kind: 'do-not-call.removed', detail });
    if (leadIds.length > 0) {
      const reopened = { reason: why, reopened: leadIds.length, leadIds };
      await append({ at, campaignId: '', kind: 'leads.reopened', detail: reopened });
    }
    return { removed: true, reopened: leadIds.length };
  });
}

/** {@link takeOffDoNotCall}, telling only whether there was an entry. */
export async function removeDoNotCall(
  store: Store,
  request: DoNotCallSubject,
  why: string,
): Promise<boolean> {
  return (await takeOffDoNotCall(store, request, why)).removed;
}
