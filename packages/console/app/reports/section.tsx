/** One section of a report: its plot and its table. */
import type { components } from '@outdial/client';
import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { TEXTS } from '../texts.js';
import { duration, percent } from '../widgets/format.js';
import { Chart } from './chart.js';

type Section = components['schemas']['Report']['sections'][number];
type Column = Section['columns'][number];

/** Rows that are shown at first; the file has all. */
const SHOWN = 60;

/** A section with its heading. */
export function ReportSection({
  section,
  timeZone,
}: {
  readonly section: Section;
  readonly timeZone: string;
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
        <Table.ScrollContainer
          minWidth={Math.min(columns.length * 90, 900)}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': title } }}
        >
          <Table verticalSpacing={4} fz="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
            <Table.Thead>
              <Table.Tr>
                {columns.map(({ name, kind }) => (
                  <Table.Th key={name} ta={isText(kind) ? 'left' : 'right'} style={{ whiteSpace: 'nowrap' }}>
                    {name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.slice(0, SHOWN).map((row, index) => (
                // Rows of a report have no id, and their order does not change.
                <Table.Tr key={index}>
                  {columns.map(({ name, kind }, at) => (
                    <Table.Td key={name} ta={isText(kind) ? 'left' : 'right'}>
                      {cellText(row[at] ?? null, kind, timeZone)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {rows.length > SHOWN && (
          <Text size="xs" c="dimmed">
            {TEXTS.reports.more.replace('{count}', String(rows.length - SHOWN))}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

const isText = (kind: Column['kind']): boolean => kind === 'text' || kind === 'instant';

function cellText(cell: string | number | null, kind: Column['kind'], timeZone: string): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  switch (kind) {
    case 'share':
      return percent(cell);
    case 'duration':
      return cell < 1_000 ? `${Math.round(cell)} ms` : duration(cell);
    case 'instant':
      return new Date(cell).toLocaleString(undefined, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
    default:
      return Number.isInteger(cell) ? cell.toLocaleString() : cell.toFixed(2);
  }
}
