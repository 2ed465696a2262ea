/**
 * `npm run bench:desks`: a floor of desks and boards on one server with a simulated carrier, in real time:
 * processor time and memory of the server, how late a change reaches desk and board, and, with `--pages`,
 * from answer to paint.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { checkoutsOf, packageOf } from '../by-turns.mjs';
import { startFloor } from './floor.mjs';
import { openDesks } from './pages.mjs';
import { Watch, agentAt, boardAt } from './people.mjs';

const { values } = parseArgs({
  options: {
    agents: { type: 'string', default: '200' },
    boards: { type: 'string', default: '10' },
    pages: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '60' },
    talk: { type: 'string', default: '40' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    before: { type: 'string' },
  },
});
const [agents, boards, pages, seconds, talkSeconds] = [
  values.agents,
  values.boards,
  values.pages,
  values.seconds,
  values.talk,
].map(Number);
const WRAP_UP_MS = 3_000;
/** Until lines are full and the pacer knows the list. */
const WARM_UP_MS = 20_000;

const rows = [];
for (const [which, checkout] of Object.entries(checkoutsOf(values.before)))
  rows.push({ which, ...(await measure(checkout)) });
print();
const out = new URL('../out/', import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(new URL('desks.json', out), JSON.stringify(rows, null, 1));

async function measure(checkout) {
  const client = await packageOf(checkout, 'client');
  const floor = await startFloor(checkout, { agents, talkSeconds });
  const watch = new Watch();
  const stops = [];
  let browser = null;
  try {
    const supervisors = await secretsOf(floor, 'supervisor', boards);
    for (const secret of supervisors) stops.push(boardAt(floor, { client, secret, watch }));
    const secrets = await secretsOf(floor, 'agent', agents);
    if (pages > 0) browser = await openDesks(floor.url, secrets.slice(0, pages), values.chromium);
    for (const [index, secret] of secrets.entries())
      stops.push(await agentAt(floor, `agent${index}`, { client, secret, watch, wrapUpMs: WRAP_UP_MS }));
    await pause(WARM_UP_MS);
    watch.isMeasuring = true;
    const [from, began] = [floor.use(), performance.now()];
    await pause(seconds * 1_000);
    const [to, lasted] = [floor.use(), performance.now() - began];
    watch.isMeasuring = false;
    const painted = browser === null ? new Map() : await browser.painted();
    const lag = /^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(await floor.metrics())?.[1];
    return {
      processor: ((to.cpuMs - from.cpuMs) / lasted) * 100,
      megabytesFrom: from.megabytes,
      megabytes: to.megabytes,
      desk: watch.agesOf(watch.desk),
      board: watch.agesOf(watch.board),
      orders: watch.orders,
      refused: watch.refused,
      paints: paintsOf(painted, watch.answeredAt, watch),
      paintsOfConnects: paintsOf(painted, watch.connectedAt, watch),
      kilobytesPerSecond: watch.bytes / 1_000 / ((lasted + WARM_UP_MS) / 1_000),
      lagMs: lag === undefined ? null : Number(lag) * 1_000,
    };
  } finally {
    for (const stop of stops) stop();
    await browser?.close();
    await floor.close();
  }
}

async function secretsOf(floor, role, count) {
  const secrets = [];
  for (let index = 0; index < count; index += 1) secrets.push(await floor.person(`${role}${index}`, role));
  return secrets;
}

/** ms from an instant of each call to the frame that showed who is called. */
function paintsOf(painted, instants, { aheadMs }) {
  const ages = [];
  for (const [attempt, at] of painted) {
    const from = instants.get(attempt);
    if (from !== undefined && at > 0) ages.push(at + aheadMs - from);
  }
  return ages;
}

function print() {
  const of = (list, share) => {
    const sorted = [...list].sort((a, b) => a - b);
    return sorted.length === 0 ? '' : sorted[Math.ceil(share * sorted.length) - 1].toFixed(0);
  };
  const spread = (list) => `${of(list, 0.5)} / ${of(list, 0.99)} / ${of(list, 1)} (${list.length})`;
  const table = new Table({ head: ['', ...rows.map(({ which }) => which)], style: { head: [], border: [] } });
  const add = (name, figure) => table.push([name, ...rows.map(figure)]);
  add('server, % of one processor', ({ processor }) => processor.toFixed(0));
  add(
    'server, MB at first and at last',
    (row) => `${row.megabytesFrom.toFixed(0)}, ${row.megabytes.toFixed(0)}`,
  );
  add('to all clients, kB/s', ({ kilobytesPerSecond }) => kilobytesPerSecond.toFixed(0));
  add('change to desk, ms: p50 / p99 / most', ({ desk }) => spread(desk));
  add('change to board, ms', ({ board }) => spread(board));
  add('order to its answer, ms', ({ orders }) => spread(orders));
  add('orders refused', ({ refused }) => refused);
  if (pages > 0) {
    add('answer to paint, ms', ({ paints }) => spread(paints));
    add('agent on the line to paint, ms', ({ paintsOfConnects }) => spread(paintsOfConnects));
  }
  add('event loop of the server late, p99 ms', ({ lagMs }) => lagMs?.toFixed(0) ?? '');
  console.log(`${agents} agents, ${boards} boards, ${pages} of the desks in a browser; ${seconds} s.`);
  console.log(`${cpus().length} processors, load ${loadavg()[0].toFixed(1)}.\n${table.toString()}`);
}
