/** What the law's review finds in a campaign: what forbids the start, and duties. */
import type { ExaminedCampaign } from '@outdial/client';
import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { TEXTS } from '../texts.js';

const { law: SAY } = TEXTS.campaigns;

/** The findings, those that forbid the start first. */
export function LawPanel({ examined: { findings, settings } }: { readonly examined: ExaminedCampaign }) {
  const blocking = findings.filter(({ blocks }) => blocks);
  const duties = findings.filter(({ blocks }) => !blocks);
  return (
    <Paper withBorder p="md" radius="lg" component="section" data-testid="law">
      <Stack gap="sm">
        <Title order={2} size="h5">
          {SAY.title}
        </Title>
        {settings === null && (
          <Text size="sm" c="dimmed">
            {SAY.unread}
          </Text>
        )}
        {settings !== null && findings.length === 0 && <Text size="sm">{SAY.none}</Text>}
        {blocking.length > 0 && (
          <Alert color="red" title={SAY.blocks}>
            <Findings findings={blocking} />
          </Alert>
        )}
        {duties.length > 0 && (
          <div>
            <Text fw={600} size="sm" mb={4}>
              {SAY.duties}
            </Text>
            <Findings findings={duties} />
          </div>
        )}
      </Stack>
    </Paper>
  );
}

function Findings({ findings }: Pick<ExaminedCampaign, 'findings'>) {
  return (
    <Stack gap={8}>
      {findings.map(({ rule, title, message, remedy }) => (
        <div key={`${rule} ${message}`}>
          <Text size="sm">
            {message} {remedy}
          </Text>
          <Text size="xs" c="dimmed">
            {title === '' ? rule : title}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
