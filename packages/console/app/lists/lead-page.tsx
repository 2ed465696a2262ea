/** Everything that is known of one lead, and why it is not dialed now. */
import type { LeadFile } from '@outdial/client';
import { Anchor, Badge, Grid, Group, Loader, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { answerOf, api } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { Age } from '../widgets/age.js';
import { codeName, duration, moment, phone } from '../widgets/format.js';
import { zoneName } from '../widgets/zone.js';
import { Fault } from '../widgets/fault.js';
import { PairsTable } from '../widgets/pairs-table.js';
import { ScrollTable } from '../widgets/scroll-table.js';
import { leadName, stateName } from './lead-names.js';

const { lead: SAY } = TEXTS.lists;

/** The page of a lead. */
export function LeadPage({ leadId }: { readonly leadId: string }) {
  const file = useQuery({
    queryKey: ['leads', leadId],
    queryFn: () => answerOf(api.GET('/api/v1/leads/{leadId}', { params: { path: { leadId } } })),
    retry: false,
  });
  if (file.isError) return <Fault error={file.error} />;
  if (!file.data) return <Loader type="dots" />;
  const { lead, callback } = file.data;
  return (
    <Stack>
      <Group gap="sm">
        <Title order={2} size="h4" data-testid="lead-name" style={{ overflowWrap: 'anywhere' }}>
          {leadName(lead)}
        </Title>
        <Badge>{stateName(lead.state)}</Badge>
        <Text size="sm" c="dimmed">
          {lead.listId}
        </Text>
        <Age of={file} />
        {callback && <Text size="sm">{fill(SAY.callback, { time: moment(callback.at) })}</Text>}
        <Anchor
          component={Link}
          href={`/compliance/decisions?${new URLSearchParams({ leadId: lead.leadId }).toString()}`}
          size="sm"
          underline="always"
          ml="auto"
        >
          {SAY.decisions}
        </Anchor>
      </Group>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <Why file={file.data} />
            <Calls attempts={file.data.attempts} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack>
            <Numbers phones={lead.phones} />
            <Pairs title={SAY.fields} pairs={Object.entries(lead.fields)} />
            <Pairs title={SAY.facts} pairs={Object.entries(file.data.facts)} />
            <Legal file={file.data} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="md" radius="lg" component="section">
      <Title order={3} size="h5" mb="xs">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

function Why({ file: { explanations } }: { readonly file: LeadFile }) {
  return (
    <Panel title={SAY.why}>
      <Stack gap="sm" data-testid="why-lead">
        {explanations.length === 0 && <Text>{SAY.noCampaign}</Text>}
        {explanations.map(({ campaignId, name, reasons, timeZones }) => (
          <div key={campaignId}>
            <Text fw={600} size="sm">
              {name}
            </Text>
            {reasons.length === 0 && <Text size="sm">{SAY.turn}</Text>}
            {reasons.map(({ kind, text, until }) => (
              <Text key={`${kind} ${text}`} size="sm">
                {text}
                {until !== null && !text.includes(' until ') && (
                  <Text span c="dimmed" inherit>
                    {' '}
                    {fill(SAY.until, { time: moment(until) })}
                  </Text>
                )}
              </Text>
            ))}
            {timeZones.length > 0 && (
              <Text size="xs" c="dimmed">
                {fill(SAY.zones, { zones: timeZones.map(zoneName).join(', ') })}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

function Calls({ attempts }: Pick<LeadFile, 'attempts'>) {
  return (
    <Panel title={SAY.calls}>
      {attempts.length === 0 && <Text c="dimmed">{SAY.noCalls}</Text>}
      {attempts.length > 0 && (
        <ScrollTable
          label={SAY.calls}
          minWidth={420}
          columns={Object.values(SAY.callColumns)}
          verticalSpacing={6}
        >
          {attempts.map((call) => (
            <Table.Tr key={call.attemptId}>
              <Table.Td>{moment(call.at)}</Table.Td>
              <Table.Td>{phone(call.phone)}</Table.Td>
              <Table.Td>{codeName(call.disposition ?? call.outcome ?? '–')}</Table.Td>
              <Table.Td>{call.agentId ?? '–'}</Table.Td>
              <Table.Td>{call.talkMs === null ? '–' : duration(call.talkMs)}</Table.Td>
            </Table.Tr>
          ))}
        </ScrollTable>
      )}
    </Panel>
  );
}

function Numbers({ phones }: Pick<LeadFile['lead'], 'phones'>) {
  return (
    <Panel title={SAY.numbers}>
      {phones.map(({ phone: number, isOpen, closedWhy, lineType }) => (
        <Text key={number} size="sm">
          {phone(number)} {lineType}
          {!isOpen && (
            <Text span c="dimmed" inherit>
              {' '}
              {fill(SAY.numberClosed, { why: codeName(closedWhy ?? '') })}
            </Text>
          )}
        </Text>
      ))}
    </Panel>
  );
}

function Pairs({
  title,
  pairs,
}: {
  readonly title: string;
  readonly pairs: readonly (readonly [string, string])[];
}) {
  if (pairs.length === 0) return null;
  return (
    <Panel title={title}>
      <PairsTable pairs={pairs} />
    </Panel>
  );
}

function Legal({ file: { doNotCall, consents, learned } }: { readonly file: LeadFile }) {
  const requests = doNotCall.map(({ of, at, source }) => [moment(at), `${SAY.of[of]}, ${source}`] as const);
  const given = consents.map(({ type, at, source }) => [moment(at), `${codeName(type)}, ${source}`] as const);
  const known = learned.map(({ kind, at, source }) => [moment(at), `${codeName(kind)}, ${source}`] as const);
  return (
    <>
      <Pairs title={SAY.requests} pairs={requests} />
      <Pairs title={SAY.consents} pairs={given} />
      <Pairs title={SAY.learned} pairs={known} />
    </>
  );
}
