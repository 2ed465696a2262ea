/**
 * Draws a plot of the report as SVG text. d3-scale places values and ticks, d3-shape draws lines; there is no
 * browser, no script in the page, and nothing to load.
 */
import { scaleBand, scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { escapeHtml } from './html-text.js';
import { countText, shareText, type Plot } from './document.js';

const WIDTH = 720;
const PLOT_HEIGHT = 220;
const LEFT = 64;
const RIGHT = 40;
const TOP = 30;
/** Room below for the labels of instants, and for slanted names. */
const BOTTOM_INSTANTS = 44;
const BOTTOM_NAMES = 96;
const TICKS = 5;
const POINT_RADIUS = 2.5;
const INK = '#33475b';
const GRID_INK = '#dde3e8';
const LIMIT_INK = '#b3261e';
const PALETTE = ['#2f6f9f', '#e07b39', '#5b8c5a', '#8d6a9f', '#c9a227'] as const;

/** Where the values of a plot are drawn, and which labels its axes carry. */
interface Frame {
  readonly bottom: number;
  readonly x: (value: string | number) => number;
  readonly y: (value: number) => number;
  /** Width of a bar. */
  readonly band: number;
  readonly xTicks: readonly { readonly at: number; readonly text: string }[];
  readonly yTicks: readonly { readonly at: number; readonly text: string }[];
}

/** The plot as an SVG element with a title for screen readers. */
export function plotSvg(plot: Plot): string {
  const slanted = plot.x.kind === 'name';
  const height = TOP + PLOT_HEIGHT + (slanted ? BOTTOM_NAMES : BOTTOM_INSTANTS);
  const frame = frameOf(plot);
  const series = [...new Set(plot.points.map((point) => point.series ?? ''))];
  const title = `${plot.y.title} by ${plot.x.title}`;

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" ` +
      `height="${height}" role="img" font-family="system-ui, sans-serif" font-size="11" fill="${INK}">`,
    `<title>${escapeHtml(title)}</title>`,
    ...axes(plot, frame, slanted),
    ...(plot.kind === 'bar' ? bars(plot, frame, series) : lines(plot, frame, series)),
    ...(plot.levels ?? []).flatMap((level) => levelLine(level, frame)),
    ...(series.length > 1 ? legend(series) : []),
    '</svg>',
  ].join('\n');
}

function frameOf(plot: Plot): Frame {
  const bottom = TOP + PLOT_HEIGHT;
  const highest = highestOf(plot);
  const y = scaleLinear([0, highest > 0 ? highest : 1], [bottom, TOP]).nice(TICKS);
  const yText = plot.y.kind === 'share' ? shareText : countText;
  const yTicks = wholeTicks(y.ticks(TICKS), plot.y.kind).map((value) => ({
    at: y(value),
    text: yText(value),
  }));

  return {
    bottom,
    y: (value) => y(value),
    yTicks,
    ...(plot.x.kind === 'name' ? named(plot) : measured(plot)),
  };
}

/** Counts have no ticks between whole numbers. */
function wholeTicks(ticks: readonly number[], kind: Plot['y']['kind']): readonly number[] {
  return kind === 'count' ? ticks.filter((tick) => Number.isInteger(tick)) : ticks;
}

function named(plot: Plot): Pick<Frame, 'x' | 'band' | 'xTicks'> {
  const names = [...new Set(plot.points.map((point) => String(point.x)))];
  const scale = scaleBand(names, [LEFT, WIDTH - RIGHT]).padding(0.2);
  const middle = scale.bandwidth() / 2;
  return {
    x: (value) => (scale(String(value)) ?? LEFT) + middle,
    band: scale.bandwidth(),
    xTicks: names.map((name) => ({ at: (scale(name) ?? LEFT) + middle, text: name })),
  };
}

function measured(plot: Plot): Pick<Frame, 'x' | 'band' | 'xTicks'> {
  const values = plot.points.map((point) => Number(point.x));
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const ends = [from, to > from ? to : from + 1] as const;
  const range = [LEFT, WIDTH - RIGHT] as const;
  if (plot.x.kind === 'number') {
    const scale = scaleLinear(ends, range);
    const ticks = scale.ticks(TICKS).map((value) => ({ at: scale(value), text: countText(value) }));
    return { x: (value) => scale(Number(value)), band: 0, xTicks: ticks };
  }
  const scale = scaleUtc(ends, range);
  const text = scale.tickFormat(TICKS, '%b %d %H:%M');
  const ticks = scale.ticks(TICKS + 1).map((value) => ({ at: scale(value), text: text(value) }));
  return { x: (value) => scale(Number(value)), band: 0, xTicks: ticks };
}

function axes(plot: Plot, frame: Frame, slanted: boolean): string[] {
  const { bottom, xTicks, yTicks } = frame;
  const labels = xTicks.map(({ at, text }) =>
    slanted
      ? `<text transform="translate(${px(at)},${bottom + 12}) rotate(-35)" ` +
        `text-anchor="end">${escapeHtml(text)}</text>`
      : `<text x="${px(at)}" y="${bottom + 16}" text-anchor="middle">${escapeHtml(text)}</text>`,
  );
  return [
    ...yTicks.map(
      ({ at, text }) =>
        `<path d="M${LEFT} ${px(at)}H${WIDTH - RIGHT}" stroke="${GRID_INK}"/>` +
        `<text x="${LEFT - 8}" y="${px(at + 4)}" text-anchor="end">${escapeHtml(text)}</text>`,
    ),
    `<path d="M${LEFT} ${bottom}H${WIDTH - RIGHT}" stroke="${INK}"/>`,
    ...labels,
    ...(slanted
      ? []
      : [
          `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${bottom + 36}" ` +
            `text-anchor="middle">${escapeHtml(axisTitle(plot))}</text>`,
        ]),
    `<text x="${LEFT}" y="${TOP - 14}" text-anchor="start" ` +
      `font-weight="600">${escapeHtml(plot.y.title)}</text>`,
  ];
}

/** Instants are drawn by the clock of UTC. */
function axisTitle({ x: { title, kind } }: Plot): string {
  return kind === 'instant' ? `${title} (UTC)` : title;
}

/** Bars at one place stand on each other, a colour a series. */
function bars(plot: Plot, { x, y, band }: Frame, series: readonly string[]): string[] {
  const heights = new Map<string | number, number>();
  return plot.points.map((point) => {
    const from = heights.get(point.x) ?? 0;
    heights.set(point.x, from + point.y);
    const [top, foot] = [y(from + point.y), y(from)];
    const left = x(point.x) - band / 2;
    return (
      `<rect x="${px(left)}" y="${px(top)}" width="${px(band)}" ` +
      `height="${px(foot - top)}" fill="${inkOf(series.indexOf(point.series ?? ''))}"/>`
    );
  });
}

/** The highest value that is drawn. */
function highestOf({ kind, points, levels = [] }: Plot): number {
  const tops = new Map<string | number, number>();
  for (const { x, y } of points)
    tops.set(x, kind === 'bar' ? (tops.get(x) ?? 0) + y : Math.max(tops.get(x) ?? 0, y));
  return Math.max(...tops.values(), ...levels.map((level) => level.y), 0);
}

function lines(plot: Plot, { x, y }: Frame, series: readonly string[]): string[] {
  return series.flatMap((name, index) => {
    const points = plot.points
      .filter((point) => (point.series ?? '') === name)
      .map((point): [number, number] => [x(point.x), y(point.y)]);
    const ink = inkOf(index);
    return [
      `<path d="${line().digits(1)(points) ?? ''}" fill="none" stroke="${ink}" stroke-width="2"/>`,
      ...points.map(
        ([cx, cy]) => `<circle cx="${px(cx)}" cy="${px(cy)}" r="${POINT_RADIUS}" fill="${ink}"/>`,
      ),
    ];
  });
}

function levelLine(level: NonNullable<Plot['levels']>[number], { y }: Frame): string[] {
  const at = y(level.y);
  // Below the line where the title of the axis is above it.
  const textAt = at < TOP + 16 ? at + 14 : at - 6;
  return [
    `<path d="M${LEFT} ${px(at)}H${WIDTH - RIGHT}" stroke="${LIMIT_INK}" stroke-dasharray="6 4"/>`,
    `<text x="${LEFT + 4}" y="${px(textAt)}" fill="${LIMIT_INK}">${escapeHtml(level.title)}</text>`,
  ];
}

/** Names of the series at the upper right, each behind its colour. */
function legend(series: readonly string[]): string[] {
  const step = 110;
  const start = WIDTH - RIGHT - series.length * step;
  return series.map((name, index) => {
    const left = start + index * step;
    return (
      `<rect x="${left}" y="${TOP - 23}" width="10" height="10" fill="${inkOf(index)}"/>` +
      `<text x="${left + 14}" y="${TOP - 14}">${escapeHtml(name)}</text>`
    );
  });
}

function inkOf(index: number): string {
  return PALETTE[index % PALETTE.length] ?? INK;
}

/** A coordinate with one digit. */
function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
