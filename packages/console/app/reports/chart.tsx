/** Draws a plot of a report: lines over time or stacked bars, with the legal limits across. */
import type { components } from '@outdial/client';
import { Box, Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { percent } from '../widgets/format.js';

type Plot = NonNullable<components['schemas']['Report']['sections'][number]['plot']>;

const HEIGHT = 220;
const EDGE = { left: 52, right: 12, top: 10, bottom: 26 } as const;
const COLORS = ['cyan', 'orange', 'green', 'grape', 'yellow', 'red', 'blue', 'gray', 'pink', 'teal'] as const;
const TICKS = 4;
/** Room that a label of the lower axis takes, points. */
const LABEL_WIDTH = 84;

const colorOf = (index: number): string =>
  `var(--mantine-color-${COLORS[index % COLORS.length] ?? 'gray'}-6)`;

/** A plot as wide as its place. */
export function Chart({ plot, timeZone }: { readonly plot: Plot; readonly timeZone: string }) {
  const { ref, width } = useElementSize();
  const series = [...new Set(plot.points.map(({ series: name = '' }) => name))];
  return (
    <Box data-testid="chart">
      <Box ref={ref} pos="relative" h={HEIGHT} style={{ overflow: 'hidden' }}>
        {width > 0 && plot.points.length > 0 && <Drawing {...{ plot, timeZone, width, series }} />}
      </Box>
      {series.length > 1 && (
        <Group gap="md" mt={4} style={{ rowGap: 4 }}>
          {series.map((name, index) => (
            <Group key={name} gap={6} wrap="nowrap">
              <span
                style={{ width: 12, height: 12, flex: 'none', borderRadius: 3, background: colorOf(index) }}
              />
              <Text size="xs">{name}</Text>
            </Group>
          ))}
        </Group>
      )}
      {plot.levels.map(({ title, y }) => (
        <Group key={title} gap={6} mt={4} wrap="nowrap">
          <span style={{ width: 18, flex: 'none', borderTop: '2px dashed var(--mantine-color-red-7)' }} />
          <Text size="xs">
            {title}: {valueText(y, plot.y.kind)}
          </Text>
        </Group>
      ))}
    </Box>
  );
}

interface DrawingProps {
  readonly plot: Plot;
  readonly timeZone: string;
  readonly width: number;
  readonly series: readonly string[];
}

function Drawing({ plot, timeZone, width, series }: DrawingProps) {
  const places = [...new Set(plot.points.map(({ x }) => x))];
  // Names stand in the order of the report.
  if (plot.x.kind !== 'name') places.sort((a, b) => Number(a) - Number(b));
  const tops = new Map<string | number, number>();
  for (const { x, y } of plot.points)
    tops.set(x, plot.kind === 'bar' ? (tops.get(x) ?? 0) + y : Math.max(tops.get(x) ?? 0, y));
  const highest = niceTop(
    [...tops.values(), ...plot.levels.map(({ y }) => y)].reduce((a, b) => Math.max(a, b), 0),
  );
  const inner = width - EDGE.left - EDGE.right;
  const step = inner / places.length;
  const [first, last] = [Number(places[0]), Number(places.at(-1))];
  const isMeasured = plot.x.kind !== 'name' && last > first;
  const xOf = (value: string | number): number =>
    EDGE.left +
    (isMeasured ? ((Number(value) - first) / (last - first)) * inner : step * (places.indexOf(value) + 0.5));
  const foot = HEIGHT - EDGE.bottom;
  const yOf = (value: number): number => foot - (value / highest) * (foot - EDGE.top);
  const shape = { plot, series, xOf, yOf };
  return (
    <svg
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={`${plot.y.title} by ${plot.x.title}`}
      // Out of the flow: a drawing must not hold its place open when the window gets narrower.
      style={{ position: 'absolute', inset: 0, fontSize: 11, fill: 'var(--mantine-color-text)' }}
    >
      <Axes {...{ plot, timeZone, width, highest, places, xOf, yOf }} />
      {plot.kind === 'bar' ? <Bars {...shape} band={Math.min(48, step * 0.7)} /> : <Lines {...shape} />}
      {plot.levels.map(({ y, title }) => (
        <path
          key={title}
          d={`M${EDGE.left} ${yOf(y)}H${width - EDGE.right}`}
          stroke="var(--mantine-color-red-7)"
          strokeDasharray="6 4"
          strokeWidth={1.5}
        />
      ))}
    </svg>
  );
}

interface AxesProps extends Omit<DrawingProps, 'series'> {
  readonly highest: number;
  readonly places: readonly (string | number)[];
  readonly xOf: (value: string | number) => number;
  readonly yOf: (value: number) => number;
}

function Axes({ plot, timeZone, width, highest, places, xOf, yOf }: AxesProps) {
  const most = Math.max(1, Math.floor((width - EDGE.left) / LABEL_WIDTH));
  const every = Math.ceil(places.length / most);
  const labelled = places.filter((_, index) => index % every === 0);
  const levels = Array.from({ length: TICKS + 1 }, (_, index) => (highest / TICKS) * index);
  return (
    <>
      {levels
        .filter((value) => plot.y.kind === 'share' || Number.isInteger(value))
        .map((value) => (
          <g key={value}>
            <path
              d={`M${EDGE.left} ${yOf(value)}H${width - EDGE.right}`}
              stroke="var(--mantine-color-default-border)"
            />
            <text x={EDGE.left - 6} y={yOf(value) + 4} textAnchor="end">
              {valueText(value, plot.y.kind)}
            </text>
          </g>
        ))}
      {labelled.map((place) => (
        <text key={place} x={xOf(place)} y={HEIGHT - 8} textAnchor="middle">
          {plot.x.kind === 'instant' ? instantLabel(Number(place), timeZone) : place}
        </text>
      ))}
    </>
  );
}

interface ShapeProps {
  readonly plot: Plot;
  readonly series: readonly string[];
  readonly xOf: (value: string | number) => number;
  readonly yOf: (value: number) => number;
}

function Bars({ plot, series, xOf, yOf, band }: ShapeProps & { readonly band: number }) {
  const heights = new Map<string | number, number>();
  return plot.points.map(({ x, y, series: name = '' }) => {
    const from = heights.get(x) ?? 0;
    heights.set(x, from + y);
    return (
      <rect
        key={`${x} ${name}`}
        x={xOf(x) - band / 2}
        y={yOf(from + y)}
        width={band}
        height={yOf(from) - yOf(from + y)}
        fill={colorOf(series.indexOf(name))}
      >
        <title>{`${x} ${name}: ${valueText(y, plot.y.kind)}`}</title>
      </rect>
    );
  });
}

function Lines({ plot, series, xOf, yOf }: ShapeProps) {
  return series.map((name, index) => {
    const points = plot.points.filter(({ series: of = '' }) => of === name);
    const color = colorOf(index);
    return (
      <g key={name}>
        <polyline
          points={points.map(({ x, y }) => `${xOf(x)},${yOf(y)}`).join(' ')}
          fill="none"
          stroke={color}
          strokeWidth={2}
        />
        {points.map(({ x, y }) => (
          <circle key={x} cx={xOf(x)} cy={yOf(y)} r={3} fill={color}>
            <title>{`${name} ${valueText(y, plot.y.kind)}`}</title>
          </circle>
        ))}
      </g>
    );
  });
}

const valueText = (value: number, kind: Plot['y']['kind']): string =>
  kind === 'share' ? percent(value) : value.toLocaleString();

/** A round number at or above the highest value, which four ticks divide. */
function niceTop(highest: number): number {
  if (highest <= 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 2, 4, 8, 10].find((each) => each * unit >= highest) ?? 10;
  return step * unit;
}

function instantLabel(at: number, timeZone: string): string {
  return new Date(at).toLocaleString(undefined, {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}
