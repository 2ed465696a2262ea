/**
 * `node benchmarks/scale/model.mjs`: how many calls a second a store and its nodes carry, from 1 to 64 nodes,
 * and what stands in the way. A model: costs a call are measured (`measure.mjs`, `bench:asterisk`), the
 * machine is assumed. Prints the tables of docs/concepts/scale.md and draws its picture into docs/images.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { erlangCMeanWait } from '@outdial/core';
import Table from 'cli-table3';
import * as vega from 'vega';
import { compile } from 'vega-lite';

/** Costs of one call, measured on two cores that other work shared; see docs/concepts/scale.md. */
const MEASURED = {
  statements: 18.7,
  transactions: 2.0,
  logBytes: 27_000,
  /** Processor time of the database server, ms. */
  serverMs: 10.6,
  /** Processor time of a node with its engine, ms: one process, most of it on one core; a scripted Asterisk. */
  nodeMs: 4.6,
};

/** What is not measured here: machines and lines between them. */
const ASSUMED = {
  databaseCores: 16,
  connections: 10,
  roundTripMs: 0.5,
  commitMs: 2,
  logBytesASecond: 200e6,
  /** Share of a write's cost that each other member of a Galera pays to apply it. */
  applyShare: 0.5,
  /** Nothing is planned fuller than this. */
  fullest: 0.7,
};

/** What a floor asks for, calls a second. */
const DEMANDS = {
  // Talk 180 s, wrap-up 30 s, waiting 10 s; one dial of four is answered by a person.
  '10,000 agents': 10_000 / (180 + 30 + 10) / 0.25,
  '1,000 agentless calls/s': 1_000,
};

const NODES = [1, 2, 4, 8, 16, 32, 64];

/** Calls a second that each part carries. */
function limitsOf(nodes, measured = MEASURED, assumed = ASSUMED) {
  const { statements, transactions, logBytes, serverMs, nodeMs } = measured;
  const { databaseCores, connections, roundTripMs, commitMs, logBytesASecond, fullest } = assumed;
  const callMs = statements * roundTripMs + serverMs + transactions * commitMs;
  return {
    'processor of the nodes': (fullest * nodes * 1_000) / nodeMs,
    'connections of the nodes': (fullest * nodes * connections * 1_000) / callMs,
    'processor of the database': (fullest * databaseCores * 1_000) / serverMs,
    'log of the database': (fullest * logBytesASecond) / logBytes,
  };
}

/** The limit that comes first. */
function firstLimit(limits) {
  return Object.entries(limits).reduce((least, one) => (one[1] < least[1] ? one : least));
}

/** Of three members of a Galera, one is written to: the others apply what it writes. */
function withGalera(assumed) {
  return { ...assumed, databaseCores: assumed.databaseCores / (1 + assumed.applyShare) };
}

/** Mean wait for a core of the database, ms, at so many calls a second: Erlang C. */
function waitMs(callsASecond, { serverMs, statements } = MEASURED, { databaseCores } = ASSUMED) {
  const offeredLoad = (callsASecond * serverMs) / 1_000;
  return erlangCMeanWait({ servers: databaseCores, offeredLoad, handleTime: serverMs / statements });
}

/** 1 to 64. */
const every64 = Array.from({ length: 64 }, (_, index) => index + 1);
const shown = (rate) => (rate === Infinity ? 'none' : rate.toFixed(rate < 10 ? 1 : 0));

function printTables() {
  const names = Object.keys(limitsOf(1));
  const table = new Table({ head: ['nodes', ...names, 'first limit'] });
  for (const nodes of NODES) {
    const limits = limitsOf(nodes);
    table.push([nodes, ...names.map((name) => shown(limits[name])), firstLimit(limits)[0]]);
  }
  console.log(table.toString());
  for (const [what, rate] of Object.entries(DEMANDS)) {
    const enough = every64.find((nodes) => firstLimit(limitsOf(nodes))[1] >= rate);
    console.log(`${what}: ${shown(rate)} calls/s, ${enough ?? 'more than 64'} nodes; the mean wait for`);
    console.log(`  a core of the database is ${waitMs(rate).toFixed(3)} ms a statement`);
  }
  const [last, most] = firstLimit(limitsOf(64, MEASURED, withGalera(ASSUMED)));
  console.log(`64 nodes on a Galera, all writes to one member: ${shown(most)} calls/s (${last})`);
}

async function draw(file) {
  const values = NODES.flatMap((nodes) =>
    Object.entries(limitsOf(nodes)).map(([limit, rate]) => ({ nodes, limit, rate })),
  );
  const demands = Object.entries(DEMANDS).map(([what, rate]) => ({ what, rate }));
  const y = {
    field: 'rate',
    type: 'quantitative',
    title: 'calls a second (model)',
    scale: { type: 'log', domain: [10, 20_000] },
  };
  const x = { field: 'nodes', type: 'quantitative', scale: { type: 'log', base: 2, domain: [1, 64] } };
  const layer = [
    {
      data: { values },
      mark: { type: 'line', point: true },
      encoding: {
        x: { ...x, axis: { values: NODES } },
        y,
        color: { field: 'limit', type: 'nominal', legend: { labelLimit: 300 } },
      },
    },
    {
      data: { values: demands },
      mark: { type: 'rule', strokeDash: [4, 4], color: '#888' },
      encoding: { y },
    },
    {
      data: { values: demands },
      mark: { type: 'text', align: 'left', dx: 4, dy: 10 },
      encoding: { x: { value: 0 }, y, text: { field: 'what' } },
    },
  ];
  const schema = 'https://vega.github.io/schema/vega-lite/v6.json';
  const spec = { $schema: schema, background: 'white', width: 640, height: 420, layer };
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
  writeFileSync(file, await view.toSVG());
}

printTables();
await draw(fileURLToPath(new URL('../../docs/images/scale.svg', import.meta.url)));
