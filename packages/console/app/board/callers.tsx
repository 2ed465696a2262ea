/** Callers of a campaign: who waits, and how well they are served. */
import type { CampaignDocument as Campaign } from '@outdial/client';
import { Stack, Text } from '@mantine/core';
import { TEXTS, fill } from '../texts.js';
import { FigureGrid } from '../widgets/figure-grid.js';
import { duration, percent } from '../widgets/format.js';

/** The panel of callers. */
export function Callers({ callers }: { readonly callers: NonNullable<Campaign['callers']> }) {
  const { waiting, longestWaitMs, serviceLevel, serviceLevelMs, lostInQueue } = callers;
  const names = TEXTS.board.callers;
  const share = (value: number | null): string => (value === null ? '–' : percent(value, 0));
  const level = fill(names.serviceLevel, { seconds: Math.round(serviceLevelMs / 1000) });
  return (
    <Stack gap="xs" component="section" aria-label={names.title} data-testid="callers">
      <Text fw={600} size="sm">
        {names.title}
      </Text>
      <FigureGrid
        shown={[
          [names.waiting, String(waiting)],
          [names.longest, longestWaitMs === null ? '–' : duration(longestWaitMs)],
          [level, share(serviceLevel)],
          [names.lost, share(lostInQueue)],
        ]}
      />
    </Stack>
  );
}
