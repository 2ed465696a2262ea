// Pictures as SVG, through vega-lite; no browser needed.
import { writeFileSync } from 'node:fs';
import * as vega from 'vega';
import { compile } from 'vega-lite';

async function save(file, spec) {
  const view = new vega.View(vega.parse(compile({ $schema: 'https://vega.github.io/schema/vega-lite/v6.json', background: 'white', ...spec }).spec), { renderer: 'none' });
  writeFileSync(file, await view.toSVG());
}

const percent = { format: '.0%' };

/** Occupancy against abandonment: the curve of ours over targets, the rivals as points. */
export async function plotFrontier(file, { curve, rivals }) {
  const x = { field: 'abandonment', type: 'quantitative', title: 'abandoned live answers', scale: { domain: [0, 0.1], clamp: true }, axis: percent };
  const y = { field: 'occupancy', type: 'quantitative', title: 'occupancy of agents', scale: { zero: false }, axis: percent };
  const shown = rivals.filter((rival) => rival.abandonment <= 0.1 && rival.occupancy > 0.6);
  await save(file, {
    title: '20 agents, a quarter of the calls answered: the frontier', width: 640, height: 420,
    layer: [
      { data: { values: [{ limit: 0.03 }] }, mark: { type: 'rule', strokeDash: [4, 4], color: '#999' }, encoding: { x: { field: 'limit', type: 'quantitative' } } },
      { data: { values: curve }, mark: { type: 'line', point: true, color: '#c0392b' }, encoding: { x, y } },
      { data: { values: shown }, mark: { type: 'point', filled: true, color: '#34495e', size: 50 }, encoding: { x, y } },
      { data: { values: shown }, mark: { type: 'text', align: 'left', dx: 6, fontSize: 9 }, encoding: { x, y, text: { field: 'pacer' } } },
      { data: { values: curve.slice(-1) }, mark: { type: 'text', align: 'left', dx: 8, color: '#c0392b', fontWeight: 'bold' }, encoding: { x, y, text: { value: 'outdial' } } },
    ],
  });
}

/** Occupancy and abandonment over time, one line a pacer. */
export async function plotOverTime(file, title, series) {
  const values = Object.entries(series).flatMap(([pacer, periods]) => periods.map((period) => ({ pacer, ...period })));
  const panel = (field, name) => ({
    width: 640, height: 200, mark: { type: 'line', interpolate: 'monotone' },
    encoding: {
      x: { field: 'minute', type: 'quantitative', title: 'minutes' },
      y: { field, type: 'quantitative', title: name, axis: percent, scale: { zero: field === 'abandonment' } },
      color: { field: 'pacer', type: 'nominal', title: null },
    },
  });
  await save(file, { title, data: { values }, vconcat: [panel('occupancy', 'occupancy'), panel('abandonment', 'abandoned')] });
}
