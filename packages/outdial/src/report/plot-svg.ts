import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Plot } from './document.js';

const WIDTH = 640;
const HEIGHT = 220;
const INK = '#33475b';
const LIMIT_INK = '#b3261e';
const PALETTE = ['#2f6f9f', '#e07b39', '#5b8c5a', '#8d6a9f', '#c9a227'];

/** Draws a plot as SVG, without a browser. */
export async function plotSvg(plot: Plot): Promise<string> {
  const view = new View(parse(compile(specOf(plot)).spec), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

function specOf(plot: Plot): TopLevelSpec {
  const hasSeries = plot.points.some((point) => point.series !== undefined);
  const names = [...new Set(plot.points.map((point) => point.x))];
  const marks = {
    mark:
      plot.kind === 'bar'
        ? { type: 'bar' as const, color: PALETTE[0] ?? INK }
        : { type: 'line' as const, point: true, color: PALETTE[0] ?? INK },
    encoding: {
      x: xEncoding(plot, names),
      y: {
        field: 'y',
        type: 'quantitative' as const,
        title: plot.y.title,
        axis: plot.y.kind === 'share' ? { format: '.1%' } : {},
      },
      ...(hasSeries
        ? {
            color: { field: 'series', type: 'nominal' as const, title: null, scale: { range: [...PALETTE] } },
          }
        : {}),
    },
  };
  const level = plot.level;
  const rule = level && {
    data: { values: [{ level: level.y, title: level.title }] },
    layer: [
      {
        mark: { type: 'rule' as const, color: LIMIT_INK, strokeDash: [6, 4] },
        encoding: { y: { field: 'level', type: 'quantitative' as const } },
      },
      {
        mark: { type: 'text' as const, color: LIMIT_INK, align: 'left' as const, x: 4, dy: -6 },
        encoding: { y: { field: 'level', type: 'quantitative' as const }, text: { field: 'title' } },
      },
    ],
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: WIDTH,
    height: HEIGHT,
    background: 'white',
    config: { axis: { labelColor: INK, titleColor: INK }, view: { stroke: null } },
    data: { values: plot.points.map((point) => ({ ...point })) },
    layer: rule ? [marks, rule] : [marks],
  };
}

function xEncoding(plot: Plot, names: readonly (string | number)[]): Record<string, unknown> {
  if (plot.x.kind === 'instant')
    return {
      field: 'x',
      type: 'temporal',
      title: plot.x.title,
      scale: { type: 'utc' },
      axis: { format: '%b %d %H:%M' },
    };
  if (plot.x.kind === 'number') return { field: 'x', type: 'quantitative', title: plot.x.title };
  return { field: 'x', type: 'nominal', title: plot.x.title, sort: names, axis: { labelAngle: -35 } };
}
