/** Every call that is being placed or goes on, and the order that ends one. */
import type { Call } from '@outdial/client';
import { ActionIcon, Paper, Table, Text, Title } from '@mantine/core';
import { IconPhoneOff } from '../widgets/icons.js';
import { api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS, fill } from '../texts.js';
import { useAsk } from '../widgets/ask.js';
import { Since } from '../widgets/since.js';
import { MENU_COLUMN, ScrollTable } from '../widgets/scroll-table.js';

const { board } = TEXTS;

/** Calls that are shown; what is over waits only for its record. */
const isShown = ({ stage }: Call): boolean => stage !== 'closing' && stage !== 'wrap-up';

/** Calls that an order can hang up: not those that wait for the law, or are being ended. */
const mayHangUp = ({ stage }: Call): boolean =>
  stage !== 'opening' && stage !== 'adopting' && stage !== 'ending';

/** Where a call stands: a conversation that is not plain talk says how. */
function stageOf({ stage, conversation }: Call): string {
  if (conversation === null || conversation === 'talking') return board.stages[stage];
  return board.talks[conversation];
}

/** The table of calls. */
export function CallsTable({ calls }: { readonly calls: readonly Call[] }) {
  const { ask, question } = useAsk();
  const shown = calls.filter(isShown).sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  return (
    <Paper withBorder p="md" radius="lg" component="section">
      {question}
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
            MENU_COLUMN,
          ]}
          verticalSpacing={6}
        >
          {shown.map((call) => (
            <Table.Tr key={call.attemptId}>
              <Table.Td ff="monospace">…{call.phoneEnd}</Table.Td>
              <Table.Td>{stageOf(call)}</Table.Td>
              <Table.Td>{call.agentId ?? '–'}</Table.Td>
              <Table.Td ta="right">
                <Since from={call.connectedAt ?? call.openedAt} size="sm" />
              </Table.Td>
              <Table.Td ta="right">
                {mayHangUp(call) && (
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    size="sm"
                    aria-label={fill(board.callHangUpOf, { number: call.phoneEnd })}
                    onClick={() =>
                      ask({
                        text: fill(board.callHangUpAsk, { number: call.phoneEnd }),
                        yes: board.callHangUp,
                        then: () => void hangUp(call),
                      })
                    }
                  >
                    <IconPhoneOff size={14} />
                  </ActionIcon>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </ScrollTable>
      )}
    </Paper>
  );
}

async function hangUp({ attemptId, campaignId }: Call): Promise<void> {
  await give(
    api.POST('/api/v1/campaigns/{campaignId}/hang-up', {
      params: { path: { campaignId } },
      body: { attemptId, reason: board.callHangUpReason },
    }),
  );
}
