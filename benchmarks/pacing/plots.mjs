/** Pictures as SVG, through vega-lite; no browser needed. */
import { writeFileSync } from 'node:fs';
import * as vega from 'vega';
import { compile } from 'vega-lite';
import { placeLabels } from './labels.mjs';

async function save(file, spec) {
  const view = new vega.View(
    vega.parse(
      compile({ $schema: 'https://vega.github.io/schema/vega-lite/v6.json', background: 'white', ...spec })
        .spec,
    ),
    { renderer: 'none' },
  );
  writeFileSync(file, await view.toSVG());
}

const RED = '#c0392b';
const BLUE = '#34495e';
const LIMIT = {
  data: { values: [{ limit: 0.03 }] },
  mark: { type: 'rule', strokeDash: [4, 4], color: '#888' },
};
const quantitative = (field, rest) => ({ field, type: 'quantitative', ...rest });

/**
 * Size of the frontier picture; abandonment is drawn on a square-root scale so that both 1 % and 50 % can be
 * read.
 */
const FRONTIER = { width: 760, height: 520, most: 0.8, least: 0.68 };

/**
 * Occupancy against abandonment: the curve of ours over targets, every rival as a point; those below the
 * picture stand on its edge.
 */
export async function plotFrontier(file, { curve, rivals }) {
  const { width, height, most, least } = FRONTIER;
  const x = quantitative('abandonment', {
    title: 'live answers abandoned (square-root scale; dashed: 3 %)',
    scale: { type: 'sqrt', domain: [0, most], clamp: true, nice: false },
    axis: { format: '.1~%', values: [0, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7] },
  });
  const y = quantitative('occupancy', {
    title: 'occupancy of agents',
    scale: { domain: [least, 1], clamp: true, nice: false },
    axis: { format: '.0%' },
  });
  const points = rivals.map(({ pacer, abandonment, occupancy }) => ({
    label: occupancy < least ? `${pacer} (${(100 * occupancy).toFixed(0)} %)` : pacer,
    abandonment,
    occupancy,
    px: width * Math.sqrt(abandonment / most),
    py: height * (1 - (Math.max(occupancy, least) - least) / (1 - least)),
  }));
  const ours = curve.map((point) => ({
    px: width * Math.sqrt(point.abandonment / most),
    py: height * (1 - (point.occupancy - least) / (1 - least)),
  }));
  const labels = placeLabels(points, { obstacles: [...points, ...ours], width, height });
  const last = curve.slice(-1);
  await save(file, {
    title: '20 agents, a quarter of the calls answered: occupancy against abandonment',
    width,
    height,
    layer: [
      { ...LIMIT, encoding: { x: quantitative('limit') } },
      {
        data: { values: curve },
        mark: { type: 'line', point: { color: RED }, color: RED },
        encoding: { x, y, order: quantitative('target') },
      },
      {
        data: { values: points },
        mark: { type: 'point', filled: true, color: BLUE, size: 45, opacity: 1 },
        encoding: { x, y },
      },
      ...labels.map(({ label, px, py, align }) => ({
        data: { values: [{}] },
        mark: {
          type: 'text',
          align,
          baseline: 'middle',
          fontSize: 10,
          color: BLUE,
          text: label,
          x: px,
          y: py,
        },
      })),
      {
        data: { values: last },
        mark: {
          type: 'text',
          align: 'right',
          dx: -6,
          dy: -10,
          fontSize: 13,
          color: RED,
          fontWeight: 'bold',
          text: 'outdial, targets 0.2 to 8 %',
        },
        encoding: { x, y },
      },
    ],
  });
}

/**
 * Occupancy and abandonment over time, one line a pacer; `marks` are the minutes at which something changed.
 */
export async function plotOverTime(file, { title, marks }, series) {
  const names = Object.keys(series);
  const values = names.flatMap((pacer) => series[pacer].map((period) => ({ pacer, ...period })));
  const color = {
    field: 'pacer',
    type: 'nominal',
    title: null,
    scale: { domain: names, range: [RED, '#2980b9', '#27ae60', '#7f8c8d'] },
    legend: { orient: 'top', labelLimit: 0, columns: 2, symbolType: 'stroke' },
  };
  const panel = (field, name, rest) => ({
    width: 700,
    height: 210,
    layer: [
      ...(marks.length === 0
        ? []
        : [
            {
              data: { values: marks.map((minute) => ({ minute })) },
              mark: { type: 'rule', color: '#bbb' },
              encoding: { x: quantitative('minute') },
            },
          ]),
      ...rest,
      {
        data: { values },
        mark: { type: 'line', strokeWidth: 2, point: { size: 12 } },
        encoding: {
          x: quantitative('minute', { title: 'minutes', scale: { zero: false, nice: false } }),
          y: quantitative(field, {
            title: name,
            axis: { format: '~%' },
            scale: { zero: field === 'abandonment' },
          }),
          color,
        },
      },
    ],
  });
  const limit = { ...LIMIT, encoding: { y: quantitative('limit') } };
  await save(file, {
    title: { text: title, anchor: 'start' },
    vconcat: [panel('occupancy', 'occupancy', []), panel('abandonment', 'abandoned', [limit])],
  });
}

/** Weighted occupancy as a share of the optimum against the worse abandonment beside its target, by floor. */
export async function plotFloors(file, results) {
  const values = Object.entries(results).flatMap(([floor, { optimum, rows }]) =>
    Object.entries(rows).map(([pacing, row]) => ({
      floor,
      pacing,
      ofOptimum: row.weighted / optimum,
      low: (row.weighted - row.weightedError) / optimum,
      high: (row.weighted + row.weightedError) / optimum,
      abandonment: Math.max(...row.campaigns.map(({ abandonment }) => abandonment)),
    })),
  );
  const names = [...new Set(values.map(({ pacing }) => pacing))];
  const color = {
    field: 'pacing',
    type: 'nominal',
    title: null,
    scale: { domain: names, range: [RED, '#2980b9', '#27ae60', '#7f8c8d', BLUE] },
    legend: { orient: 'top', labelLimit: 0, columns: 3 },
  };
  const y = { field: 'floor', type: 'nominal', title: null, axis: { labelLimit: 400 }, sort: null };
  const place = { field: 'pacing', scale: { domain: names } };
  const panel = (layer) => ({ width: 330, height: { step: 11 }, layer });
  const share = { scale: { domain: [0.6, 1.05], clamp: true, nice: false }, axis: { format: '.0%' } };
  await save(file, {
    title: 'Two campaigns that share agents: share of the optimum, and abandonment of the worse campaign',
    data: { values },
    hconcat: [
      panel([
        {
          mark: { type: 'rule' },
          encoding: {
            x: quantitative('low', {
              title: 'weighted busy time, of the optimum (95 % confidence)',
              ...share,
            }),
            x2: { field: 'high' },
            y,
            yOffset: place,
            color,
          },
        },
        {
          mark: { type: 'point', filled: true, size: 40, opacity: 1 },
          encoding: { x: quantitative('ofOptimum', share), y, yOffset: place, color },
        },
      ]),
      panel([
        { ...LIMIT, encoding: { x: quantitative('limit') } },
        {
          mark: { type: 'point', filled: true, size: 40, opacity: 1 },
          encoding: {
            x: quantitative('abandonment', {
              title: 'live answers abandoned (dashed: 3 %)',
              scale: { type: 'sqrt', domain: [0, 0.3], clamp: true, nice: false },
              axis: { format: '.0~%', values: [0, 0.01, 0.03, 0.1, 0.2, 0.3] },
            }),
            y: { ...y, axis: { labels: false, ticks: false } },
            yOffset: place,
            color,
          },
        },
      ]),
    ],
  });
}
