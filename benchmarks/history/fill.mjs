/**
 * Fills a store with attempts: a thousand calls are made through the journal, then doubled in the database.
 */
import { ofDatabase } from '../lists/statements.mjs';

const SEED = 1_000;
const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Places of an id that say of which doublings a row is a copy. */
const PLACES = 'A'.repeat(16);
/** The first doublings call the same persons again. */
const SAME_PERSONS = 3;

/** Fills in attempts over so many days, the newest today. Answers how many there are. */
export async function fillHistory(store, callAll, { attempts, days }) {
  const run = ofDatabase(store);
  await callAll(SEED, (index) => `${PLACES}-${index}`);
  await nameCopies(run);
  let have = SEED;
  for (let copy = 1; have * 2 <= attempts; copy += 1) {
    // The first doublings spread the calls over the days, the later ones fill these.
    await double(run, copy, Math.round((days * DAY) / 2 ** copy) + (copy > 8 ? HOUR / copy : 0));
    have *= 2;
  }
  await run.all(run.isMysql ? 'analyze table attempts, decisions, decision_records, audit' : 'select 1');
  return have;
}

/** Ids and numbers get places in which copies differ. */
async function nameCopies(run) {
  const renamed = `lead_id = ${run.text(`'${PLACES}'`, 'substr(lead_id, 1, 12)')}`;
  const person = `person_id = ${run.text(`'${PLACES}'`, 'substr(person_id, 1, 12)')}`;
  const phone = `phone = ${run.text(`'+1000000000'`, 'substr(phone, 9, 4)')}`;
  await run.all(`update attempts set ${renamed}, ${person}, ${phone}`);
  await run.all(`update decisions set ${renamed}`);
  await run.all(`update decision_records set ${renamed}, ${phone}`);
}

async function double(run, copy, back) {
  const flagged = (column, flag, from) =>
    run.text(run.text(`substr(${column}, 1, ${from - 1})`, `'${flag}'`), `substr(${column}, ${from + 1})`);
  const id = (column) => flagged(column, 'B', copy);
  const who = (column) => (copy <= SAME_PERSONS ? column : flagged(column, 'B', copy));
  const phone = (column) =>
    copy <= SAME_PERSONS || copy > SAME_PERSONS + 9 ? column : flagged(column, '1', 2 + copy - SAME_PERSONS);
  const at = (column) => `${column} - ${back}`;
  const after = async (table) => (await run.first(`select max(n) as top from ${table}`)).top;
  const instants = ['opened_at', 'dialed_at', 'ended_at', 'closed_at', 'answered_at', 'live_answer_at'];
  await copyRows(run, 'attempts', {
    attempt_id: id('attempt_id'),
    lead_id: who('lead_id'),
    person_id: who('person_id'),
    phone: phone('phone'),
    ...Object.fromEntries([...instants, 'connected_at'].map((name) => [name, at(name)])),
  });
  await copyRows(run, 'decisions', {
    attempt_id: id('attempt_id'),
    lead_id: who('lead_id'),
    at: at('at'),
  });
  await copyRows(run, 'decision_records', {
    n: `n + ${await after('decision_records')}`,
    attempt_id: id('attempt_id'),
    lead_id: who('lead_id'),
    phone: phone('phone'),
    at: at('at'),
  });
  await copyRows(run, 'audit', { n: `n + ${await after('audit')}`, at: at('at') });
}

async function copyRows(run, table, changed) {
  const columns = (await run.columns(table)).filter((name) => name !== 'id');
  await run.all(
    `insert into ${table} (${columns.join(', ')}) ` +
      `select ${columns.map((name) => changed[name] ?? name).join(', ')} from ${table}`,
  );
}
