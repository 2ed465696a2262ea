/** One section of a report: its plot and its table. */
import type { components } from '@outdial/client';
import { Anchor, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'wouter';
import { TEXTS } from '../texts.js';
import { duration, moment, percent } from '../widgets/format.js';
import { ScrollTable } from '../widgets/scroll-table.js';
import { Chart } from './chart.js';

type Section = components['schemas']['Report']['sections'][number];
type Column = Section['columns'][number];

/** Rows that are shown at first; the file has all. */
const SHOWN = 60;

/** A section with its heading; `linkOf`: where a row's first cell leads to, where it leads anywhere. */
export function ReportSection({
  section,
  timeZone,
  words,
  linkOf,
}: {
  readonly section: Section;
  readonly timeZone: string;
  /** The codes of the report in words. */
  readonly words: Readonly<Record<string, string>>;
  readonly linkOf: ((row: Section['rows'][number]) => string) | undefined;
}) {
  const { id, title, note, columns, rows, plot } = section;
  return (
    <Paper withBorder p="md" radius="lg" component="section" data-section={id}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5">
            {title}
          </Title>
          {note !== null && (
            <Text size="xs" c="dimmed">
              {note}
            </Text>
          )}
        </div>
        {plot && <Chart plot={plot} timeZone={timeZone} />}
        <ScrollTable
          label={title}
          minWidth={widthOf(columns)}
          columns={columns.map(({ name, kind }) => ({
            name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
            isNumber: !isText(kind),
          }))}
          verticalSpacing={4}
          fz="sm"
          style={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {rows.slice(0, SHOWN).map((row, index) => (
            // Rows of a report have no id, and their order does not change.
            <Table.Tr key={index}>
              {columns.map(({ name, kind }, at) => (
                <Table.Td key={name} ta={isText(kind) ? 'left' : 'right'} style={styleOf(kind, row[at])}>
                  <Linked to={at === 0 ? linkOf?.(row) : undefined}>
                    {cellText(row[at] ?? null, { kind, timeZone, words })}
                  </Linked>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </ScrollTable>
        {rows.length > SHOWN && (
          <Text size="xs" c="dimmed">
            {TEXTS.reports.more.replace('{count}', String(rows.length - SHOWN))}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** The least width of a table, points: texts take more than figures. */
const widthOf = (columns: readonly Column[]): number =>
  Math.min(
    900,
    columns.reduce((sum, { kind }) => sum + (isText(kind) ? 115 : 85), 0),
  );

/** A cell that leads somewhere. */
function Linked({ to, children }: { readonly to: string | undefined; readonly children: ReactNode }) {
  if (to === undefined) return children;
  return (
    <Anchor component={Link} href={to} inherit underline="always">
      {children}
    </Anchor>
  );
}

/** Days, like numbers, are not broken; long words such as addresses are. */
function styleOf(kind: Column['kind'], cell: string | number | null | undefined): CSSProperties {
  const isWhole = (kind !== 'text' && kind !== 'code') || /^[\d-]+$/.test(String(cell));
  if (isWhole) return { whiteSpace: 'nowrap' };
  return /\S{40}/.test(String(cell)) ? { overflowWrap: 'anywhere', minWidth: 160 } : {};
}

const isText = (kind: Column['kind']): boolean => kind === 'text' || kind === 'code' || kind === 'instant';

function cellText(
  cell: string | number | null,
  {
    kind,
    timeZone,
    words,
  }: Pick<Column, 'kind'> & { readonly timeZone: string; readonly words: Readonly<Record<string, string>> },
): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return kind === 'code' ? (words[cell] ?? cell) : cell;
  switch (kind) {
    case 'share':
      return percent(cell);
    case 'duration':
      return cell < 1_000 ? `${Math.round(cell)} ms` : duration(cell);
    case 'instant':
      return moment(new Date(cell).toISOString(), timeZone);
    default:
      return Number.isInteger(cell) ? cell.toLocaleString() : cell.toFixed(2);
  }
}
