/** Every campaign: where it stands, why nothing is dialed, what comes next, and the orders about it. */
import type { CampaignDocument as Campaign, CampaignOnFile } from '@outdial/client';
import { Alert, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconEdit, IconPlus } from '../widgets/icons.js';
import { Link } from 'wouter';
import { CampaignOrders } from '../board/campaign-orders.js';
import { Why } from '../board/campaign-panel.js';
import { NextChange } from '../board/next-change.js';
import { useDocument } from '../data/live.js';
import { TEXTS, fill } from '../texts.js';
import { moment } from '../widgets/format.js';
import { Fault } from '../widgets/fault.js';
import { LongList } from '../widgets/long-list.js';
import { ScreenLayout } from '../widgets/screen-layout.js';
import { useCampaignsOnFile } from './queries.js';

const { campaigns: SAY, board } = TEXTS;

/** The campaigns. */
export function CampaignList() {
  const documents = useCampaignsOnFile();
  return (
    <ScreenLayout
      title={SAY.title}
      opposite={
        <Button
          component={Link}
          href="/campaigns/new"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {SAY.add}
        </Button>
      }
    >
      <Fault error={documents.error} />
      {documents.data?.length === 0 && <Text c="dimmed">{SAY.none}</Text>}
      <LongList items={documents.data ?? []} nameOf={({ name }) => name} label={SAY.filter}>
        {(document) => <CampaignCard key={document.campaignId} document={document} />}
      </LongList>
    </ScreenLayout>
  );
}

function CampaignCard({ document }: { readonly document: CampaignOnFile }) {
  const { campaignId, name, newest, inForce, fault } = document;
  const campaign = useDocument<Campaign>(`campaign/${campaignId}`);
  const { version, at, source } = newest;
  const author = source === null ? newest.author : fill(SAY.fromFile, { file: source });
  const state = campaign?.state ?? document.state;
  return (
    <Paper
      withBorder
      p="md"
      radius="lg"
      component="section"
      aria-label={name}
      data-campaign={campaignId}
      data-state={state}
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="sm">
            <Title order={2} size="h4">
              {name}
            </Title>
            <Badge color={state === 'running' ? 'green' : 'gray'}>
              {state === null ? SAY.absent : board.states[state]}
            </Badge>
          </Group>
          <Group gap="xs">
            {campaign && <CampaignOrders campaign={campaign} />}
            <Button
              component={Link}
              href={`/campaigns/${campaignId}`}
              size="xs"
              variant="default"
              leftSection={<IconEdit size={15} aria-hidden />}
              aria-label={`${SAY.edit}: ${name}`}
            >
              {SAY.edit}
            </Button>
          </Group>
        </Group>
        {fault !== null && <Alert color="red">{fault}</Alert>}
        {campaign && <Why campaign={campaign} />}
        {inForce !== null && <NextChange campaignId={campaignId} />}
        <Text size="sm" c="dimmed">
          {fill(SAY.version, { version, author, time: moment(at) })}
          {inForce !== null && inForce !== version && ` ${fill(SAY.waiting, { version })}`}
        </Text>
      </Stack>
    </Paper>
  );
}
