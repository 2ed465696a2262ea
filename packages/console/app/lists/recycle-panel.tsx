/** Closed leads of a list are opened again by how they ended and how long ago: counted first. */
import type { ListFiguresDocument as ListFigures } from '@outdial/client';
import {
  Alert,
  Button,
  Group,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  TagsInput,
  Text,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, problemOf } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { Fault } from '../widgets/fault.js';
import { RequestForm } from '../widgets/request-form.js';
import { say } from '../widgets/say.js';

const { recycle: SAY } = TEXTS.lists;

/** The panel of one list, for a campaign on the floor that dials it. */
export function RecyclePanel({ list }: { readonly list: ListFigures }) {
  const campaigns = list.campaigns.filter(({ isOnFloor }) => isOnFloor);
  const [campaignId, setCampaign] = useState(campaigns[0]?.campaignId ?? null);
  const [endings, setEndings] = useState<string[]>([]);
  const [days, setDays] = useState<number | string>(3);
  const recycle = useRecycle(list.listId, { campaignId, endings, days });
  const found = recycle.count.data;
  if (campaigns.length === 0) return null;
  const change = (set: () => void): void => {
    recycle.count.reset();
    set();
  };
  return (
    <Paper withBorder p="md" radius="lg" component="section" data-testid="recycle">
      <Title order={2} size="h5" mb="xs">
        {fill(SAY.title, { list: list.listId })}
      </Title>
      <RequestForm request={recycle.count} fields={['endings', 'olderThanDays']} isReady={endings.length > 0}>
        <Fault error={recycle.open.error} />
        <Text size="sm">{SAY.about}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TagsInput
            label={SAY.endings}
            description={SAY.endingsHint}
            data={[...SAY.usual]}
            value={endings}
            error={problemOf(recycle.count.error, 'endings')}
            onChange={(value) => change(() => setEndings(value))}
          />
          <NumberInput
            label={SAY.days}
            description={SAY.daysHint}
            min={0}
            value={days}
            error={problemOf(recycle.count.error, 'olderThanDays')}
            onChange={(value) => change(() => setDays(value))}
          />
          {campaigns.length > 1 && (
            <Select
              label={SAY.campaign}
              data={campaigns.map(({ campaignId: value, name: label }) => ({ value, label }))}
              value={campaignId}
              allowDeselect={false}
              onChange={(value) => change(() => setCampaign(value))}
            />
          )}
        </SimpleGrid>
        <Group>
          <Button
            type="submit"
            variant="default"
            loading={recycle.count.isPending}
            disabled={endings.length === 0}
          >
            {SAY.count}
          </Button>
          {found && found.reopened > 0 && (
            <Button loading={recycle.open.isPending} onClick={() => recycle.open.mutate()}>
              {fill(SAY.open, { count: found.reopened.toLocaleString() })}
            </Button>
          )}
        </Group>
        {found && <Found found={found} />}
      </RequestForm>
    </Paper>
  );
}

function Found({
  found: { found, reopened, barred },
}: {
  readonly found: { readonly found: number; readonly reopened: number; readonly barred: number };
}) {
  return (
    <Alert color="gray" role="status">
      {fill(SAY.found, {
        found: found.toLocaleString(),
        reopened: reopened.toLocaleString(),
        barred: barred.toLocaleString(),
      })}
    </Alert>
  );
}

interface Choice {
  readonly campaignId: string | null;
  readonly endings: readonly string[];
  /** Empty: of any age. */
  readonly days: number | string;
}

/** The count, and the order that follows it. */
function useRecycle(listId: string, { campaignId, endings, days }: Choice) {
  const queries = useQueryClient();
  const ask = (apply: boolean) =>
    answerOf(
      api.POST('/api/v1/campaigns/{campaignId}/leads/recycle', {
        params: { path: { campaignId: campaignId ?? '' } },
        body: {
          ...{ endings: [...endings], listId, reason: SAY.reason, apply },
          ...(typeof days === 'number' ? { olderThanDays: days } : {}),
        },
      }),
    );
  const count = useMutation({ mutationFn: () => ask(false) });
  const open = useMutation({
    mutationFn: () => ask(true),
    onSuccess: ({ reopened }) => {
      say({ color: 'green', message: fill(SAY.opened, { count: reopened.toLocaleString() }) });
      count.reset();
      void queries.invalidateQueries({ queryKey: ['lists'] });
    },
  });
  return { count, open };
}
