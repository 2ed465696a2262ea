/** How many leads a filter takes, by list, while it is typed; columns that it names and no lead has. */
import { Alert, Group, Loader, Stack, Table, Text } from '@mantine/core';
import { TEXTS, fill } from '../texts.js';
import { Fault } from '../widgets/fault.js';
import type { ExpressionsChecked } from './use-expressions.js';

const { choice: SAY } = TEXTS.campaigns;

/** The counts. */
export function LeadCounts({ checked }: { readonly checked: ExpressionsChecked }) {
  const { data, error, isBehind, of } = checked;
  if (error) return <Fault error={error} />;
  if (!data) return <Loader type="dots" size="sm" />;
  const { lists, missing, columns } = data;
  if (lists === null) return null;
  const sum = (of: (list: NonNullable<typeof lists>[number]) => number): string =>
    lists.reduce((total, list) => total + of(list), 0).toLocaleString();
  const totals = {
    takenOpen: sum(({ takenOpen }) => takenOpen),
    open: sum(({ open }) => open),
    taken: sum(({ taken }) => taken),
    leads: sum(({ leads }) => leads),
  };
  return (
    <Stack gap="xs" data-testid="lead-counts" data-behind={isBehind}>
      <Group gap="xs">
        <Text size="sm" role="status" c={isBehind ? 'dimmed' : 'inherit'}>
          {fill(of.filter === '' ? SAY.everyLead : SAY.taken, totals)}
        </Text>
        {isBehind && <Loader size={14} aria-label={SAY.counting} />}
      </Group>
      {lists.length > 1 && <ByList lists={lists} />}
      {missing.map(({ name, position }) => (
        <Alert key={`${position} ${name}`} color="yellow" p="xs">
          {fill(SAY.missing, { position, name })}{' '}
          {columns.length > 0 && fill(SAY.columns, { columns: columns.join(', ') })}
        </Alert>
      ))}
    </Stack>
  );
}

function ByList({
  lists,
}: {
  readonly lists: NonNullable<NonNullable<ExpressionsChecked['data']>['lists']>;
}) {
  return (
    <Table verticalSpacing={4} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{SAY.byList.list}</Table.Th>
          <Table.Th ta="right">{SAY.byList.takenOpen}</Table.Th>
          <Table.Th ta="right">{SAY.byList.open}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lists.map(({ listId, takenOpen, open }) => (
          <Table.Tr key={listId}>
            <Table.Td>{listId}</Table.Td>
            <Table.Td ta="right">{takenOpen.toLocaleString()}</Table.Td>
            <Table.Td ta="right">{open.toLocaleString()}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
