/** Webhooks: addresses of other systems that are told what happens here. */
import type { WebhookDocument as Webhook } from '@outdial/client';
import { Badge, Button, Menu, Stack, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS, fill } from '../texts.js';
import { ActionsMenu } from '../widgets/actions-menu.js';
import { useAsk } from '../widgets/ask.js';
import { moment } from '../widgets/format.js';
import { Panel } from '../widgets/panel.js';
import { ShownOnce, type Secret } from '../widgets/shown-once.js';
import { MENU_COLUMN, ScrollTable } from '../widgets/scroll-table.js';
import { AddWebhook } from './add-webhook.js';
import { DeadLetters } from './dead-letters.js';
import { sayAnswer } from './receiver-answer.js';

const { webhooks } = TEXTS;
const KEY = ['webhooks'];
/** How they stand changes by itself. */
const REFRESH_MS = 5_000;

/** What can be done with a webhook. */
interface Actions {
  readonly test: (webhookId: string) => void;
  readonly end: (webhookId: string) => void;
  readonly showLetters: (webhookId: string) => void;
}

/** The panel of webhooks. */
export function Webhooks() {
  const queries = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<Secret | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const { ask, question } = useAsk();
  const known = useQuery({
    queryKey: KEY,
    queryFn: () => answerOf(api.GET('/api/v1/webhooks')),
    refetchInterval: REFRESH_MS,
  });
  const refresh = (): void => void queries.invalidateQueries({ queryKey: KEY });
  const end = async (webhookId: string): Promise<void> => {
    await give(api.DELETE('/api/v1/webhooks/{webhookId}', { params: { path: { webhookId } } }));
    refresh();
  };
  return (
    <Stack gap="md">
      <Panel
        title={webhooks.title}
        addText={webhooks.add}
        add={() => setAdding(true)}
        error={known.error}
        none={known.data?.length === 0 && webhooks.none}
      >
        <WebhookTable
          webhooks={known.data ?? []}
          actions={{
            test: (webhookId) => {
              const params = { path: { webhookId } };
              void sayAnswer(api.POST('/api/v1/webhooks/{webhookId}/test', { params }));
            },
            showLetters: setShown,
            end: (webhookId) =>
              ask({
                text: fill(webhooks.endQuestion, { name: webhookId }),
                yes: webhooks.end,
                then: () => void end(webhookId),
              }),
          }}
        />
      </Panel>
      <AddWebhook
        isOpen={isAdding}
        close={() => setAdding(false)}
        added={({ webhookId, secret: text }) => {
          setAdding(false);
          const title = fill(webhooks.secretTitle, { name: webhookId });
          setSecret({ title, about: webhooks.secretAbout, text });
          refresh();
        }}
      />
      <ShownOnce secret={secret} close={() => setSecret(null)} />
      <DeadLetters webhookId={shown} close={() => setShown(null)} changed={refresh} />
      {question}
    </Stack>
  );
}

function WebhookTable({
  webhooks: all,
  actions,
}: {
  readonly webhooks: readonly Webhook[];
  readonly actions: Actions;
}) {
  const { columns } = webhooks;
  return (
    <ScrollTable
      label={webhooks.title}
      minWidth={600}
      columns={[columns.name, columns.url, columns.kinds, columns.state, MENU_COLUMN]}
      verticalSpacing={8}
    >
      {all.map((webhook) => (
        <Table.Tr key={webhook.webhookId} data-webhook={webhook.webhookId}>
          <Table.Td fw={550}>{webhook.webhookId}</Table.Td>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>{webhook.url}</Table.Td>
          <Table.Td>{webhook.kinds.join(', ') || webhooks.all}</Table.Td>
          <Table.Td>
            <State webhook={webhook} showLetters={actions.showLetters} />
          </Table.Td>
          <Table.Td py={0}>
            {webhook.endedAt === null && <ActionMenu webhook={webhook} actions={actions} />}
          </Table.Td>
        </Table.Tr>
      ))}
    </ScrollTable>
  );
}

function ActionMenu({
  webhook: { webhookId },
  actions,
}: {
  readonly webhook: Webhook;
  readonly actions: Actions;
}) {
  return (
    <ActionsMenu label={fill(webhooks.actions, { name: webhookId })}>
      <Menu.Item onClick={() => actions.test(webhookId)}>{webhooks.test}</Menu.Item>
      <Menu.Item color="red" onClick={() => actions.end(webhookId)}>
        {webhooks.end}
      </Menu.Item>
    </ActionsMenu>
  );
}

function State({
  webhook: { webhookId, endedAt, failing, eventsBehind, deadLetters },
  showLetters,
}: {
  readonly webhook: Webhook;
  readonly showLetters: Actions['showLetters'];
}) {
  const [color, text] =
    endedAt !== null
      ? ['gray', webhooks.ended]
      : eventsBehind > 0
        ? [failing === null ? 'blue' : 'red', fill(webhooks.behind, { count: eventsBehind })]
        : ['green', webhooks.upToDate];
  return (
    <Stack gap={4} align="flex-start">
      <Badge color={color}>{text}</Badge>
      {endedAt === null && failing !== null && (
        <Text size="xs">
          {fill(webhooks.failing, {
            problem: failing.problem,
            since: moment(failing.since),
            next: moment(failing.nextTryAt),
          })}
        </Text>
      )}
      {endedAt === null && deadLetters > 0 && (
        <Button variant="light" color="orange" size="compact-xs" onClick={() => showLetters(webhookId)}>
          {fill(webhooks.refused, { count: deadLetters })}
        </Button>
      )}
    </Stack>
  );
}
