/** How old figures are that do not come by the stream, and the button that reads them again. */
import { Button, Group, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { TEXTS } from '../texts.js';
import { ageText } from './age-text.js';

const SECOND_MS = 1_000;

/** What is asked of a query. */
interface Reading {
  /** Epoch ms; 0: never. */
  readonly dataUpdatedAt: number;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

/** The age of what a query has read, counting; nothing while nothing was read. */
export function Age({ of: { dataUpdatedAt, isFetching, refetch } }: { readonly of: Reading }) {
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), SECOND_MS, { autoInvoke: true });
  const text = ageText(dataUpdatedAt, now);
  if (text === null) return null;
  return (
    <Group gap={6} wrap="nowrap" data-testid="age">
      <Text size="xs" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {text}
      </Text>
      <Button variant="subtle" size="compact-xs" loading={isFetching} onClick={() => void refetch()}>
        {TEXTS.age.again}
      </Button>
    </Group>
  );
}
