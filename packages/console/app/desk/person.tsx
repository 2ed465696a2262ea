/** The person on the line: who they are, what the list says of them, and the earlier calls. */
import type { Desk } from '@outdial/client';
import { Badge, Center, Group, Paper, SimpleGrid, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconPhone, IconPhoneIncoming, IconZzz } from '../widgets/icons.js';
import type { ReactNode } from 'react';
import { useNow } from '../data/live.js';
import { TEXTS, fill } from '../texts.js';
import { codeName, duration, fieldName, moment, phone } from '../widgets/format.js';
import { Since } from '../widgets/since.js';

type Lead = NonNullable<Desk['lead']>;

/** Fields that stand in the title. */
const NAMES = /^(first|last|given|family|full)?[ _-]*(name|surname)$/i;

/** The person of the call, with what stands before the details; or what the agent waits for. */
export function Person({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  const { lead, call, preview, state } = desk;
  if (lead === null) return <Nobody isPaused={state === 'paused' || state === 'pausing'} />;
  return (
    <Paper withBorder p="lg" radius="lg" data-testid="person" data-attempt={call?.attemptId}>
      <Stack gap="lg">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Stack gap={4}>
            <Title order={2} style={{ overflowWrap: 'anywhere' }}>
              {nameOf(lead)}
            </Title>
            <Group gap="xs">
              <IconPhone size={18} strokeWidth={1.7} aria-hidden />
              <Text size="lg" style={{ fontVariantNumeric: 'tabular-nums' }}>
                {phone(lead.phone)}
              </Text>
            </Group>
          </Stack>
          {call?.connectedAt != null && call.endedAt === null && (
            <Badge size="xl" color="blue" radius="md" style={{ flex: 'none' }}>
              <Since from={call.connectedAt} fz="inherit" fw={700} />
            </Badge>
          )}
          {preview?.expiresAt != null && <Countdown until={preview.expiresAt} />}
        </Group>
        <Group gap="xs">
          {lead.reason === 'callback' && <Badge color="orange">{TEXTS.desk.callbackDue}</Badge>}
          <Badge color="gray">
            {lead.attempts === 0
              ? TEXTS.desk.attempts.one
              : fill(TEXTS.desk.attempts.other, { count: lead.attempts })}
          </Badge>
          <Badge color="gray">
            {TEXTS.desk.list}: {lead.listId}
          </Badge>
        </Group>
        {lead.callbackNote !== null && (
          <Paper p="sm" bg="var(--mantine-color-orange-light)">
            <Text size="sm" fw={600}>
              {TEXTS.desk.callbackNote}
            </Text>
            <Text>{lead.callbackNote}</Text>
          </Paper>
        )}
        {children}
        <Details lead={lead} />
        <History history={desk.history} />
      </Stack>
    </Paper>
  );
}

function nameOf({ fields }: Lead): string {
  const names = Object.entries(fields).filter(([field]) => NAMES.test(field));
  return names.map(([, value]) => value).join(' ') || '–';
}

function Details({ lead }: { readonly lead: Lead }) {
  const shown = Object.entries(lead.fields).filter(([field, value]) => !NAMES.test(field) && value !== '');
  if (shown.length === 0) return null;
  return (
    <section aria-label={TEXTS.desk.details}>
      <SimpleGrid cols={{ base: 2, lg: 3 }} spacing="md" verticalSpacing="sm" component="dl" m={0}>
        {shown.map(([field, value]) => (
          <div key={field}>
            <Text size="xs" c="dimmed" component="dt">
              {fieldName(field)}
            </Text>
            <Text component="dd" m={0} fw={550} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </section>
  );
}

function History({ history }: Pick<Desk, 'history'>) {
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {TEXTS.desk.history}
      </Title>
      {history === null && <Skeleton height={24} />}
      {history?.length === 0 && (
        <Text size="sm" c="dimmed">
          {TEXTS.desk.noHistory}
        </Text>
      )}
      {history !== null && history.length > 0 && (
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{TEXTS.desk.columns.when}</Table.Th>
              <Table.Th>{TEXTS.desk.columns.outcome}</Table.Th>
              <Table.Th>{TEXTS.desk.columns.agent}</Table.Th>
              <Table.Th ta="right">{TEXTS.desk.columns.talk}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {history.map((earlier) => (
              <Table.Tr key={earlier.at}>
                <Table.Td>{moment(earlier.at)}</Table.Td>
                <Table.Td>
                  {codeName(earlier.disposition ?? earlier.outcome ?? '–')}
                  {earlier.note !== null && (
                    <Text size="xs" c="dimmed" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                      {earlier.note}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{earlier.agentId ?? '–'}</Table.Td>
                <Table.Td ta="right">{earlier.talkMs === null ? '–' : duration(earlier.talkMs)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

function Countdown({ until }: { readonly until: string }) {
  const now = useNow();
  return (
    <Text size="sm" c="dimmed">
      {fill(TEXTS.desk.offerUntil, { time: duration(Date.parse(until) - now) })}
    </Text>
  );
}

function Nobody({ isPaused }: { readonly isPaused: boolean }) {
  const Icon = isPaused ? IconZzz : IconPhoneIncoming;
  return (
    <Paper withBorder p="xl" radius="lg" mih={{ base: 140, md: 320 }} style={{ display: 'grid' }}>
      <Center>
        <Stack align="center" gap="sm">
          <Icon size={44} strokeWidth={1.2} color="var(--mantine-color-dimmed)" aria-hidden />
          <Text c="dimmed" ta="center" maw={320}>
            {isPaused ? TEXTS.desk.noLeadPaused : TEXTS.desk.noLead}
          </Text>
        </Stack>
      </Center>
    </Paper>
  );
}
