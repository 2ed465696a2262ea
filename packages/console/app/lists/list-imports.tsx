/** The uploads of a list: what became of their rows, rejected rows, undo. */
import type { ListImportDocument as ListImport } from '@outdial/client';
import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconDownload } from '../widgets/icons.js';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, textOf } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { useAsk } from '../widgets/ask.js';
import { moment } from '../widgets/format.js';
import { Fault } from '../widgets/fault.js';
import { say } from '../widgets/say.js';
import { ScrollTable } from '../widgets/scroll-table.js';
import { useImports } from './queries.js';

const { lists } = TEXTS;

/** The uploads of one list. */
export function ListImports({ listId, mayManage }: { readonly listId: string; readonly mayManage: boolean }) {
  const imports = useImports(listId);
  return (
    <Paper withBorder p="md" radius="lg" component="section">
      <Title order={2} size="h5" mb="xs">
        {fill(lists.imports, { list: listId })}
      </Title>
      <Fault error={imports.error} />
      {imports.data?.length === 0 && <Text c="dimmed">{lists.noImports}</Text>}
      {imports.data !== undefined && imports.data.length > 0 && (
        <ScrollTable
          label={lists.title}
          minWidth={560}
          columns={[
            lists.importColumns.when,
            ...(['rows', 'added', 'rest'] as const).map((name) => ({
              name: lists.importColumns[name],
              isNumber: true,
            })),
            mayManage && lists.importColumns.actions,
          ]}
          verticalSpacing={6}
          data-testid="imports"
        >
          {imports.data.map((each) => (
            <ImportRow key={each.importId} upload={each} mayManage={mayManage} />
          ))}
        </ScrollTable>
      )}
    </Paper>
  );
}

function ImportRow({ upload, mayManage }: { readonly upload: ListImport; readonly mayManage: boolean }) {
  const { startedAt, isDone, totals } = upload;
  return (
    <Table.Tr>
      <Table.Td>
        {moment(startedAt)}
        {!isDone && (
          <Text size="xs" c="dimmed">
            {lists.unfinished}
          </Text>
        )}
      </Table.Td>
      {[totals.rows, totals.added, totals.rows - totals.added - totals.updated].map((count, index) => (
        <Table.Td key={index} ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {count.toLocaleString()}
        </Table.Td>
      ))}
      {mayManage && (
        <Table.Td>
          <ImportActions upload={upload} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function ImportActions({
  upload: { importId, listId, used, totals, hasRejects },
}: {
  readonly upload: ListImport;
}) {
  const queries = useQueryClient();
  const { ask, question } = useAsk();
  const [isUndoing, setUndoing] = useState(false);
  const undo = async (): Promise<void> => {
    setUndoing(true);
    try {
      const params = { path: { importId } };
      const { removed } = await answerOf(api.POST('/api/v1/imports/{importId}/undo', { params }));
      say({ color: 'green', message: fill(lists.undone, { count: removed }) });
    } catch (error) {
      say({ color: 'red', message: textOf(error) });
    }
    await queries.invalidateQueries({ queryKey: ['lists'] });
    setUndoing(false);
  };
  return (
    <Group gap="xs">
      {question}
      {hasRejects && (
        <Button
          component="a"
          href={`/api/v1/imports/${importId}/rejects`}
          download={`${listId}.rejected.csv`}
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {lists.rejects}
        </Button>
      )}
      {used === 0 ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={isUndoing}
          leftSection={<IconArrowBackUp size={14} aria-hidden />}
          onClick={() =>
            ask({
              text: fill(lists.undoAsk, { count: totals.added }),
              yes: lists.undo,
              then: () => void undo(),
            })
          }
        >
          {lists.undo}
        </Button>
      ) : (
        <Text size="xs" c="dimmed">
          {fill(lists.undoUsed, { count: used })}
        </Text>
      )}
    </Group>
  );
}
