/** The compliance officer's screen: a number, the do-not-call list, the trail, the law of a campaign. */
import type { CampaignDocument as Campaign, Session } from '@outdial/client';
import { Grid, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useDocuments } from '../data/live.js';
import { TEXTS } from '../texts.js';
import { CheckNumber } from './check-number.js';
import { DoNotCallNumber } from './do-not-call-number.js';
import { Law } from './law.js';
import { Trail } from './trail.js';

const { compliance } = TEXTS;

/** The screen of compliance. */
export default function Compliance({ session }: { readonly session: Session }) {
  const campaigns = useDocuments<Campaign>('campaign/');
  const [chosen, setChosen] = useState<string | null>(null);
  const campaignId = chosen ?? campaigns[0]?.campaignId;
  const isOfficer = session.role === 'compliance' || session.role === 'admin';
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {compliance.title}
        </Title>
        <Select
          aria-label={compliance.campaign}
          size="sm"
          w={{ base: '100%', xs: 300 }}
          allowDeselect={false}
          data={campaigns.map((campaign) => ({ value: campaign.campaignId, label: campaign.name }))}
          value={campaignId ?? null}
          onChange={setChosen}
        />
      </Group>
      {campaignId === undefined && <Text c="dimmed">{TEXTS.board.none}</Text>}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            {campaignId !== undefined && <CheckNumber key={campaignId} campaignId={campaignId} />}
            {campaignId !== undefined && <Law campaignId={campaignId} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md">
            <DoNotCallNumber mayTakeOff={isOfficer} />
            {isOfficer && <Trail />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
