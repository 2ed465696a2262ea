/** Every call that is being placed or goes on. */
import type { Call } from '@outdial/client';
import { Paper, Table, Text, Title } from '@mantine/core';
import { TEXTS } from '../texts.js';
import { Since } from '../widgets/since.js';
import { ScrollTable } from '../widgets/scroll-table.js';

const { board } = TEXTS;

/** Calls that are shown; what is over waits only for its record. */
const isShown = ({ stage }: Call): boolean => stage !== 'closing' && stage !== 'wrap-up';

/** The table of calls. */
export function CallsTable({ calls }: { readonly calls: readonly Call[] }) {
  const shown = calls.filter(isShown).sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  return (
    <Paper withBorder p="md" radius="lg" component="section">
      <Title order={2} size="h5" mb="xs">
        {board.calls} ({shown.length})
      </Title>
      {shown.length === 0 && <Text c="dimmed">{board.noCalls}</Text>}
      {shown.length > 0 && (
        <ScrollTable
          label={board.calls}
          minWidth={300}
          columns={[
            board.callColumns.number,
            board.callColumns.stage,
            board.callColumns.agent,
            { name: board.callColumns.since, isNumber: true },
          ]}
          verticalSpacing={6}
        >
          {shown.map(({ attemptId, phoneEnd, stage, agentId, connectedAt, openedAt }) => (
            <Table.Tr key={attemptId}>
              <Table.Td ff="monospace">…{phoneEnd}</Table.Td>
              <Table.Td>{board.stages[stage]}</Table.Td>
              <Table.Td>{agentId ?? '–'}</Table.Td>
              <Table.Td ta="right">
                <Since from={connectedAt ?? openedAt} size="sm" />
              </Table.Td>
            </Table.Tr>
          ))}
        </ScrollTable>
      )}
    </Paper>
  );
}
