/** Checks the counters of leads against the attempts they count. */
import { MODES_BESIDE_LISTS } from '@outdial/core';
import { archiveOf } from '../database/archive-db.js';
import type { Db } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { pages, PAGE_ROWS } from '../database/paged.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given, RowOf } from '../database/prepared.js';
import type { Findings } from './findings.js';

const selectLeads = preparedQuery((db: Db, { after }: Given<{ after: string }>) =>
  db
    .selectFrom('leads')
    .select(['lead_id', 'person_id', 'attempts', 'last_outcome', 'last_disposition', 'last_attempt_at'])
    .where('lead_id', '>', after)
    .orderBy('lead_id')
    .limit(PAGE_ROWS),
);

const selectEnded = preparedQuery((db: Db, { personIds }: Given<{ personIds: readonly string[] }>) =>
  db
    .selectFrom('attempts')
    .select(['lead_id', 'opened_at', 'closed_at', 'outcome', 'disposition', 'counts'])
    .where('person_id', 'in', personIds)
    .where('ended_at', 'is not', null)
    // A call that came in is not an attempt of the lead.
    .where('mode', 'not in', MODES_BESIDE_LISTS),
);

type LeadRow = RowOf<typeof selectLeads>;
type EndedRow = RowOf<typeof selectEnded>;

/** The counters that the attempts of a lead add up to. */
interface Counted {
  attempts: number;
  last: EndedRow | undefined;
}

/**
 * Attempts, last outcome, disposition and instant of every lead must be those of its attempts, which the
 * trail states. Caps and retries go by these counters.
 */
export async function checkLeads(db: Db, findings: Findings): Promise<void> {
  const all = pages((after?: LeadRow) => selectLeads.all(db, { after: after?.lead_id ?? '' }));
  for await (const leads of all) {
    const counted = await countAttempts(db, leads);
    for (const lead of leads) {
      const problem = problemOf(lead, counted.get(lead.lead_id));
      if (problem !== null) findings.add(`lead ${lead.lead_id}`, problem);
    }
  }
}

async function countAttempts(db: Db, leads: readonly LeadRow[]): Promise<Map<string, Counted>> {
  const counted = new Map<string, Counted>();
  for (const personIds of inChunks([...new Set(leads.map((lead) => lead.person_id))])) {
    const archived = await selectEnded.all(archiveOf(db), { personIds });
    for (const row of [...archived, ...(await selectEnded.all(db, { personIds }))]) {
      const lead = counted.get(row.lead_id) ?? { attempts: 0, last: undefined };
      counted.set(row.lead_id, lead);
      lead.attempts += row.counts ?? 0;
      if (!lead.last || isLater(row, lead.last)) lead.last = row;
    }
  }
  return counted;
}

function isLater(a: EndedRow, b: EndedRow): boolean {
  return (
    (a.closed_at ?? 0) > (b.closed_at ?? 0) || (a.closed_at === b.closed_at && a.opened_at > b.opened_at)
  );
}

function problemOf(
  lead: LeadRow,
  { attempts, last }: Counted = { attempts: 0, last: undefined },
): string | null {
  const wrong = [
    ...(lead.attempts === attempts ? [] : ['attempts']),
    ...(lead.last_outcome === (last?.outcome ?? null) ? [] : ['last_outcome']),
    ...(lead.last_disposition === (last?.disposition ?? null) ? [] : ['last_disposition']),
    ...(lead.last_attempt_at === (last?.opened_at ?? null) ? [] : ['last_attempt_at']),
  ];
  return wrong.length === 0 ? null : `its attempts come to another ${wrong.join(', ')} than the lead says`;
}
