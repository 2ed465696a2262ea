/** Callbacks that were promised: who waits, until when, and for whom. */
import type { CallbackDocument as Callback, Session } from '@outdial/client';
import { Badge, Menu, Paper, Select, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNamedAgents } from '../data/agent-names.js';
import { answerOf, api } from '../data/api.js';
import { give } from '../data/orders.js';
import { leadName } from '../lists/lead-names.js';
import { TEXTS, fill } from '../texts.js';
import { ActionsMenu } from '../widgets/actions-menu.js';
import { Age } from '../widgets/age.js';
import { useAsk } from '../widgets/ask.js';
import { moment, phone } from '../widgets/format.js';
import { Fault } from '../widgets/fault.js';
import { ScreenLayout } from '../widgets/screen-layout.js';
import { MENU_COLUMN, ScrollTable } from '../widgets/scroll-table.js';
import { ShowMore } from '../widgets/show-more.js';
import { MoveCallback } from './move-callback.js';

const { callbacks: SAY } = TEXTS;
/** Stands for all agents: no account can have this name. */
const EVERYBODY = '*';

/** The screen of callbacks; an agent sees their own. */
export default function Callbacks({ session }: { readonly session: Session }) {
  const maySteer = session.role !== 'agent';
  const [agentId, setAgentId] = useState<string | null>(null);
  const [moving, setMoving] = useState<Callback | null>(null);
  const callbacks = useCallbacks(agentId);
  const found = callbacks.data?.pages.flatMap((page) => page.callbacks);
  const agents = useNamedAgents(maySteer);
  const nameOf = (id: string | null): string =>
    id === null ? SAY.anybody : (agents?.find((each) => each.agentId === id)?.name ?? id);
  return (
    <ScreenLayout
      title={SAY.title}
      opposite={
        maySteer && (
          <Select
            aria-label={SAY.filter}
            data={[
              { value: EVERYBODY, label: SAY.all },
              ...(agents?.map(({ agentId: value, name }) => ({ value, label: name })) ?? []),
            ]}
            value={agentId ?? EVERYBODY}
            allowDeselect={false}
            searchable
            onChange={(value) => setAgentId(value === EVERYBODY ? null : value)}
          />
        )
      }
    >
      <Fault error={callbacks.error} />
      <Age of={callbacks} />
      {found?.length === 0 && <Text c="dimmed">{maySteer ? SAY.none : SAY.noneOfYours}</Text>}
      {found !== undefined && found.length > 0 && (
        <Paper withBorder p="md" radius="lg">
          <ScrollTable
            label={SAY.title}
            minWidth={620}
            columns={[...Object.values(SAY.columns), maySteer && MENU_COLUMN]}
            verticalSpacing={8}
            data-testid="callbacks"
          >
            {found.map((callback) => (
              <CallbackRow
                key={callback.leadId}
                callback={callback}
                agent={nameOf(callback.agentId)}
                move={maySteer ? () => setMoving(callback) : undefined}
              />
            ))}
          </ScrollTable>
        </Paper>
      )}
      <ShowMore of={callbacks} />
      {moving && <MoveCallback callback={moving} agents={agents ?? []} close={() => setMoving(null)} />}
    </ScreenLayout>
  );
}

function useCallbacks(agentId: string | null) {
  return useInfiniteQuery({
    queryKey: ['callbacks', 'of', agentId],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: after, signal }) => {
      const query = { ...(agentId === null ? {} : { agentId }), ...(after === null ? {} : { after }) };
      return answerOf(api.GET('/api/v1/callbacks', { params: { query }, signal }));
    },
    getNextPageParam: ({ more }) => more,
    refetchInterval: 15_000,
  });
}

function CallbackRow({
  callback,
  agent,
  move,
}: {
  readonly callback: Callback;
  readonly agent: string;
  readonly move: (() => void) | undefined;
}) {
  const { at, isOverdue, isBeingCalled, isAgentHere, note } = callback;
  const mark = isBeingCalled ? SAY.calling : isOverdue ? SAY.overdue : null;
  return (
    <Table.Tr>
      <Table.Td>
        {moment(at)}
        {mark !== null && (
          <Badge ml={6} color={isBeingCalled ? 'blue' : 'orange'}>
            {mark}
          </Badge>
        )}
      </Table.Td>
      <Table.Td fw={550}>{nameIn(callback)}</Table.Td>
      <Table.Td>{callback.phone === null ? '–' : phone(callback.phone)}</Table.Td>
      <Table.Td>
        {agent}
        {isAgentHere === false && (
          <Text size="xs" c="dimmed" component="span" ml={6}>
            {SAY.away}
          </Text>
        )}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{note}</Table.Td>
      {move && (
        <Table.Td py={0}>
          <CallbackMenu callback={callback} move={move} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

/** How the person of a callback is called. */
function nameIn({ fields, account, phone: number }: Callback): string {
  const phones = number === null ? [] : [{ phone: number, lineType: null, isOpen: true, closedWhy: null }];
  return leadName({ fields, account, phones });
}

function CallbackMenu({ callback, move }: { readonly callback: Callback; readonly move: () => void }) {
  const queries = useQueryClient();
  const { ask, question } = useAsk();
  const name = nameIn(callback);
  const cancel = async (): Promise<void> => {
    const params = { path: { leadId: callback.leadId } };
    await give(api.POST('/api/v1/callbacks/{leadId}/cancel', { params, body: { why: SAY.cancelWhy } }));
    await queries.invalidateQueries({ queryKey: ['callbacks'] });
  };
  return (
    <>
      {question}
      <ActionsMenu label={fill(SAY.actions, { name })}>
        <Menu.Item onClick={move}>{SAY.move}</Menu.Item>
        <Menu.Item
          color="red"
          onClick={() =>
            ask({ text: fill(SAY.cancelAsk, { name }), yes: SAY.cancel, then: () => void cancel() })
          }
        >
          {SAY.cancel}
        </Menu.Item>
      </ActionsMenu>
    </>
  );
}
