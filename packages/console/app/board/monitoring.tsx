/** What the supervisor listens to now, and how to change or end it. */
import type { Agent } from '@outdial/client';
import { Alert, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconHeadphones } from '../widgets/icons.js';
import { api } from '../data/api.js';
import { give } from '../data/orders.js';
import { telephone } from '../telephone/telephone.js';
import { TEXTS, fill } from '../texts.js';
import { useAsk } from '../widgets/ask.js';

const { monitoring: SAY, takeOverAsk } = TEXTS.board;

type How = NonNullable<Agent['watching']>['how'];
const WAYS = ['listen', 'whisper', 'barge'] as const satisfies readonly How[];

/** Listens to an agent, or changes how. */
export async function monitor(agentId: string, how: How): Promise<void> {
  const params = { path: { agentId } };
  await telephone.started();
  await give(api.POST('/api/v1/agents/{agentId}/monitor', { params, body: { how } }));
}

/** Makes the customer of an agent the supervisor's own. */
export async function takeOver(agentId: string): Promise<void> {
  await telephone.started();
  await give(api.POST('/api/v1/agents/{agentId}/take-over', { params: { path: { agentId } } }));
}

/** The bar while a supervisor listens; `own`: the supervisor as an agent. */
export function Monitoring({ own }: { readonly own: Agent | undefined }) {
  const { ask, question } = useAsk();
  if (!own?.watching) return null;
  const { agentId, how } = own.watching;
  return (
    <Alert color="cyan" variant="light" icon={<IconHeadphones />} py="sm" data-testid="monitoring">
      {question}
      <Group justify="space-between" gap="sm">
        <div aria-live="polite">
          <Text size="sm" fw={600}>
            {fill(SAY[how], { name: agentId })}
          </Text>
          <Text size="xs">{own.legUp ? SAY.record : SAY.legDown}</Text>
        </div>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={SAY.way}
            value={how}
            data={WAYS.map((value) => ({ value, label: SAY.ways[value] }))}
            onChange={(chosen) => {
              const way = WAYS.find((each) => each === chosen);
              if (way && way !== how) void monitor(agentId, way);
            }}
          />
          <Button
            size="xs"
            variant="default"
            disabled={!own.legUp}
            onClick={() =>
              ask({
                text: fill(takeOverAsk, { name: agentId }),
                yes: SAY.takeOver,
                then: () => void takeOver(agentId),
              })
            }
          >
            {SAY.takeOver}
          </Button>
          <Button size="xs" onClick={() => void give(api.DELETE('/api/v1/monitoring'))}>
            {SAY.stop}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
