/** Fills a list with as many leads as asked for: ten thousand are added, then doubled in the database. */
import { ofDatabase } from './statements.mjs';

const SEED = 10_000;
const HOUR = 3_600_000;
const ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];
const REGIONS = ['NY', 'IL', 'CO', 'CA', 'TX', 'NV', 'FL', 'WA', 'OR', 'AZ'];

/** Leads of ten: six ready, two retries of later, two closed. */
export async function fillList(store, { addLeads, mendLeadCounts }, { listId, leads }) {
  for (let first = 0; first < Math.min(SEED, leads); first += 2_000) {
    const rows = Array.from({ length: 2_000 }, (_, index) => newLead(first + index));
    await addLeads(store, rows, { listId });
  }
  const run = ofDatabase(store);
  const { n, top } = await run.first('select count(*) as n, max(seq) as top from leads');
  const later = Date.now() + 8 * HOUR;
  await run.all(
    `update leads set state = 'waiting', why = 'retry-no-answer', touched = 1, attempts = 1, ` +
      `next_dialable_at = ${later} + seq % 1000000 where seq % 10 in (1, 2)`,
  );
  await run.all(
    `update leads set state = 'closed', why = 'sale', closed_by = 'outcome', touched = 1, ` +
      `next_dialable_at = null where seq % 10 in (3, 4)`,
  );
  const base = Number(top) - Number(n);
  for (let have = Number(n); have < leads; have *= 2)
    await double(run, { have, more: Math.min(have, leads - have), base });
  await mendLeadCounts(store);
  await run.analyze();
}

function newLead(index) {
  return {
    phones: [{ phone: `+1303${2_000_000 + index}` }, { phone: `+1720${2_000_000 + index}` }],
    account: `A${index}`,
    priority: index % 5,
    facts: { country: 'US', region: REGIONS[index % 10], timeZone: ZONES[index % 4] },
    fields: { name: 'x', balance: String(index % 1_000) },
  };
}

/** Copies of the first leads: other ids, persons, accounts, numbers and ages. */
async function double(run, { have, more, base }) {
  const within = `seq > ${base} and seq <= ${base + more}`;
  const columns = await run.columns('leads');
  const copied = {
    lead_id: run.text(`substr(lead_id, 1, 12)`, `seq - ${base} + ${have}`),
    person_id: run.text(`substr(person_id, 1, 12)`, `seq - ${base} + ${have}`),
    account: run.text(`'A'`, `seq - ${base} + ${have}`),
    seq: `seq + ${have}`,
  };
  await run.all(
    `insert into leads (${columns.join(', ')}) ` +
      `select ${columns.map((name) => copied[name] ?? name).join(', ')} from leads where ${within}`,
  );
  const own = `seq - ${base}`;
  await run.all(
    `insert into phones (lead_id, position, phone, person_id, line_type, open, closed_why) ` +
      `select lead_id, 0, ${run.text(`'+1'`, `4010000000 + ${own}`)}, person_id, null, 1, null ` +
      `from leads where seq > ${base + have} and seq <= ${base + have + more}`,
  );
}
