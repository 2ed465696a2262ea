/** Programs: tokens by which a CRM or a report reads and gives orders, each with its scopes. */
import type { TokenDocument as Token } from '@outdial/client';
import { Badge, Button, Stack, Table } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS, fill } from '../texts.js';
import { useAsk } from '../widgets/ask.js';
import { moment } from '../widgets/format.js';
import { Panel } from '../widgets/panel.js';
import { ShownOnce, type Secret } from '../widgets/shown-once.js';
import { MENU_COLUMN, ScrollTable } from '../widgets/scroll-table.js';
import { AddProgram } from './add-program.js';

const { programs } = TEXTS;
const KEY = ['tokens'];

/** The panel of programs. */
export function Programs() {
  const queries = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<Secret | null>(null);
  const { ask, question } = useAsk();
  const tokens = useQuery({ queryKey: KEY, queryFn: () => answerOf(api.GET('/api/v1/tokens')) });
  const refresh = (): void => void queries.invalidateQueries({ queryKey: KEY });
  const end = async (tokenId: string): Promise<void> => {
    await give(api.DELETE('/api/v1/tokens/{tokenId}', { params: { path: { tokenId } } }));
    refresh();
  };
  return (
    <Stack gap="md">
      <Panel
        title={programs.title}
        addText={programs.add}
        add={() => setAdding(true)}
        error={tokens.error}
        none={tokens.data?.length === 0 && programs.none}
      >
        <TokenTable
          tokens={tokens.data ?? []}
          end={(tokenId) =>
            ask({
              text: fill(programs.endQuestion, { name: tokenId }),
              yes: programs.end,
              then: () => void end(tokenId),
            })
          }
        />
      </Panel>
      <AddProgram
        isOpen={isAdding}
        close={() => setAdding(false)}
        added={({ tokenId, secret: text }) => {
          setAdding(false);
          setSecret({
            title: fill(programs.secretTitle, { name: tokenId }),
            about: programs.secretAbout,
            text,
          });
          refresh();
        }}
      />
      <ShownOnce secret={secret} close={() => setSecret(null)} />
      {question}
    </Stack>
  );
}

function TokenTable({
  tokens,
  end,
}: {
  readonly tokens: readonly Token[];
  readonly end: (tokenId: string) => void;
}) {
  const { columns } = programs;
  return (
    <ScrollTable
      label={programs.title}
      minWidth={600}
      columns={[columns.name, columns.scopes, columns.used, columns.state, MENU_COLUMN]}
      verticalSpacing={8}
    >
      {tokens.map(({ tokenId, scopes, lastUsedAt, expiresAt, endedAt }) => (
        <Table.Tr key={tokenId} data-token={tokenId}>
          <Table.Td fw={550}>{tokenId}</Table.Td>
          <Table.Td>{scopes.join(', ')}</Table.Td>
          <Table.Td>{lastUsedAt === null ? programs.never : moment(lastUsedAt)}</Table.Td>
          <Table.Td>{stateBadge(expiresAt, endedAt)}</Table.Td>
          <Table.Td py={0}>
            {endedAt === null && (
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                aria-label={fill(programs.endOf, { name: tokenId })}
                onClick={() => end(tokenId)}
              >
                {programs.end}
              </Button>
            )}
          </Table.Td>
        </Table.Tr>
      ))}
    </ScrollTable>
  );
}

function stateBadge(expiresAt: string | null, endedAt: string | null) {
  const hasRunOut = expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  const text =
    endedAt !== null
      ? programs.ended
      : expiresAt === null
        ? programs.forever
        : fill(hasRunOut ? programs.ranOut : programs.until, { time: moment(expiresAt) });
  return <Badge color={endedAt !== null || hasRunOut ? 'gray' : 'green'}>{text}</Badge>;
}
