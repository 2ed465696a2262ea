/** Leads of certain numbers: what a campaign may dial before it is live. */
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { LeadRow } from './lead-row.js';

/** A lead whose due number is one of those asked for. */
export type NamedLead = Pick<
  LeadRow,
  'lead_id' | 'state' | 'place' | 'dial_order' | 'seq' | 'next_dialable_at'
>;

/** Which leads to look for. */
interface NamedLeads {
  readonly lists: readonly string[];
  readonly numbers: readonly string[];
  readonly agentIds: readonly string[];
  readonly at: number;
  /** Callbacks due at this instant or before are anybody's. */
  readonly anybodys: number;
}

/** Leads and callbacks that are due, open to one of the agents, and whose due number is named. */
function namedLeads(db: Db, { lists, numbers, agentIds, at, anybodys }: Given<NamedLeads>) {
  return db
    .selectFrom('leads as l')
    .innerJoin('phones as p', (join) =>
      join.onRef('p.lead_id', '=', 'l.lead_id').onRef('p.position', '=', 'l.phone_index'),
    )
    .select(['l.lead_id', 'l.state', 'l.place', 'l.dial_order', 'l.seq', 'l.next_dialable_at'])
    .where('p.phone', 'in', numbers)
    .where('l.list_id', 'in', lists)
    .where((eb) =>
      eb.or([
        eb('l.state', '=', 'ready'),
        eb.and([eb('l.state', '=', 'waiting'), eb('l.next_dialable_at', '<=', at)]),
        eb.and([
          eb('l.state', '=', 'callback'),
          eb('l.next_dialable_at', '<=', at),
          eb.or([
            eb('l.callback_agent_id', 'is', null),
            eb('l.callback_agent_id', 'in', agentIds),
            eb('l.next_dialable_at', '<=', anybodys),
          ]),
        ]),
      ]),
    );
}

const readNamed = preparedQuery(namedLeads);
const lockNamed = preparedQuery((db: Db, given: Given<NamedLeads>) =>
  namedLeads(db, given).forUpdate().skipLocked(),
);

/**
 * Leads whose due number is one of these, in dial order: callbacks first. `lock`: no other claim gets them
 * before the transaction ends.
 */
export async function findNamedLeads(
  db: Db | Tx,
  { numbers, lock, ...given }: NamedLeads & { readonly lock: boolean },
): Promise<readonly NamedLead[]> {
  const found: NamedLead[] = [];
  for (const chunk of inChunks([...new Set(numbers)]))
    found.push(...(await (lock ? lockNamed : readNamed).all(db, { ...given, numbers: chunk })));
  return found.sort(inDialOrder);
}

function inDialOrder(one: NamedLead, other: NamedLead): number {
  return (
    Number(other.state === 'callback') - Number(one.state === 'callback') ||
    one.dial_order - other.dial_order ||
    one.seq - other.seq
  );
}
