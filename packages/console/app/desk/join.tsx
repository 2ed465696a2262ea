/** Joins a campaign: what an agent sees before the desk opens. */
import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { give } from '../data/orders.js';
import { goTo, takeAskedCampaign } from '../data/other-node.js';
import { TelephoneLine } from '../telephone/telephone-line.js';
import { TEXTS } from '../texts.js';

/** The campaigns that one may join. */
export function Join() {
  const [joining, setJoining] = useState<string | null>(null);
  const campaigns = useQuery({
    queryKey: ['desk', 'campaigns'],
    queryFn: () => answerOf(api.GET('/api/v1/desk/campaigns')),
    refetchInterval: 5_000,
  });
  const join = async (campaignId: string, address: string | null): Promise<void> => {
    setJoining(campaignId);
    if (address !== null) return goTo(address, campaignId);
    await give(api.POST('/api/v1/desk/join', { body: { campaignId } }));
    setJoining(null);
  };
  // Who comes from a server that has gone takes their place again, paused.
  const isRead = campaigns.data !== undefined;
  useEffect(() => {
    if (!isRead) return;
    const asked = takeAskedCampaign();
    const campaign = campaigns.data.find(({ campaignId }) => campaignId === asked);
    if (campaign) void join(campaign.campaignId, campaign.address);
  }, [isRead]);
  return (
    <Center mih="60vh">
      <Paper withBorder shadow="sm" p="xl" radius="lg" w="100%" maw={460}>
        <Title order={1} size="h3" mb="md">
          {TEXTS.desk.choose}
        </Title>
        <Stack>
          <TelephoneLine />
          {campaigns.data?.length === 0 && <Text c="dimmed">{TEXTS.desk.none}</Text>}
          {campaigns.data?.map(({ campaignId, name, address }, index) => (
            <Button
              key={campaignId}
              size="md"
              variant={index === 0 ? 'filled' : 'light'}
              autoFocus={index === 0}
              loading={joining === campaignId}
              onClick={() => void join(campaignId, address)}
            >
              {TEXTS.desk.join}: {name}
            </Button>
          ))}
        </Stack>
      </Paper>
    </Center>
  );
}
