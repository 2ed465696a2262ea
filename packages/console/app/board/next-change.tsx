/** What happens to a campaign when calling hours change next. */
import { Group, Text } from '@mantine/core';
import { IconClock } from '../widgets/icons.js';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../data/api.js';
import { TEXTS } from '../texts.js';

const { campaigns: SAY } = TEXTS;

/** One sentence: when, and how many leads close, open and can be called then. */
export function NextChange({ campaignId }: { readonly campaignId: string }) {
  const { data } = useQuery({
    queryKey: ['campaigns', campaignId, 'next-change'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/campaigns/{campaignId}/next-change', { params: { path: { campaignId } } })),
    refetchInterval: 60_000,
  });
  if (!data) return null;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" data-testid="next-change">
      <IconClock size={18} strokeWidth={1.6} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <Text size="sm">{data.text ?? SAY.noChange}</Text>
    </Group>
  );
}
