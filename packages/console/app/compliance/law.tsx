/** The law in force for a campaign, with its sources, what is to be read again, and registrations. */
import type { components } from '@outdial/client';
import { Badge, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { Source } from './verdicts.js';

const { law: SAY } = TEXTS.compliance;

type LawOfCampaign = components['schemas']['LawOfCampaign'];

/** The rules of a campaign today. */
export function Law({ campaignId }: { readonly campaignId: string }) {
  const { data } = useQuery({
    queryKey: ['law', campaignId],
    queryFn: () =>
      answerOf(api.GET('/api/v1/campaigns/{campaignId}/law', { params: { path: { campaignId } } })),
  });
  if (!data) return null;
  return (
    <>
      <Registrations registrations={data.registrations} />
      {data.toRead.length > 0 && <ToRead toRead={data.toRead} />}
      <Paper withBorder p="md" radius="lg" component="section" data-testid="law">
        <Title order={2} size="h5" mb="sm">
          {fill(SAY.title, { day: data.day })}
        </Title>
        <details>
          <summary>{fill(SAY.show, { count: data.rules.length })}</summary>
          <Table verticalSpacing={6} fz="sm" layout="fixed">
            <Table.Tbody>
              {data.rules.map((rule) => (
                <RuleRow key={`${rule.rule} ${rule.jurisdiction}`} rule={rule} />
              ))}
            </Table.Tbody>
          </Table>
        </details>
      </Paper>
    </>
  );
}

function RuleRow({ rule }: { readonly rule: LawOfCampaign['rules'][number] }) {
  const { jurisdiction, title, value, verification, verifiedOn, watch, source } = rule;
  const verified = verification === 'memory' ? SAY.memory : fill(SAY.verified, { day: verifiedOn });
  return (
    <Table.Tr>
      <Table.Td w={80} style={{ verticalAlign: 'top' }}>
        {jurisdiction}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm" fw={550}>
          {title}
        </Text>
        {value !== title && <Text size="sm">{value}</Text>}
        <Text size="xs" c="dimmed">
          <Source source={source} /> · {verified}
        </Text>
        {watch && <Badge color="orange">{fill(SAY.watch, { day: watch.on, what: watch.what })}</Badge>}
      </Table.Td>
    </Table.Tr>
  );
}

function ToRead({ toRead }: Pick<LawOfCampaign, 'toRead'>) {
  return (
    <Paper withBorder p="md" radius="lg" component="section">
      <Title order={2} size="h5" mb="sm">
        {fill(SAY.read, { count: toRead.length })}
      </Title>
      <Stack gap="xs">
        {toRead.map(({ rule, jurisdictions, title, since, what, source }) => (
          <div key={`${rule} ${what}`}>
            <Text size="sm" fw={550}>
              {jurisdictions.join(', ')}: {title}
            </Text>
            <Text size="sm">
              {since}: {what}
            </Text>
            <Text size="xs" c="dimmed">
              <Source source={source} />
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

function Registrations({ registrations }: Pick<LawOfCampaign, 'registrations'>) {
  return (
    <Paper withBorder p="md" radius="lg" component="section">
      <Title order={2} size="h5" mb="xs">
        {SAY.registrations}
      </Title>
      {registrations.length === 0 && (
        <Text size="sm" c="dimmed">
          {SAY.noRegistrations}
        </Text>
      )}
      {registrations.map(({ kind, place, number, expires }) => (
        <Text key={`${kind} ${place} ${number}`} size="sm">
          {kind} {place}: {number}, {expires === null ? SAY.open : fill(SAY.expires, { day: expires })}
        </Text>
      ))}
    </Paper>
  );
}
