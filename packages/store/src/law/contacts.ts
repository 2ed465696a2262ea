/** Contacts with a person other than calls of outdial: caps on calls count them, too. */
import { defined } from '@outdial/core';
import { insertStated } from '../audit/insert-stated.js';
import { StatedRows } from '../audit/stated-rows.js';
import { toJson } from '../database/json-text.js';
import { storeError } from '../errors.js';
import type { Store } from '../open-store.js';

/**
 * A contact other than a call of outdial: the person called or wrote. Frequency caps and cool-downs count it.
 */
export interface Contact {
  readonly personKey?: string;
  readonly personId?: string;
  /** E.164; without key and id it names the person who has it. */
  readonly phone?: string;
  /** Epoch ms. */
  readonly at: number;
  readonly direction: 'inbound' | 'outbound';
  /** In the compliance module's terms, e.g. 'conversation', 'email'. */
  readonly outcome: string;
  /** Where it was read or who said so, in words. */
  readonly source?: string;
  /** Further members of the history entry: purpose, seller, debtId, callbackConsent ... */
  readonly entry?: Readonly<Record<string, unknown>>;
}

/** Puts a contact into the person's history. Journaled. */
export async function recordContact(store: Store, contact: Contact): Promise<void> {
  if (contact.personId === undefined && contact.personKey === undefined && contact.phone === undefined)
    throw storeError('subject-missing', {});
  const personId =
    contact.personId ?? store.secret.personIdOf({ key: contact.personKey, phone: contact.phone ?? '' });
  const { at, direction, outcome, phone } = contact;
  const entry = toJson<Readonly<Record<string, unknown>>>({
    ...defined({ at, direction, outcome, phone }),
    ...contact.entry,
  });
  await store.audit.within(async (tx, append) => {
    const row = { person_id: personId, phone: phone ?? '', at, entry, source: contact.source ?? null };
    const stated = new StatedRows(store.secret);
    await insertStated(tx, stated, 'contacts', [row]);
    await append({
      at: store.clock(),
      campaignId: '',
      kind: 'contact.recorded',
      detail: { personId, direction, outcome, ...stated.detail() },
    });
  });
}
