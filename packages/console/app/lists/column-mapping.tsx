/** What each column of the file holds, with three of its values; the person may choose another target. */
import type { ListPreview } from '@outdial/client';
import { Select, Stack, Table, Text } from '@mantine/core';
import { TEXTS } from '../texts.js';
import { fieldName } from '../widgets/format.js';
import { ScrollTable } from '../widgets/scroll-table.js';

const { preview: SAY } = TEXTS.lists;
const FIELD = 'field:';

type Column = ListPreview['columns'][number];

/** The columns; `change` takes the new target of a column. */
export function ColumnMapping({
  preview,
  change,
}: {
  readonly preview: ListPreview;
  readonly change: (position: number, target: string) => void;
}) {
  return (
    <ScrollTable
      label={SAY.title}
      minWidth={520}
      columns={[SAY.column, { name: SAY.target, width: 230 }, SAY.samples]}
      verticalSpacing={6}
      data-testid="columns"
    >
      {preview.columns.map((column) => (
        <Table.Tr key={column.position} data-column={column.header}>
          <Table.Td fw={550}>{column.header}</Table.Td>
          <Table.Td>
            <Target column={column} targets={preview.targets} change={change} />
          </Table.Td>
          <Table.Td maw={320}>
            {column.samples.map((sample) => (
              <Text key={sample} size="sm" c="dimmed" truncate>
                {sample}
              </Text>
            ))}
          </Table.Td>
        </Table.Tr>
      ))}
    </ScrollTable>
  );
}

function Target({
  column,
  targets,
  change,
}: {
  readonly column: Column;
  readonly targets: ListPreview['targets'];
  readonly change: (position: number, target: string) => void;
}) {
  const { position, header, target } = column;
  const shown = target.startsWith(FIELD) ? target : `${FIELD}${header.trim() || `column ${position}`}`;
  const about = new Map(targets.map((each) => [each.target, each.about]));
  const data = [
    { value: shown, label: SAY.field },
    { value: 'ignore', label: SAY.ignore },
    ...targets
      .filter((each) => each.target !== 'ignore')
      .map((each) => ({ value: each.target, label: fieldName(each.target) })),
  ];
  return (
    <Select
      aria-label={`${SAY.target}: ${header}`}
      data={data}
      value={target}
      searchable
      allowDeselect={false}
      maxDropdownHeight={320}
      comboboxProps={{ width: 340, position: 'bottom-end' }}
      onChange={(value) => {
        if (value !== null && value !== target) change(position, value);
      }}
      renderOption={({ option }) => (
        <Stack gap={0}>
          <Text size="sm" fw={550}>
            {option.label}
          </Text>
          <Text size="xs" c="dimmed">
            {about.get(option.value)}
          </Text>
        </Stack>
      )}
    />
  );
}
