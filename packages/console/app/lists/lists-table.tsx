/** Every list with the state of its leads; the uploads of one beneath it. */
import type { ListFiguresDocument as ListFigures } from '@outdial/client';
import { Badge, Button, Group, Paper, Progress, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { TEXTS, fill } from '../texts.js';
import { Age } from '../widgets/age.js';
import { percent } from '../widgets/format.js';
import { Fault } from '../widgets/fault.js';
import { ScrollTable } from '../widgets/scroll-table.js';
import { useSorting } from '../widgets/sorting.js';
import { ListImports } from './list-imports.js';
import { useLists } from './queries.js';
import { RecyclePanel } from './recycle-panel.js';

const { lists } = TEXTS;

/** What each column sorts by. */
const SORTS = {
  list: ({ listId }: ListFigures) => listId,
  leads: ({ leads }: ListFigures) => leads,
  ready: ({ ready }: ListFigures) => ready,
  waiting: ({ waiting }: ListFigures) => waiting,
  closed: ({ closed }: ListFigures) => closed,
  penetration: ({ penetration }: ListFigures) => penetration,
};

/** The table of lists. */
export function ListsTable({ mayManage }: { readonly mayManage: boolean }) {
  const known = useLists();
  const [open, setOpen] = useState<string | null>(null);
  const { sorted, sortOf } = useSorting(known.data ?? [], SORTS);
  const shown = known.data?.find(({ listId }) => listId === open);
  if (known.isError) return <Fault error={known.error} />;
  if (known.data?.length === 0) return <Text c="dimmed">{lists.none}</Text>;
  return (
    <Stack>
      <Age of={known} />
      <Paper withBorder p="md" radius="lg">
        <ScrollTable
          label={lists.title}
          minWidth={620}
          columns={[
            { name: lists.columns.list, sort: sortOf('list') },
            lists.columns.campaigns,
            { name: lists.columns.leads, isNumber: true, sort: sortOf('leads') },
            ...(['ready', 'waiting', 'closed'] as const).map((name) => ({
              name: lists.columns[name],
              about: lists.about[name],
              isNumber: true,
              sort: sortOf(name),
            })),
            {
              name: lists.columns.penetration,
              about: lists.about.penetration,
              width: 170,
              sort: sortOf('penetration'),
            },
          ]}
          verticalSpacing={8}
          data-testid="lists"
        >
          {sorted.map((list) => (
            <ListRow
              key={list.listId}
              list={list}
              isOpen={open === list.listId}
              toggle={() => setOpen(open === list.listId ? null : list.listId)}
            />
          ))}
        </ScrollTable>
      </Paper>
      {open !== null && <ListImports listId={open} mayManage={mayManage} />}
      {shown && mayManage && <RecyclePanel key={shown.listId} list={shown} />}
    </Stack>
  );
}

function ListRow({
  list,
  isOpen,
  toggle,
}: {
  readonly list: ListFigures;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}) {
  const { listId, campaigns, leads, ready, waiting, closed, penetration } = list;
  return (
    <Table.Tr data-list={listId}>
      <Table.Td>
        <Button
          variant={isOpen ? 'light' : 'subtle'}
          size="compact-sm"
          onClick={toggle}
          aria-expanded={isOpen}
          aria-label={fill(lists.showImports, { list: listId })}
        >
          {listId}
        </Button>
      </Table.Td>
      <Table.Td>
        {campaigns.length === 0 && <Badge color="yellow">{lists.undialed}</Badge>}
        <Group gap={6}>
          {campaigns.map(({ campaignId, name }) => (
            <Text key={campaignId} size="sm">
              {name}
            </Text>
          ))}
        </Group>
      </Table.Td>
      {[leads, ready, waiting, closed].map((count, index) => (
        <Table.Td key={index} ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {count.toLocaleString()}
        </Table.Td>
      ))}
      <Table.Td>
        {penetration !== null && (
          <Group gap="xs" wrap="nowrap">
            <Progress
              value={penetration * 100}
              size="sm"
              style={{ flex: 1 }}
              aria-label={`${lists.columns.penetration}: ${listId}`}
            />
            <Text size="sm" w={52} ta="right">
              {percent(penetration, 0)}
            </Text>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
