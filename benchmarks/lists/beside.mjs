/**
 * `node benchmarks/lists/beside.mjs`: what claims take while long work runs beside them in the same process:
 * an import, its undoing, closed leads opened again, a changed setting, erasure. One table a database.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import * as outdial from '@outdial/store';
import { freshMariadb, freshSqlite, labAddress } from '../databases.mjs';
import { fillList } from './fill.mjs';
import { ofDatabase } from './statements.mjs';

const { values } = parseArgs({
  options: {
    leads: { type: 'string', default: '100000' },
    beside: { type: 'string', default: '20000' },
    only: { type: 'string' },
  },
});
const LEADS = Number(values.leads);
const BESIDE = Number(values.beside);
/**
 * Claims of fifty leads, each followed by their release: as many a second as a floor of a hundred asks for.
 */
const EVERY_MS = 25;
const ALONE_MS = 10_000;
const listId = 'list';
const other = 'other';
const campaignId = 'bench';
const server = await labAddress();
const databases = {
  SQLite: freshSqlite,
  ...(server === null ? {} : { MariaDB: () => freshMariadb(server) }),
};

async function measureOn(database) {
  const { url, drop } = await database();
  const store = await outdial.openStore({ url, connections: 8 });
  try {
    return await measureIn(store);
  } finally {
    await store.close();
    await drop();
  }
}

async function measureIn(store) {
  await fillList(store, outdial, { listId, leads: LEADS });
  await outdial.registerCampaign(store, { campaignId, lists: [listId] });
  let onFact = () => undefined;
  const sink = (fact) => onFact(fact);
  const onFault = ({ what, detail }) => console.error(what, detail);
  const gate = { decide: ({ at }) => ({ allowed: true, refusals: [], nextAllowedAt: at, record: {} }) };
  const journal = outdial.createJournal(store, { node: 'bench', sink, onFault, gate });
  const windowOf = (_place, at) => ({ open: true, changesAt: at + 3_600_000 });
  const queue = outdial.createLeadQueue(store, { node: 'bench', sink, onFault, windowOf });
  const answered = (type, ask) =>
    new Promise((resolve, reject) => {
      onFact = (fact) => (fact.type === type ? resolve(fact) : reject(new Error(JSON.stringify(fact))));
      ask();
    });
  await answered('campaign.recovered', () => journal.recover({ campaignId, since: [], at: Date.now() }));
  let requests = 0;
  const claim = async () => {
    const command = { campaignId, requestId: `r${(requests += 1)}`, count: 50, agentIds: [], at: Date.now() };
    const began = performance.now();
    const { leads } = await answered('leads.claimed', () => queue.claim(command));
    const took = performance.now() - began;
    queue.release({ campaignId, leadIds: leads.map(({ leadId }) => leadId), why: 'x', at: Date.now() });
    await queue.idle();
    return took;
  };
  const claimsWhile = async (work) => {
    const pauses = monitorEventLoopDelay({ resolution: 1 });
    const took = [];
    let isDone = false;
    const began = performance.now();
    const working = work().finally(() => (isDone = true));
    pauses.enable();
    while (!isDone) {
      took.push(await claim());
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    pauses.disable();
    await working;
    return { took, seconds: (performance.now() - began) / 1_000, pauseMs: pauses.max / 1e6 };
  };
  const found = {};
  await claimsWhile(() => new Promise((resolve) => setTimeout(resolve, ALONE_MS / 4)));
  for (const [name, work] of Object.entries(workOf(store))) found[name] = await claimsWhile(work);
  await queue.stop();
  await journal.stop();
  return found;
}

function workOf(store) {
  const run = ofDatabase(store);
  const alone = () => new Promise((resolve) => setTimeout(resolve, ALONE_MS));
  const lines = ['phone,name\n'];
  for (let row = 0; row < BESIDE; row += 1) lines.push(`+1617${2_000_000 + row},x${row}\n`);
  const importIt = (importId) => () =>
    outdial.importLeads(store, Readable.from(lines), { listId: other, importId, defaultCountry: 'US' });
  const setAll = async (set) => {
    await run.all(`update leads set ${set} where list_id = '${other}'`);
    await outdial.mendLeadCounts(store);
  };
  return {
    'nothing (before)': alone,
    'an import': importIt('first'),
    'its undoing': () => outdial.undoImport(store, 'first'),
    'another import': importIt('second'),
    'rows for the next': () =>
      setAll(`state = 'closed', why = 'x', closed_by = 'withdrawn', next_dialable_at = null`),
    'closed leads opened again': () =>
      outdial.recycleLeads(store, { lists: [other], endings: ['x'] }, { reason: 'again', countOnly: false }),
    'rows for the last': () => setAll(`state = 'waiting', why = 'interlock', next_dialable_at = 1`),
    'a setting that kept leads back': () =>
      outdial.registerCampaign(store, { campaignId: 'second', lists: [other] }),
    'an erasure of persons': async () => {
      const persons = (
        await run.all(`select person_id from leads where list_id = '${other}' limit 5000`)
      ).map(({ person_id: personId }) => personId);
      await outdial.erasePersons(store, persons, { reason: 'bench', isWhole: true, dryRun: false });
    },
    'nothing (after)': alone,
  };
}

const quantile = (numbers, share) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

for (const [name, database] of Object.entries(databases)) {
  if (values.only !== undefined && values.only !== name) continue;
  const table = new Table({
    head: ['beside', 'seconds', 'claims', 'median ms', '90 % ms', 'longest pause ms'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
  });
  for (const [beside, { took, seconds, pauseMs }] of Object.entries(await measureOn(database)))
    if (!beside.startsWith('rows'))
      table.push([
        beside,
        seconds.toFixed(1),
        took.length,
        quantile(took, 0.5).toFixed(2),
        quantile(took, 0.9).toFixed(2),
        pauseMs.toFixed(0),
      ]);
  console.log(`\n${name}\n${table.toString()}`);
}
