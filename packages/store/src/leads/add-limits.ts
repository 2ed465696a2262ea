/**
 * What a row that is not taken says against calls. A limit that it names must not be lost: it is added to the
 * lead that is there. Nothing is ever taken away here.
 */
import { defined } from '@outdial/core';
import type { ImportedFacts } from '@outdial/lists';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { parseJson, toJson } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';

type Facts = Readonly<Record<string, unknown>>;

const lockFacts = preparedQuery((db: Db, { leadIds }: Given<{ leadIds: readonly string[] }>) =>
  db.selectFrom('leads').select(['lead_id', 'facts']).where('lead_id', 'in', leadIds).forUpdate(),
);

/** A lead that is there, and the facts that a row says of it. */
export interface LimitedLead {
  readonly leadId: string;
  readonly facts: ImportedFacts;
}

/** Adds the limits that rows say of leads that are there: of duplicates, and of rejected rows. */
export async function addLimits(tx: Tx, said: readonly LimitedLead[], at: number): Promise<void> {
  const limited = said.filter(({ facts }) => Object.keys(limitsOf({}, facts)).length > 0);
  if (limited.length === 0) return;
  const known = new Map<string, Facts>();
  for (const leadIds of inChunks([...new Set(limited.map(({ leadId }) => leadId))]))
    for (const row of await lockFacts.all(tx, { leadIds })) known.set(row.lead_id, parseJson(row.facts, {}));
  const before = new Map(known);
  for (const { leadId, facts } of limited) {
    const has = known.get(leadId);
    if (has) known.set(leadId, { ...has, ...limitsOf(has, facts) });
  }
  for (const [leadId, now] of known) {
    if (JSON.stringify(now) === JSON.stringify(before.get(leadId))) continue;
    await tx
      .updateTable('leads')
      .set({ facts: toJson(now), updated_at: at })
      .where('lead_id', '=', leadId)
      .execute();
  }
}

/** The facts of a row that bar or limit calls, joined with those that the lead has of the same name. */
function limitsOf(has: ImportedFacts, says: ImportedFacts): ImportedFacts {
  const { inconvenient, mediumOptOut, reassigned } = says;
  const isReassigned =
    reassigned?.answer === 'yes' && reassigned.queriedAt >= (has.reassigned?.queriedAt ?? 0);
  return defined({
    doNotCall: says.doNotCall?.national === true ? { ...has.doNotCall, national: true } : undefined,
    attorney: says.attorney,
    ceaseReceivedAt: has.ceaseReceivedAt ?? says.ceaseReceivedAt,
    ceaseMailedAt: has.ceaseMailedAt ?? says.ceaseMailedAt,
    employerProhibits: says.employerProhibits,
    mediumOptOut: mediumOptOut && joined(has.mediumOptOut, mediumOptOut),
    inconvenient: inconvenient && joined(has.inconvenient, inconvenient),
    reassigned: isReassigned ? reassigned : undefined,
  });
}

/** Both lists, each value once. */
function joined<Value>(has: readonly Value[] = [], says: readonly Value[]): readonly Value[] {
  return [...new Map([...has, ...says].map((value) => [JSON.stringify(value), value])).values()];
}
