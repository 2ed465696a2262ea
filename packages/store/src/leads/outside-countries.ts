/**
 * Leads whose numbers lie outside the countries of a campaign. A setting keeps them from being called, so
 * they stay as they are: their place says where the numbers lie, and claims of the campaign pass by.
 */
import { countryOfNumber } from '@outdial/lists';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { parseJson } from '../database/json-text.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { counted } from './lead-counts.js';
import { nextOpenPhone, readNumbers } from './lead-row.js';
import type { LeadNumber } from './lead-row.js';
import type { PlaceWindows } from './place-windows.js';
import { placeOfLead } from './place-of-lead.js';
import { stateByInstant } from './release.js';
import { addPlaces } from './upload-rows.js';

/**
 * Position of the number that is due: the one at `index`, else the next that is open and lies in the
 * campaign's countries. 'outside': open numbers are left, and none lies there. Null: none is open.
 */
export function numberDue(
  numbers: readonly LeadNumber[],
  index: number,
  windows: PlaceWindows | null,
): number | 'outside' | null {
  if (numbers[index]?.open === 1 && isDialed(numbers[index], windows)) return index;
  const next = nextOpenPhone(
    numbers.filter((number) => isDialed(number, windows)),
    index,
  );
  return next ?? (numbers.some(({ open }) => open === 1) ? 'outside' : null);
}

/** A number that no plan has is left to the gate, which says what is wrong with it. */
function isDialed({ phone }: LeadNumber, windows: PlaceWindows | null): boolean {
  if (!windows?.choosesCountries) return true;
  const country = countryOfNumber(phone);
  return country === null || windows.dials(country);
}

const selectPlaced = preparedQuery((db: Db, { leadIds }: Given<{ leadIds: readonly string[] }>) =>
  db.selectFrom('leads').select(['lead_id', 'list_id', 'facts']).where('lead_id', 'in', leadIds),
);

const setPlace = preparedCommand((db: Db, { leadId, place }: Given<{ leadId: string; place: string }>) =>
  db.updateTable('leads').set({ place }).where('lead_id', '=', leadId),
);

const unclaim = preparedCommand(
  (db: Db, { leadIds, at }: Given<{ leadIds: readonly string[]; at: number }>) =>
    db
      .updateTable('leads')
      .set((eb) => ({ state: stateByInstant(eb, at), claim_campaign: null, claim_epoch: null }))
      .where('lead_id', 'in', leadIds),
);

/** Gives back leads that were just claimed, and notes in their place where their open numbers lie. */
export async function leaveOutside(tx: Tx, leadIds: readonly string[], at: number): Promise<void> {
  await placeByOpenNumbers(tx, leadIds);
  for (const chunk of inChunks(leadIds)) await counted(tx, chunk, () => unclaim(tx, { leadIds: chunk, at }));
}

/** Sets the places of leads anew, by those of their numbers that are open. */
export async function placeByOpenNumbers(tx: Tx, leadIds: readonly string[]): Promise<void> {
  const numbers = await readNumbers(tx, leadIds);
  for (const chunk of inChunks(leadIds)) await counted(tx, chunk, () => placeSome(tx, chunk, numbers));
}

async function placeSome(
  tx: Tx,
  leadIds: readonly string[],
  numbers: ReadonlyMap<string, readonly LeadNumber[]>,
): Promise<void> {
  for (const { lead_id: leadId, list_id: listId, facts } of await selectPlaced.all(tx, { leadIds })) {
    const open = (numbers.get(leadId) ?? []).filter((number) => number.open === 1);
    const place = placeOfLead({ facts: parseJson(facts, {}), phones: open });
    await addPlaces(tx, listId, [place]);
    await setPlace(tx, { leadId, place });
  }
}
