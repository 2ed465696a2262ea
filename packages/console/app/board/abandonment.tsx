/** Abandonment against each legal limit. */
import type { CampaignDocument as Campaign } from '@outdial/client';
import { Group, Progress, Stack, Text } from '@mantine/core';
import { TEXTS, fill } from '../texts.js';
import { percent } from '../widgets/format.js';

type Limit = Campaign['abandonment'][number];

/** A limit of which this share is used is shown as near. */
const NEAR = 0.7;

/** Every limit with what is used of it. */
export function Abandonment({ limits }: { readonly limits: readonly Limit[] }) {
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {TEXTS.board.abandonment}
      </Text>
      {limits.map((limit) => (
        <LimitBar key={limit.limitId} limit={limit} />
      ))}
    </Stack>
  );
}

function LimitBar({ limit }: { readonly limit: Limit }) {
  const { title, rate, limit: most, abandoned, liveAnswers, spent } = limit;
  const used = most === 0 ? 0 : rate / most;
  const color = spent || used >= 1 ? 'red' : used >= NEAR ? 'orange' : 'teal';
  const counted =
    liveAnswers === 0
      ? TEXTS.board.noAnswers
      : fill(TEXTS.board.ofLimit, { rate: percent(rate), limit: percent(most, 0) });
  // Without this nobody sees why a predictive campaign dials one call for each free agent.
  const text = spent ? `${counted} · ${TEXTS.board.spent}` : counted;
  return (
    <div title={fill(TEXTS.board.counted, { abandoned, answers: liveAnswers })}>
      <Group justify="space-between" gap="xs" style={{ rowGap: 0 }}>
        <Text size="xs">{title}</Text>
        <Text size="xs" fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
          {text}
        </Text>
      </Group>
      <Progress
        value={Math.min(100, used * 100)}
        color={color}
        size="sm"
        mt={3}
        aria-label={`${title}: ${text}`}
      />
    </div>
  );
}
